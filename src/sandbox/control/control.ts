// The control interface: JSON over HTTP for tests, scripts and the page. Loopback only.
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { faultSchema } from '../faults.ts';
import { dmChannelOf, messagesIn, unreadIn, visibleTo } from '../workspace.ts';
import { closeModal, openHome, submit, tap, typeCommand } from './acts.ts';

const someone = z.string();
const place = z.union([z.object({ channel: z.string(), ts: z.string() }), z.object({ viewId: z.string() })]);

const commandSchema = z.object({
  user: someone,
  command: z.string().default('/ccg'),
  text: z.string().default(''),
  channel: z.string().optional(),
});
const tapSchema = z.object({ user: someone, actionId: z.string(), value: z.string().optional() }).and(place);
const submitSchema = z.object({ user: someone, viewId: z.string(), values: z.record(z.string(), z.unknown()).default({}) });
const userSchema = z.object({ user: someone });
const readSchema = z.object({ user: someone, channel: z.string() });
const clockSchema = z.object({ to: z.coerce.date() });

/** What a path of the control interface does with its JSON, or with its query for a GET. */
export type Route = (desk: Desk, input: unknown) => Promise<object> | object;

export const routes: Readonly<Record<string, Route>> = {
  'POST /control/command': (desk, input) => {
    const { channel, ...given } = commandSchema.parse(input);
    return typeCommand(desk, { ...given, channel: channel ?? homeChannel(desk, given.user) });
  },
  'POST /control/tap': (desk, input) => tap(desk, tapSchema.parse(input)),
  'POST /control/submit': (desk, input) => submit(desk, submitSchema.parse(input)),
  'POST /control/close': (desk, input) => {
    closeModal(desk, userSchema.parse(input).user);
    return { ok: true };
  },
  'POST /control/home': (desk, input) => openHome(desk, userSchema.parse(input).user),
  'POST /control/direct': (desk, input) => ({ channel: openDirect(desk, userSchema.parse(input).user).id }),
  'POST /control/read': (desk, input) => {
    const { user, channel } = readSchema.parse(input);
    desk.record({ kind: 'read', user, channel, ts: messagesIn(desk.workspace, channel).at(-1)?.ts ?? '' });
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
    const { channel, user } = z.object({ channel: z.string(), user: someone.optional() }).parse(input);
    return { messages: visibleTo(desk.workspace, channel, user ?? null) };
  },
  'GET /control/view': (desk, input) => {
    const { user } = userSchema.parse(input);
    return { modal: desk.modals.get(user)?.at(-1) ?? null, home: desk.workspace.homes.get(user) ?? null };
  },
  'GET /control/state': (desk, input) => {
    const { user } = z.object({ user: someone.optional() }).parse(input);
    const channels = [...desk.workspace.channels.values()].filter(({ dmWith }) => !user || !dmWith || dmWith === user);
    return {
      app: desk.manifest.name,
      commands: desk.manifest.commands,
      clock: new Date(desk.clock.now()).toISOString(),
      users: desk.workspace.users,
      channels: channels.map((channel) => ({ ...channel, unread: user ? unreadIn(desk.workspace, channel.id, user) : 0 })),
      connected: desk.sockets.isOpen(),
      traffic: desk.traffic.slice(-50),
    };
  },
};

/** Where a command is typed when no channel is named: the person's direct messages with the bot, or the first channel. */
const homeChannel = ({ workspace }: Desk, user: string) =>
  dmChannelOf(workspace, user)?.id ?? [...workspace.channels.values()].find(({ dmWith }) => !dmWith)?.id ?? '';

/** The person's direct messages with the bot, which Slack opens when they first look at the app. */
const openDirect = ({ workspace, record }: Desk, user: string) => {
  const known = dmChannelOf(workspace, user);
  const channel = known ?? { id: `D${user.slice(1)}`, name: user, dmWith: user, hasBot: true };
  if (!known) record({ kind: 'opened', channel });
  return channel;
};
