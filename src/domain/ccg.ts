import type { Settings } from './settings.ts';

/** A Clinical Commissioning Group that runs the bot. */
export type Ccg = {
  /** ODS code, such as 00K. */
  readonly code: string;
  readonly name: string;
  /** The Slack channel where its summaries are posted. */
  readonly channelId: string;
  readonly settings: Settings;
};
