// The sandbox's clock: it runs like the machine's, can be moved forward, and lets everyone who
// follows it finish each step.
import type { WebSocket } from 'ws';
import { z } from 'zod';

type Follower = { settled: number; next: number | undefined };

const reportSchema = z.object({ move: z.int(), next: z.iso.datetime().nullable() });

export type SandboxClock = ReturnType<typeof createClock>;

/** A clock ahead of the machine's by `offset()`; `setOffset` remembers a new one. */
export const createClock = (offset: () => number, setOffset: (ms: number) => void) => {
  const followers = new Map<WebSocket, Follower>();
  let move = 0;
  let wake = () => {};
  const now = () => Date.now() + offset();

  const tell = (socket: WebSocket) =>
    socket.send(JSON.stringify({ now: new Date(now()).toISOString(), move }));

  const follow = (socket: WebSocket) => {
    followers.set(socket, { settled: -1, next: undefined });
    socket.on('message', (data) => {
      const { move: settled, next } = reportSchema.parse(JSON.parse(String(data)));
      followers.set(socket, { settled, next: next === null ? undefined : Date.parse(next) });
      wake();
    });
    socket.on('close', () => {
      followers.delete(socket); // one that died no longer holds the clock up
      wake();
    });
    tell(socket);
  };

  const allSettled = async () => {
    while ([...followers.values()].some(({ settled }) => settled < move))
      await new Promise<void>((done) => {
        wake = done;
      });
  };

  const step = async (to: number) => {
    setOffset(to - Date.now());
    move += 1;
    for (const socket of followers.keys()) tell(socket);
    await allSettled();
  };

  const moveTo = async (to: number) => {
    await allSettled();
    // people have done things since the last move: everyone says again what is next due
    await step(now());
    while (true) {
      // what has become due while we were looking is due now: it is not jumped over
      const due = [...followers.values()].flatMap(({ next }) =>
        next !== undefined && next < to ? next : [],
      );
      const target = Math.max(Math.min(to, ...due), now());
      await step(target);
      if (target >= to || now() >= to) return;
    }
  };

  let moving: Promise<void> = Promise.resolve();
  return {
    now,
    follow,
    /**
     * Moves forward, stopping wherever a follower has something due, until `to` is reached and
     * everyone is done. Never backward; one move at a time.
     */
    moveTo: (to: number): Promise<void> => {
      moving = moving.then(() => moveTo(to));
      return moving;
    },
  };
};
