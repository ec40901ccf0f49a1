// Whether Slack seems to be down. While it does, one message at a time is tried after a pause, so
// that an outage leaves few messages of which nobody knows whether they arrived.

export type Outage = {
  /** Slack answered, whatever it said. */
  answered(): void;
  /** Slack could not be reached, or failed to answer. */
  failed(): void;
  /** So many calls in a row failed that it is not the fault of one message. */
  isLikely(): boolean;
};

const FAILURES_IN_A_ROW = 3;

export const createOutage = (): Outage => {
  let failures = 0;
  return {
    answered: () => {
      failures = 0;
    },
    failed: () => {
      failures += 1;
    },
    isLikely: () => failures >= FAILURES_IN_A_ROW,
  };
};
