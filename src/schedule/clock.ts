// The clock everything due is measured by: the machine's, or the one that a sandbox serves at
// CLOCK_URL and that can be moved forward.
import { z } from 'zod';

export type Clock = {
  now(): Date;
  /**
   * Calls `work` with the time it has been moved to, the same for all who follow, and tells the
   * other side when it is done and when something is next due.
   */
  onMove(work: (now: Date) => Promise<{ next: Date | undefined }>): void;
  stop(): void;
};

export const machineClock: Clock = { now: () => new Date(), onMove: () => {}, stop: () => {} };

const moveSchema = z.object({ now: z.coerce.date(), move: z.int() });

/**
 * Follows the clock at a URL, over a WebSocket. Each message gives its time; between messages it
 * runs at the pace of the machine's.
 * @throws where no clock answers there
 */
export const followClock = async (url: string): Promise<Clock> => {
  let offset = 0;
  let work: ((now: Date) => Promise<{ next: Date | undefined }>) | undefined;
  const socket = new WebSocket(url);
  const now = () => new Date(Date.now() + offset);
  const settle = async (move: number, time: Date) => {
    const { next } = (await work?.(time)) ?? { next: undefined };
    if (socket.readyState === WebSocket.OPEN)
      socket.send(JSON.stringify({ move, next: next?.toISOString() ?? null }));
  };
  let queue: Promise<unknown> = Promise.resolve();
  await new Promise<void>((ready, fail) => {
    socket.addEventListener('error', () => fail(new Error(`No clock answers at ${url}.`)));
    socket.addEventListener('message', ({ data }) => {
      const { now: time, move } = moveSchema.parse(JSON.parse(String(data)));
      offset = time.getTime() - Date.now();
      queue = queue.then(() => settle(move, time));
      ready();
    });
  });
  return {
    now,
    onMove: (given) => {
      work = given;
    },
    stop: () => socket.close(),
  };
};
