import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readPlace } from '../src/config.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
const refusal = (environment: Record<string, string>) => {
  try {
    readConfig(environment);
    return 'taken';
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
};

describe('the environment', () => {
  it('with nothing set, the sandbox opens and everything has a default', () =>
    expect(readConfig({})).toEqual({
      slack: undefined,
      databaseUrl: undefined,
      dataDir: './data',
      poolSize: 12,
      healthPort: undefined,
      slashCommand: '/ccg',
      sandboxPort: 4400,
      clockUrl: undefined,
      logLevel: 'info',
    }));

  it('an empty variable counts as not set', () =>
    expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: '' }).slack).toBeUndefined());

  it('SLACK_APP_TOKEN means Socket Mode', () =>
    expect(readConfig({ ...bot, SLACK_APP_TOKEN: 'xapp-1' }).slack).toMatchObject({
      mode: 'socket',
      appToken: 'xapp-1',
    }));

  it('SLACK_SIGNING_SECRET with PORT means HTTP', () =>
    expect(readConfig({ ...bot, SLACK_SIGNING_SECRET: 's', PORT: '3000' }).slack).toMatchObject({
      mode: 'http',
      port: 3000,
    }));

  it.each([
    [
      'a bot token without the rest',
      bot,
      'Neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET with PORT (for ' +
        'HTTP) is set',
    ],
    [
      'both modes at once',
      { ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's', PORT: '1' },
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set',
    ],
    [
      'an app token without a bot token',
      { SLACK_APP_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN is missing',
    ],
    [
      'SLACK_API_URL alone, which means real use',
      { SLACK_API_URL: 'http://127.0.0.1:1/api/' },
      'SLACK_BOT_TOKEN is missing',
    ],
    ['HTTP without a port', { ...bot, SLACK_SIGNING_SECRET: 's' }, 'PORT is missing'],
    [
      'tokens in each other’s place',
      { SLACK_BOT_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN must begin with xoxb-',
    ],
    [
      'a slash command that Slack would not take',
      { SLASH_COMMAND: 'ccg' },
      'SLASH_COMMAND must be a slash and a word',
    ],
    [
      'a database that is not PostgreSQL',
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL must begin with postgresql://',
    ],
    [
      'an unknown log level',
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be debug, info, warn, error or silent',
    ],
    [
      'production without tokens',
      { NODE_ENV: 'production' },
      'The sandbox is never opened in production.',
    ],
  ])('%s is refused, naming the variable and the remedy', (_, environment, words) =>
    expect(refusal(environment)).toContain(words),
  );

  it('the command line needs no Slack tokens, in production either', () =>
    expect(readPlace({ NODE_ENV: 'production', DATA_DIR: '/srv/ccg' })).toEqual({
      databaseUrl: undefined,
      dataDir: '/srv/ccg',
      poolSize: 12,
    }));
});
