// Which member a Slack user is, and what Slack tells us about its users.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type UserRole, userRolesOf } from '../../domain/people/permissions.ts';
import type { Account } from '../../store/people/accounts.ts';
import type { Store } from '../../store/store.ts';
import type { SlackContext } from './context.ts';
import type { Interaction, MemberInteraction, SlackProfile } from './interaction.ts';

const userSchema = z.object({
  id: z.string(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  real_name: z.string().optional(),
  profile: z.object({ email: z.string().optional(), real_name: z.string().optional() }).default({}),
});

/** A person's name and verified e-mail, from Slack. */
export const readProfile = async (reads: WebClient, slackId: string): Promise<SlackProfile> => {
  const user = userSchema.parse((await reads.users.info({ user: slackId })).user);
  return {
    name: user.profile.real_name ?? user.real_name ?? 'New member',
    email: user.profile.email?.toLowerCase() ?? null,
    isActive: !user.deleted,
  };
};

/** Everyone in the workspace who has an e-mail. users.list is of tier 2 and has 200 a page. */
export const listAccounts = async (reads: WebClient): Promise<Account[]> => {
  const accounts: Account[] = [];
  for await (const page of reads.paginate('users.list', { limit: 200 })) {
    const users = z.array(userSchema).parse((page as { members?: unknown }).members ?? []);
    accounts.push(
      ...users.flatMap(({ id, deleted, is_bot, profile }) =>
        profile.email && !is_bot ? [{ slackId: id, email: profile.email, isActive: !deleted }] : [],
      ),
    );
  }
  return accounts;
};

type IdentityContext = {
  readonly store: Store;
  readonly reads: WebClient;
  readonly slashCommand: string;
};

/** Who a user is. One not known yet is looked up on the rosters by their verified e-mail. */
export const identifyUser = async (
  { store, reads, slashCommand }: IdentityContext,
  slackId: string,
  now: Date,
): Promise<Interaction> => {
  const profile = () => readProfile(reads, slackId);
  const code =
    (await store.accounts.ccgOf(slackId)) ?? (await linkAccount(store, await profile(), slackId));
  const found =
    code === undefined ? undefined : await loadMember(store, code, slackId, slashCommand, now);
  const member = found && (await refuseDeactivated(await withName(found, profile), profile));
  const userRoles: readonly UserRole[] = member?.userRoles ?? ['stranger'];
  return { now, slackId, slashCommand, userRoles, store, profile, ...(member ? { member } : {}) };
};

const linkAccount = async (store: Store, { email, isActive }: SlackProfile, slackId: string) => {
  if (email && isActive) await store.accounts.link([{ slackId, email }]);
  // another interaction, or the job that reads all accounts, may have linked them first
  return store.accounts.ccgOf(slackId);
};

const loadMember = async (
  store: Store,
  code: string,
  slackId: string,
  slashCommand: string,
  now: Date,
): Promise<MemberInteraction | undefined> => {
  const ccgStore = store.ccg(code);
  const [ccg, person] = await Promise.all([
    store.ccgs.find(code),
    ccgStore.people.bySlackId(slackId),
  ]);
  if (!ccg || !person) return undefined;
  const levels = await ccgStore.people.confirmedLevels(person.id);
  return {
    now,
    slashCommand,
    userRoles: userRolesOf(person, levels),
    store,
    ccg,
    person,
    ccgStore,
  };
};

/** A lead added by e-mail or Slack id alone gets their name from Slack when they first act. */
const withName = async (
  interaction: MemberInteraction,
  profile: () => Promise<SlackProfile>,
): Promise<MemberInteraction> => {
  const { person, ccgStore } = interaction;
  if (person.name !== person.email && person.name !== person.slackId) return interaction;
  const { name } = await profile();
  await ccgStore.people.rename(person.id, name);
  return { ...interaction, person: { ...person, name } };
};

/** A deactivated account may do nothing, unless Slack reports it as active again. */
const refuseDeactivated = async (
  interaction: MemberInteraction,
  profile: () => Promise<SlackProfile>,
): Promise<MemberInteraction> => {
  const { person, ccgStore, now } = interaction;
  if (!person.deactivatedAt) return interaction;
  if (!(await profile()).isActive) return { ...interaction, userRoles: [] };
  await ccgStore.people.reactivate(person.id, now);
  return interaction;
};

/** Follows Slack's event of a changed account. Deactivating a person frees their seats. */
export const followAccount = async (
  { store, now }: Pick<SlackContext, 'store' | 'now'>,
  user: unknown,
): Promise<void> => {
  const { id: slackId, deleted = false } = userSchema.parse(user);
  const code = await store.accounts.ccgOf(slackId);
  const person = code && (await store.ccg(code).people.bySlackId(slackId));
  if (!code || !person) return;
  const { people } = store.ccg(code);
  await (deleted ? people.deactivate(person.id, now()) : people.reactivate(person.id, now()));
};
