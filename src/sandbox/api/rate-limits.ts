// Slack's rate limits, on the sandbox's clock: calls a minute for each method, and one message a
// second a channel with short bursts. Slack promises no numbers for posting; one a second a channel
// and several hundred a minute is what its documentation speaks of.

const BURST = 5;

/** Seconds to wait, or nothing where the call may go ahead. */
export type Limits = {
  refuse(method: string, perMinute: number, channel: string): number | undefined;
};

export const createLimits = (now: () => number): Limits => {
  const calls = new Map<string, number[]>();
  const waitFor = (key: string, most: number, windowMs: number) => {
    const recent = (calls.get(key) ?? []).filter((at) => now() - at < windowMs);
    calls.set(key, recent);
    return recent.length < most
      ? undefined
      : Math.max(1, Math.ceil(((recent[0] ?? 0) + windowMs - now()) / 1000));
  };
  return {
    refuse: (method, perMinute, channel) => {
      const keys = [
        [method, perMinute, 60_000],
        ...(method === 'chat.postMessage' ? [[`${method} ${channel}`, BURST, BURST * 1000]] : []),
      ] as const;
      const waits = keys
        .map(([key, most, windowMs]) => waitFor(String(key), Number(most), Number(windowMs)))
        .filter((wait) => wait !== undefined);
      if (waits.length > 0) return Math.max(...waits);
      for (const [key] of keys) calls.get(String(key))?.push(now());
      return undefined;
    },
  };
};
