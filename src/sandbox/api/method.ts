// What a Web API method is here: its scope and tier (docs.slack.dev), and what it does.
import type { Desk } from '../desk.ts';

export type Params = Readonly<Record<string, unknown>>;

export type Method = {
  /** The bot scope it needs; none for methods every token may call. */
  readonly scope?: string;
  readonly token: 'bot' | 'app';
  /** Calls a minute. Slack promises at least so many; we allow no more. */
  readonly perMinute: number;
  run(desk: Desk, params: Params): object;
};

/** Slack's own error code, with what may help to find the reason. */
export class ApiError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  constructor(code: string, hint?: string) {
    super(code);
    this.code = code;
    this.hint = hint;
  }
}
