// What Slack says of the accounts of its workspace.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { AccountKind, SlackAccount } from '../../domain/people/accounts.ts';

/**
 * https://docs.slack.dev/reference/objects/user-object; fields that Slack may leave out may be
 * null.
 */
const userSchema = z.object({
  id: z.string(),
  team_id: z.string().nullish(),
  enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_workflow_bot: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  is_email_confirmed: z.boolean().nullish(),
  real_name: z.string().nullish(),
  profile: z.object({ email: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
});

type SlackUser = z.infer<typeof userSchema>;
type OwnTeam = { readonly teamId: string | undefined; readonly enterpriseId: string | undefined };

/** One account, as Slack has it now. */
export const readAccount = async (reads: WebClient, slackId: string): Promise<SlackAccount> => {
  const [team, { user }] = await Promise.all([ownTeam(reads), reads.users.info({ user: slackId })]);
  return toAccount(userSchema.parse(user), team);
};

/**
 * Every account of the team: a page of users.list at a time (Slack: tier 2, 200 a page). One
 * that cannot be read is left out, so that it keeps nobody else from being found.
 */
export const listAccounts = async (reads: WebClient): Promise<SlackAccount[]> => {
  const team = await ownTeam(reads);
  const accounts: SlackAccount[] = [];
  for await (const page of reads.paginate('users.list', { limit: 200 })) {
    const members = z
      .array(z.unknown())
      .catch([])
      .parse((page as { members?: unknown }).members);
    accounts.push(
      ...members.flatMap((member) => {
        const user = userSchema.safeParse(member);
        return user.success ? [toAccount(user.data, team)] : [];
      }),
    );
  }
  return accounts;
};

const toAccount = (user: SlackUser, team: OwnTeam): SlackAccount => ({
  slackId: user.id,
  name: user.profile?.real_name || user.real_name || 'New member',
  email: user.profile?.email?.toLowerCase() || null,
  isActive: !user.deleted,
  kind: kindOf(user, team),
});

const kindOf = (user: SlackUser, team: OwnTeam): AccountKind => {
  if (user.is_bot || user.is_workflow_bot || user.id === 'USLACKBOT') return 'bot';
  if (user.is_stranger || !belongsTo(user, team)) return 'external';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  return user.is_email_confirmed === false ? 'unconfirmed_email' : 'full';
};

/**
 * On Enterprise Grid an account belongs to the organisation, whichever workspace it is seen from.
 */
const belongsTo = (user: SlackUser, { teamId, enterpriseId }: OwnTeam) =>
  !user.team_id ||
  user.team_id === teamId ||
  (enterpriseId !== undefined && user.enterprise_user?.enterprise_id === enterpriseId);

const ownTeams = new WeakMap<WebClient, Promise<OwnTeam>>();

/** Which workspace the app's token is for: asked once, and again where Slack did not answer. */
const ownTeam = (reads: WebClient): Promise<OwnTeam> => {
  const known = ownTeams.get(reads);
  if (known) return known;
  const asked = reads.auth.test().then(({ team_id, enterprise_id }) => ({
    teamId: team_id,
    enterpriseId: enterprise_id,
  }));
  ownTeams.set(reads, asked);
  asked.catch(() => ownTeams.delete(reads));
  return asked;
};
