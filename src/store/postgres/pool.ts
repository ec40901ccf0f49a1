// The connections of one process: so many at most, each given up where its host has gone silent.
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CONNECT_MS, KEEP_ALIVE } from './connection.ts';

export type PoolOptions = {
  /** The address; asked for every connection, because it may change. */
  readonly url: () => string;
  readonly size: number;
  /** After so many milliseconds without a word from PostgreSQL a connection is given up. */
  readonly silenceMs?: number;
};

/** Longer than any statement may take: nothing at all is heard of a host that is lost. */
const SILENCE_MS = 30_000;
/** PostgreSQL has no more connections for this account or at all: others have them. */
const TOO_MANY_CONNECTIONS = '53300';
/** PostgreSQL counts one that it refused until that has ended, so the next is not tried at once. */
const REST_MS = 200;
/** So long a process makes do with the connections it got; then it tries for more. */
const MAKE_DO_MS = 60_000;

export const createPool = ({ url, size, silenceMs = SILENCE_MS }: PoolOptions): pg.Pool => {
  let restUntil = 0;
  class Client extends pg.Client {
    constructor() {
      super({ connectionString: url(), connectionTimeoutMillis: CONNECT_MS, ...KEEP_ALIVE });
      this.on('error', () => {}); // whoever uses it hears of it; else it would end the process
    }
    override connect(): Promise<pg.Client>;
    override connect(call: Told): void;
    // biome-ignore lint/suspicious/noConfusingVoidType: the library declares both ways to call it
    override connect(call?: Told): Promise<pg.Client> | void {
      const connected = pause(Math.max(0, restUntil - Date.now())).then(() => super.connect());
      if (!call) return connected;
      return void connected.then(
        (client) => (call as (error: null, client: pg.Client) => void)(null, client),
        call as (error: Error) => void,
      );
    }
  }
  const pool = new pg.Pool({ Client, max: size, connectionTimeoutMillis: CONNECT_MS });
  pool.on('error', () => {}); // an idle connection went away; the next statement gets another
  pool.on('connect', (client) => endInSilence(client, silenceMs));
  waitWhereTooMany(pool, size, () => {
    restUntil = Date.now() + REST_MS;
  });
  return pool;
};

type Told = ((error: Error) => void) | ((error: null, client: pg.Client) => void);

const endInSilence = (client: pg.PoolClient, silenceMs: number) => {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(silenceMs, () => stream.destroy(new Error('PostgreSQL went silent.')));
};

/** Where there are no more connections, waits for one of its own, or for one that others leave. */
const waitWhereTooMany = (pool: pg.Pool, size: number, rest: () => void) => {
  const connectOnce = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const makeDo = () => {
    rest();
    if (pool.options.max === size)
      setTimeout(() => Object.assign(pool.options, { max: size }), MAKE_DO_MS).unref();
    pool.options.max = Math.max(1, pool.totalCount);
  };
  const connect = async (giveUpAt = Date.now() + CONNECT_MS): Promise<pg.PoolClient> =>
    connectOnce().catch(async (error) => {
      if (error.code !== TOO_MANY_CONNECTIONS || Date.now() >= giveUpAt) throw error;
      makeDo();
      return connect(giveUpAt);
    });
  const connectOrCall = (call?: (...given: unknown[]) => void) => {
    const got = connect();
    if (!call) return got;
    return void got.then(
      (client) => call(undefined, client, client.release),
      (error) => call(error),
    );
  };
  Object.assign(pool, { connect: connectOrCall });
};
