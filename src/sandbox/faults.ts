// Faults that tests ask for: what Slack does on a bad day.
import { z } from 'zod';

/** What can go wrong with a command, tap or form on its way to the bot. */
const ON_THE_WAY = ['duplicate', 'disconnect', 'timeout'];

const given = z.object({
  /**
   * A Web API method, “interaction” for a command, tap or form, or “response_url” for an answer to
   * one.
   */
  method: z.string(),
  kind: z.enum([
    '429',
    '500',
    'timeout',
    'drop_before_commit',
    'drop_after_commit',
    'delayed_commit',
    'duplicate',
    'refuse',
    'disconnect',
  ]),
  /** 0 ends all faults of the method. */
  times: z.int().min(0).max(1000),
  /** For “refuse”: Slack's error code. */
  error: z.string().optional(),
  /**
   * For “delayed_commit”: how long after the connection was cut Slack does it all the same, in real
   * milliseconds.
   */
  delayMs: z.int().min(0).max(60_000).default(2000),
});

export const faultSchema = given
  .refine(
    ({ method, kind }) => method !== 'interaction' || ON_THE_WAY.includes(kind),
    `an interaction can suffer: ${ON_THE_WAY.join(', ')}`,
  )
  .refine(
    ({ method, kind }) => method !== 'response_url' || kind === 'refuse',
    'an answer to a response_url can only be refused',
  )
  .refine(
    ({ method, kind }) => method === 'interaction' || !['duplicate', 'disconnect'].includes(kind),
    'only an interaction can be doubled or disconnected',
  );

export type Fault = z.infer<typeof faultSchema>;
export type Faults = { add(fault: Fault): void; take(method: string): Fault | undefined };

export const createFaults = (): Faults => {
  const waiting: Fault[] = [];
  return {
    add: (fault) => {
      if (fault.times > 0) return void waiting.push({ ...fault });
      for (const each of waiting) if (each.method === fault.method) each.times = 0;
    },
    take: (method) => {
      const index = waiting.findIndex((fault) => fault.method === method && fault.times > 0);
      const fault = waiting[index];
      if (!fault) return undefined;
      fault.times -= 1;
      if (fault.times === 0) waiting.splice(index, 1);
      return fault;
    },
  };
};
