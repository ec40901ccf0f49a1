// The control interface: JSON over HTTP for tests, scripts and the page. Loopback only.
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { faultSchema } from '../faults.ts';
import { dmChannelOf, messagesIn, unreadIn, visibleTo } from '../workspace.ts';
import { closeModal, openHome, submit, tap, typeCommand } from './acts.ts';
import { refuseDeactivated, setActive } from './deactivate.ts';

const someone = z.string();
const place = z.union([
  z.object({ channel: z.string(), ts: z.string() }),
  z.object({ viewId: z.string() }),
]);

const commandSchema = z.object({
  user: someone,
  command: z.string().default('/ccg'),
  text: z.string().default(''),
  channel: z.string().optional(),
});
const tapSchema = z
  .object({ user: someone, actionId: z.string(), value: z.string().optional() })
  .and(place);
const submitSchema = z.object({
  user: someone,
  viewId: z.string(),
  values: z.record(z.string(), z.unknown()).default({}),
});
const userSchema = z.object({ user: someone });
const readSchema = z.object({ user: someone, channel: z.string() });
const deactivateSchema = z.object({ user: someone, active: z.boolean().default(false) });
const clockSchema = z.object({ to: z.coerce.date() });

/** What a path of the control interface does with its JSON, or with its query for a GET. */
export type Route = (desk: Desk, input: unknown) => Promise<object> | object;

/** What somebody does, which they cannot while their account is deactivated. */
const asPerson =
  <Given extends { readonly user: string }>(
    schema: z.ZodType<Given>,
    act: (desk: Desk, given: Given) => Promise<object> | object,
  ): Route =>
  (desk, input) => {
    const given = schema.parse(input);
    refuseDeactivated(desk, given.user);
    return act(desk, given);
  };

export const routes: Readonly<Record<string, Route>> = {
  'POST /control/command': asPerson(commandSchema, (desk, { channel, ...given }) =>
    typeCommand(desk, { ...given, channel: channel ?? homeChannel(desk, given.user) }),
  ),
  'POST /control/tap': asPerson(tapSchema, tap),
  'POST /control/submit': asPerson(submitSchema, submit),
  'POST /control/close': asPerson(userSchema, (desk, { user }) => {
    closeModal(desk, user);
    return { ok: true };
  }),
  'POST /control/home': asPerson(userSchema, (desk, { user }) => openHome(desk, user)),
  'POST /control/direct': asPerson(userSchema, (desk, { user }) => ({
    channel: openDirect(desk, user).id,
  })),
  'POST /control/read': asPerson(readSchema, (desk, { user, channel }) => {
    desk.record({
      kind: 'read',
      user,
      channel,
      ts: messagesIn(desk.workspace, channel).at(-1)?.ts ?? '',
    });
    return { ok: true };
  }),
  'POST /control/deactivate': async (desk, input) => {
    const { user, active } = deactivateSchema.parse(input);
    await setActive(desk, user, active);
    return { ok: true };
  },
  'POST /control/clock': async (desk, input) => {
    await desk.clock.moveTo(clockSchema.parse(input).to.getTime());
    return { clock: new Date(desk.clock.now()).toISOString() };
  },
  'POST /control/fault': (desk, input) => {
    desk.faults.add(faultSchema.parse(input));
    return { ok: true };
  },
  'GET /control/messages': (desk, input) => {
    const { channel, user } = z
      .object({ channel: z.string(), user: someone.optional() })
      .parse(input);
    return { messages: visibleTo(desk.workspace, channel, user ?? null) };
  },
  'GET /control/view': (desk, input) => {
    const { user } = userSchema.parse(input);
    return {
      modal: desk.modals.get(user)?.at(-1) ?? null,
      home: desk.workspace.homes.get(user) ?? null,
    };
  },
  'GET /control/state': (desk, input) => {
    const { user } = z.object({ user: someone.optional() }).parse(input);
    const channels = [...desk.workspace.channels.values()].filter(
      ({ dmWith }) => !user || !dmWith || dmWith === user,
    );
    return {
      app: desk.manifest.name,
      commands: desk.manifest.commands,
      clock: new Date(desk.clock.now()).toISOString(),
      users: desk.workspace.users.map((each) => ({
        ...each,
        deactivated: desk.workspace.deactivated.has(each.id),
      })),
      channels: channels.map((channel) => ({
        ...channel,
        unread: user ? unreadIn(desk.workspace, channel.id, user) : 0,
      })),
      connected: desk.sockets.isOpen(),
      traffic: desk.traffic.slice(-50),
    };
  },
};

/**
 * Where a command is typed when no channel is named: the person's direct messages with the bot, or
 * the first channel.
 */
const homeChannel = ({ workspace }: Desk, user: string) =>
  dmChannelOf(workspace, user)?.id ??
  [...workspace.channels.values()].find(({ dmWith }) => !dmWith)?.id ??
  '';

/** The person's direct messages with the bot, which Slack opens when they first look at the app. */
const openDirect = ({ workspace, record }: Desk, user: string) => {
  const known = dmChannelOf(workspace, user);
  const channel = known ?? { id: `D${user.slice(1)}`, name: user, dmWith: user, hasBot: true };
  if (!known) record({ kind: 'opened', channel });
  return channel;
};
