// Which workspace a token belongs to, and whether it is the one that the data belongs to. Checked
// before anything is sent: to another workspace nobody's account exists.
import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { describeError } from '../../log.ts';
import type { Workspace } from '../../store/workspace.ts';
import { classifyError, type SlackFailure } from '../api/errors.ts';
import type { SlackContext } from './context.ts';
import type { OnConnectionChange } from './socket.ts';

/** The bot cannot work with this token; the message says why, and what to do. */
export class TokenError extends Error {}

const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 30_000;

type CheckContext = Pick<SlackContext, 'store' | 'log' | 'writes'>;

/**
 * Waits until Slack and the database have answered.
 * @throws TokenError where Slack refuses the token, or it is one of another workspace
 */
export const checkWorkspace = async (
  context: CheckContext,
  onConnectionChange: OnConnectionChange,
  stopping: AbortSignal,
): Promise<void> => {
  for (
    let wait = FIRST_PAUSE_MS;
    !stopping.aborted && !(await isChecked(context, onConnectionChange, wait));
    wait = Math.min(wait * 2, MAX_PAUSE_MS)
  )
    await pause(wait, undefined, { signal: stopping }).catch(() => {});
};

/** False where Slack or the database does not answer now. */
const isChecked = async (
  { store, log, writes }: CheckContext,
  onConnectionChange: OnConnectionChange,
  againInMs: number,
): Promise<boolean> => {
  const team = await askWorkspace(writes);
  if (!('teamId' in team)) {
    onConnectionChange(false);
    if (isFinal(team)) throw new TokenError(describeRefusal(team.error));
    log.warn({ againInMs, error: team.error }, 'Slack cannot be reached');
    return false;
  }
  const known = await store.workspace.remember(team, new Date()).catch((error) => {
    log.warn({ againInMs, ...describeError(error) }, 'the database cannot be reached');
    return undefined;
  });
  onConnectionChange(!known); // while it waits for the database only; otherwise it connects next
  if (known && known.teamId !== team.teamId) throw new TokenError(describeMismatch(known, team));
  return known !== undefined;
};

const answerSchema = z.object({ team_id: z.string(), team: z.string() });

/** The workspace of the client's token (auth.test), or why Slack did not say. */
export const askWorkspace = (client: WebClient): Promise<Workspace | SlackFailure> =>
  client.auth.test().then(
    (answer) => {
      const { team_id: teamId, team: name } = answerSchema.parse(answer);
      return { teamId, name };
    },
    (error) => classifyError('auth.test', error),
  );

/** Why Slack refuses the app, where it does; that it cannot be reached is no such thing. */
export const refusalOf = async (client: WebClient): Promise<{ refused: string } | undefined> => {
  const team = await askWorkspace(client);
  return 'teamId' in team || !isFinal(team) ? undefined : { refused: team.error };
};

/** Slack has answered, and not that it has a bad moment. A proxy's answer is none of Slack's. */
const isFinal = ({ kind, error }: SlackFailure) =>
  (kind === 'app' && !error.startsWith('http_')) || kind === 'give up';

const describeRefusal = (error: string) =>
  `Slack does not accept SLACK_BOT_TOKEN (${error}). Copy it again from your app’s page at ` +
  'api.slack.com/apps, under “OAuth & Permissions”.';

const describeMismatch = (known: Workspace, team: Workspace) =>
  `SLACK_BOT_TOKEN is of the workspace ${team.name} (${team.teamId}), but this data belongs to ` +
  `${known.name} (${known.teamId}). Nothing was sent. Set a token of ${known.name}, or give ` +
  `${team.name} a DATA_DIR or DATABASE_URL of its own. If everybody has moved to ${team.name}, ` +
  'run: npm run ccg -- workspace change';
