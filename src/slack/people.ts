// What Slack knows of people, and finding out which person of ours stands before us.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { MemberVisit, Visit } from './visit.ts';

export type Profile = { readonly name: string; readonly email: string | null };

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
  return { name: user.profile.real_name ?? user.real_name ?? 'New member', email: user.profile.email?.toLowerCase() ?? null };
};

/** Everyone in the workspace who has an e-mail: a page of users.list at a time (Slack: tier 2, 200 a page). */
export const listAccounts = async (reads: WebClient): Promise<{ slackId: string; email: string }[]> => {
  const accounts: { slackId: string; email: string }[] = [];
  for await (const page of reads.paginate('users.list', { limit: 200 })) {
    const users = z.array(userSchema).parse((page as { members?: unknown }).members ?? []);
    accounts.push(
      ...users.flatMap(({ id, deleted, is_bot, profile }) =>
        profile.email && !deleted && !is_bot ? [{ slackId: id, email: profile.email }] : [],
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
  const member = found && (await withName(found, profile));
  return { now, slackId, slashCommand, standing: member?.standing ?? 'stranger', store, profile, ...(member ? { member } : {}) };
};

const recognise = async (store: Store, { email }: Profile, slackId: string) => {
  if (email) await store.accounts.link([{ slackId, email }]);
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
  return { now, slashCommand, standing: person.engagementLead ? 'engagement_lead' : 'member', ccg, person, home };
};

/** A lead who was added by e-mail or Slack id alone gets their name from Slack on their first visit. */
const withName = async (visit: MemberVisit, profile: () => Promise<Profile>): Promise<MemberVisit> => {
  const { person, home } = visit;
  if (person.name !== person.email && person.name !== person.slackId) return visit;
  const { name } = await profile();
  await home.people.rename(person.id, name);
  return { ...visit, person: { ...person, name } };
};
