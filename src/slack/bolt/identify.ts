// Which member a Slack user is, and what Slack tells us about its users.
import type { WebClient } from '@slack/web-api';
import type { SlackAccount } from '../../domain/people/accounts.ts';
import { type UserRole, userRolesOf } from '../../domain/people/permissions.ts';
import type { Store } from '../../store/store.ts';
import { readAccount } from '../api/accounts.ts';
import { isPlatformError } from '../api/posting.ts';
import type { SlackContext } from './context.ts';
import type { Interaction, MemberInteraction } from './interaction.ts';

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
  const profile = () => readAccount(reads, slackId);
  const code =
    (await store.accounts.ccgOf(slackId)) ?? (await linkAccount(store, reads, await profile()));
  const found =
    code === undefined ? undefined : await loadMember(store, code, slackId, slashCommand, now);
  const member = found && (await refuseDeactivated(await withName(found, profile), profile));
  const userRoles: readonly UserRole[] = member?.userRoles ?? ['stranger'];
  return { now, slackId, slashCommand, userRoles, store, profile, ...(member ? { member } : {}) };
};

/** Links a new account to the person of its e-mail address, also in place of a deactivated one. */
const linkAccount = async (store: Store, reads: WebClient, account: SlackAccount) => {
  await store.accounts.link([account]);
  for (const other of await store.accounts.othersWith(account))
    if (!(await readAccount(reads, other.slackId).catch(isUnknown)).isActive)
      await store.accounts.takeOver(other, account);
  // whoever linked them: this interaction, another one, or the job that looks everyone up
  return store.accounts.ccgOf(account.slackId);
};

/** An account that Slack does not know any more. Whatever else went wrong tells nothing of it. */
const isUnknown = (error: unknown) => {
  if (isPlatformError(error, 'user_not_found', 'users_not_found')) return { isActive: false };
  throw error;
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
  profile: () => Promise<SlackAccount>,
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
  profile: () => Promise<SlackAccount>,
): Promise<MemberInteraction> => {
  const { person, ccgStore, now } = interaction;
  if (!person.deactivatedAt) return interaction;
  if (!(await profile()).isActive) return { ...interaction, userRoles: [] };
  await ccgStore.people.reactivate(person.id, now);
  return interaction;
};

/**
 * Something about an account changed. Slack is asked what it is now: an event may come late, twice
 * or from somebody else. A deactivated account's seats are freed; a new e-mail address is followed.
 */
export const followAccount = async (
  { store, reads, now }: Pick<SlackContext, 'store' | 'reads' | 'now'>,
  slackId: string,
): Promise<void> => {
  const code = await store.accounts.ccgOf(slackId);
  const person = code && (await store.ccg(code).people.bySlackId(slackId));
  if (!code || !person) return;
  const account = await readAccount(reads, slackId);
  const { people } = store.ccg(code);
  if (!account.isActive) return people.deactivate(person.id, now());
  await people.reactivate(person.id, now());
  await store.accounts.followEmails([account], now());
};
