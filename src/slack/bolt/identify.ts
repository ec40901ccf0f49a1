// What Slack knows of people, and finding out which person of ours stands before us.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Standing, standingsOf } from '../../domain/people/permissions.ts';
import type { Account } from '../../store/people/accounts.ts';
import type { Store } from '../../store/store.ts';
import type { MemberVisit, Visit } from './interaction.ts';
import type { House } from './serve.ts';

export type Profile = { readonly name: string; readonly email: string | null; readonly isActive: boolean };

const userSchema = z.object({
  id: z.string(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  real_name: z.string().optional(),
  profile: z.object({ email: z.string().optional(), real_name: z.string().optional() }).default({}),
});

/** A person's name and verified e-mail, from Slack. */
export const readProfile = async (reads: WebClient, slackId: string): Promise<Profile> => {
  const user = userSchema.parse((await reads.users.info({ user: slackId })).user);
  return {
    name: user.profile.real_name ?? user.real_name ?? 'New member',
    email: user.profile.email?.toLowerCase() ?? null,
    isActive: !user.deleted,
  };
};

/** Everyone in the workspace who has an e-mail: a page of users.list at a time (Slack: tier 2, 200 a page). */
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

type Door = { readonly store: Store; readonly reads: WebClient; readonly slashCommand: string };

/** Who someone is to us. A stranger is looked up on the rosters by their verified e-mail first. */
export const receive = async ({ store, reads, slashCommand }: Door, slackId: string, now: Date): Promise<Visit> => {
  const profile = () => readProfile(reads, slackId);
  const code = (await store.accounts.ccgOf(slackId)) ?? (await recognise(store, await profile(), slackId));
  const found = code === undefined ? undefined : await asMember(store, code, slackId, slashCommand, now);
  const member = found && (await asTheyAre(await withName(found, profile), profile));
  const standings: readonly Standing[] = member?.standings ?? ['stranger'];
  return { now, slackId, slashCommand, standings, store, profile, ...(member ? { member } : {}) };
};

const recognise = async (store: Store, { email, isActive }: Profile, slackId: string) => {
  if (email && isActive) await store.accounts.link([{ slackId, email }]);
  return store.accounts.ccgOf(slackId); // whoever linked them: this visit, another one, or the job that looks everyone up
};

const asMember = async (
  store: Store,
  code: string,
  slackId: string,
  slashCommand: string,
  now: Date,
): Promise<MemberVisit | undefined> => {
  const home = store.ccg(code);
  const [ccg, person] = await Promise.all([store.ccgs.find(code), home.people.bySlackId(slackId)]);
  if (!ccg || !person) return undefined;
  const levels = await home.people.confirmedLevels(person.id);
  return { now, slashCommand, standings: standingsOf(person, levels), store, ccg, person, home };
};

/** A lead who was added by e-mail or Slack id alone gets their name from Slack on their first visit. */
const withName = async (visit: MemberVisit, profile: () => Promise<Profile>): Promise<MemberVisit> => {
  const { person, home } = visit;
  if (person.name !== person.email && person.name !== person.slackId) return visit;
  const { name } = await profile();
  await home.people.rename(person.id, name);
  return { ...visit, person: { ...person, name } };
};

/** Whose account was deactivated is nothing to us, unless Slack says now that it is active again. */
const asTheyAre = async (visit: MemberVisit, profile: () => Promise<Profile>): Promise<MemberVisit> => {
  const { person, home, now } = visit;
  if (!person.deactivatedAt) return visit;
  if (!(await profile()).isActive) return { ...visit, standings: [] };
  await home.people.reactivate(person.id, now);
  return visit;
};

/** An account was deactivated, or is active again: its person's seats are freed, or nothing happens to them. */
export const followAccount = async ({ store, now }: Pick<House, 'store' | 'now'>, user: unknown): Promise<void> => {
  const { id: slackId, deleted = false } = userSchema.parse(user);
  const code = await store.accounts.ccgOf(slackId);
  const person = code && (await store.ccg(code).people.bySlackId(slackId));
  if (!code || !person) return;
  const { people } = store.ccg(code);
  await (deleted ? people.deactivate(person.id, now()) : people.reactivate(person.id, now()));
};
