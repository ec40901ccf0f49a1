// Each trial has a data folder of its own, with a PostgreSQL that only the bots look after.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setUpDemo } from '../../src/demo.ts';
import { portOf } from '../../src/store/postgres/embedded/postmaster.ts';
import { stopServer } from '../../src/store/postgres/embedded/server.ts';
import { openStore } from '../../src/store/postgres/open.ts';
import { monday } from '../world.ts';
import { type Ground, type Plot, type Row, tell } from './scenario.ts';

/** So soon it must be back by itself. */
const BACK_WITHIN_MS = 60_000;

export const openOwnGround = async (): Promise<Ground> => {
  const folder = await mkdtemp(join(tmpdir(), 'ccg-engage-outages-'));
  const original = join(folder, 'original');
  const opened = await openStore({ databaseUrl: undefined, dataDir: original });
  await setUpDemo(opened.store, monday);
  await opened.close();
  let plots = 0;
  const newPlot = async (): Promise<Plot> => {
    plots += 1;
    const dataDir = join(folder, `plot ${plots}`);
    await cp(original, dataDir, { recursive: true, filter: (path) => !path.endsWith('.opts') });
    return plotIn(dataDir);
  };
  return { newPlot, close: () => rm(folder, { recursive: true }) };
};

const plotIn = (dataDir: string): Plot => {
  const folder = join(dataDir, 'postgres');
  let longestMs = 0;
  const ask = async (statement: string): Promise<Row[]> => {
    const began = Date.now();
    for (;;) {
      const rows = await askOnce(folder, statement).catch((error: Error) => error);
      const away = Date.now() - began;
      longestMs = Math.max(longestMs, away);
      if (!(rows instanceof Error)) return rows;
      if (away > BACK_WITHIN_MS)
        throw new Error('PostgreSQL was not back within a minute.', { cause: rows });
      await pause(200);
    }
  };
  return {
    environment: { DATA_DIR: dataDir },
    folder,
    ask,
    longestAwayMs: () => longestMs,
    cut: async () =>
      void (await ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`)),
    drop: async () => {
      await stopServer(dataDir);
      await rm(dataDir, { recursive: true });
    },
  };
};

const askOnce = async (folder: string, statement: string) => {
  const password = await readFile(join(folder, 'password'), 'utf8');
  return tell(`postgresql://owner:${password}@127.0.0.1:${portOf(folder)}/postgres`, statement);
};
