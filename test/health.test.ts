import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { type Health, type HealthProbe, serveHealth } from '../src/health.ts';
import { freePort } from './support/bot/port.ts';

const well: HealthProbe = {
  isSlackReached: () => true,
  roundEndedAt: () => performance.now(),
  refusedBySlack: async () => undefined,
  write: async () => {},
};
const never = new Promise<never>(() => {});

describe('GET /healthz', () => {
  let health: Health | undefined;
  afterEach(() => health?.close());

  const ask = async (port: number) => {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    return { status: response.status, ...((await response.json()) as object) };
  };
  const serve = async (probe: HealthProbe) => {
    const port = await freePort();
    health = serveHealth(port, () => probe);
    return port;
  };
  const stateOf = async (given: Partial<HealthProbe>) => ask(await serve({ ...well, ...given }));

  it('is 200 where all is well', async () =>
    expect(await stateOf({})).toEqual({ status: 200, database: 'ok', slack: 'ok', jobs: 'ok' }));

  it('says that the database does not take what is written', async () =>
    expect(await stateOf({ write: () => Promise.reject(new Error('read-only')) })).toMatchObject({
      status: 503,
      database: 'does not take what is written: is it read-only, or its disk full?',
    }));

  it('says that jobs have not all run, two minutes later at most', async () =>
    expect(await stateOf({ roundEndedAt: () => performance.now() - 119_000 })).toMatchObject({
      status: 503,
      jobs: 'have not all run without an error for 2 minutes: see the log',
    }));

  it('asks a database that does not answer only once at a time', async () => {
    let asked = 0;
    const port = await serve({
      ...well,
      refusedBySlack: () => {
        asked += 1;
        return never;
      },
    });
    const states = await Promise.all([ask(port), ask(port), ask(port)]);
    expect(states.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(asked).toBe(1);
  });
});
