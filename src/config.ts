// The environment, read once. A mistake is answered with the variable's name and what to do about
// it.
import { z } from 'zod';
import type { SlackCredentials } from './slack/bolt/connect.ts';

export type Config = {
  /** How to reach Slack; none means that the sandbox is opened. */
  readonly slack: SlackCredentials | undefined;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly poolSize: number;
  readonly healthPort: number | undefined;
  readonly slashCommand: string;
  readonly sandboxPort: number;
  readonly clockUrl: string | undefined;
  readonly logLevel: string;
};

/** Something is wrong with the environment; the message says what, and what to do. */
export class ConfigError extends Error {}

const port = z.coerce.number().int().min(0).max(65_535);
const token = (prefix: string) =>
  z
    .string()
    .startsWith(
      prefix,
      `must begin with ${prefix}. Copy it again from your app’s page at api.slack.com/apps`,
    );
const level = z.enum(
  ['debug', 'info', 'warn', 'error', 'silent'],
  'must be debug, info, warn, error or silent',
);
const url = z.url('must be a full URL');

const variables = z.object({
  SLACK_BOT_TOKEN: token('xoxb-').optional(),
  SLACK_APP_TOKEN: token('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: url.optional(),
  PORT: port.optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgresql://' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1, 'must be a whole number from 1 to 100')
    .max(100, 'must be a whole number from 1 to 100')
    .default(12),
  PUBLIC_URL: url.optional(),
  HEALTH_PORT: port.optional(),
  SLASH_COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash and a word in small letters, such as /ccg')
    .default('/ccg'),
  SANDBOX_PORT: port.default(4400),
  CLOCK_URL: url.optional(),
  LOG_LEVEL: level.default('info'),
  NODE_ENV: z.string().optional(),
});

type Variables = z.infer<typeof variables>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment for the bot. An empty variable counts as not set. @throws ConfigError */
export const readConfig = (environment: Environment): Config => {
  const set = readVariables(environment);
  return {
    ...placeOf(set),
    slack: readSlack(set),
    healthPort: set.HEALTH_PORT,
    slashCommand: set.SLASH_COMMAND,
    sandboxPort: set.SANDBOX_PORT,
    clockUrl: set.CLOCK_URL,
    logLevel: set.LOG_LEVEL,
  };
};

/** Where the data is; all that the command line needs to know. @throws ConfigError */
export const readPlace = (
  environment: Environment,
): Pick<Config, 'databaseUrl' | 'dataDir' | 'poolSize'> => placeOf(readVariables(environment));

const placeOf = ({ DATABASE_URL, DATA_DIR, DATABASE_POOL_SIZE }: Variables) => ({
  databaseUrl: DATABASE_URL,
  dataDir: DATA_DIR,
  poolSize: DATABASE_POOL_SIZE,
});

const readVariables = (environment: Environment): Variables => {
  const parsed = variables.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  );
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join('\n'),
    );
  return parsed.data;
};

const readSlack = (set: Variables): SlackCredentials | undefined => {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    PORT: port,
    SLACK_API_URL: apiUrl,
  } = set;
  if (!botToken && !appToken && !signingSecret && !apiUrl) return refuseInProduction(set);
  if (!botToken)
    throw new ConfigError(
      'SLACK_BOT_TOKEN is missing. It begins with xoxb- and is on your app’s page under ' +
        '“OAuth & Permissions”.',
    );
  if (appToken && signingSecret)
    throw new ConfigError(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set. Keep SLACK_APP_TOKEN for ' +
        'Socket Mode, or SLACK_SIGNING_SECRET with PORT for HTTP.',
    );
  if (appToken) return { mode: 'socket', botToken, appToken, apiUrl };
  if (!signingSecret)
    throw new ConfigError(
      'Neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET with PORT (for ' +
        'HTTP) is set. Set one of them.',
    );
  if (port === undefined)
    throw new ConfigError(
      'PORT is missing. SLACK_SIGNING_SECRET means HTTP, and PORT says where Slack’s ' +
        'requests arrive.',
    );
  return { mode: 'http', botToken, signingSecret, port, apiUrl };
};

const refuseInProduction = ({ NODE_ENV }: Variables) => {
  if (NODE_ENV !== 'production') return undefined;
  throw new ConfigError(
    'NODE_ENV is production and no Slack tokens are set, so there is no workspace to serve. ' +
      'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (Socket Mode), or SLACK_BOT_TOKEN, ' +
      'SLACK_SIGNING_SECRET and PORT (HTTP). The sandbox is never opened in production.',
  );
};
