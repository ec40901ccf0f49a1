// What Slack's SDK has to say goes into our log, a line of JSON each.
import { type Logger, LogLevel } from '@slack/web-api';
import type { Log } from '../../log.ts';

/** Only its errors: all else we hear from the calls themselves. */
export const sdkLog = (log: Log): Logger => ({
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (...words) => log.error({ from: 'Slack’s SDK' }, words.map(toText).join(' ')),
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
});

const toText = (word: unknown) => (word instanceof Error ? word.message : String(word));
