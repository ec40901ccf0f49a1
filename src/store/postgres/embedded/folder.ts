// The folder of the bot's own PostgreSQL: making it, and whether it can be used.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Unusable } from '../unusable.ts';
import { asOrdinaryUser, findBinaries, POSTGRES_MAJOR } from './binaries.ts';

/** Where PostgreSQL keeps the data of a data folder. */
export const folderOf = (dataDir: string): string => resolve(dataDir, 'postgres');

/** Whether a data folder holds data. */
export const hasData = (dataDir: string): boolean => existsSync(folderOf(dataDir));

/**
 * Makes the folder where there is none, and looks whether it can be used. It is made aside and
 * renamed into place, so that several processes may do so at once.
 * @throws Unusable
 */
export const prepareFolder = async (dataDir: string): Promise<string> => {
  const folder = folderOf(dataDir);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(folder)) await makeFolder(folder);
    checkOwner(folder);
    checkVersion(folder);
  } catch (error) {
    throw explain(error, dataDir);
  }
  return folder;
};

const makeFolder = async (folder: string) => {
  const aside = `${folder}.${randomBytes(4).toString('hex')}`;
  const passwordFile = `${aside}.password`;
  try {
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await initialise(aside, passwordFile);
    await rename(passwordFile, join(aside, 'password'));
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
    if (!existsSync(folder)) throw error; // else another was quicker; its folder is as good as ours
  }
};

const initialise = async (aside: string, passwordFile: string) => {
  const { initdb } = await findBinaries();
  const account = ['--username=owner', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const options = [...account, '--encoding=UTF8', '--locale=C', `--pgdata=${aside}`];
  await promisify(execFile)(...asOrdinaryUser(initdb, options)).catch(explainInitdb);
};

const explainInitdb = (cause: Error & { stderr?: string }): never => {
  const words = cause.stderr ?? cause.message;
  const remedy =
    'This machine does not let root make a user namespace for PostgreSQL. ' +
    'Run the bot as an ordinary user, or set DATABASE_URL.';
  if (words.includes('unshare')) throw new Unusable(remedy, { cause });
  const code = isFull(words) ? 'ENOSPC' : undefined;
  throw Object.assign(new Error(`PostgreSQL could not make its folder: ${words}`, { cause }), {
    code,
  });
};

const checkOwner = (folder: string) => {
  const user = process.getuid?.();
  if (user === undefined || statSync(folder).uid === user) return;
  throw new Unusable(
    `${folder} belongs to another user of this machine. Run the bot as that user, or give ` +
      'another DATA_DIR.',
  );
};

const checkVersion = (folder: string) => {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === POSTGRES_MAJOR) return;
  throw new Unusable(
    `${folder} belongs to PostgreSQL ${version}, and this is ${POSTGRES_MAJOR}. ` +
      'Restore a backup into a new DATA_DIR, or run the version that made it.',
  );
};

/** What the operating system refuses, as a sentence; anything else as it is. */
export const explain = (error: unknown, dataDir: string): unknown => {
  const where = resolve(dataDir);
  const isSqliteFull = (error as { errcode?: number }).errcode === SQLITE_FULL;
  const { code = '' } = isSqliteFull ? { code: 'ENOSPC' } : (error as NodeJS.ErrnoException);
  const sentence = {
    ENOSPC: `The disk that holds ${where} is full. Make room there, and start again.`,
    EDQUOT: `The disk quota for ${where} is used up. Make room there, and start again.`,
    EACCES: `This user may not use ${where}. ${OTHER_USER}`,
    EPERM: `This user may not use ${where}. ${OTHER_USER}`,
    EROFS: `The disk that holds ${where} cannot be written. Give another DATA_DIR.`,
    ENOTDIR: `${where} is not a folder. Give another DATA_DIR.`,
    EEXIST: `${where} is not a folder. Give another DATA_DIR.`,
    ENAMETOOLONG: `The name ${where} is too long for this machine. Give a shorter DATA_DIR.`,
  }[code];
  return sentence ? new Unusable(sentence, { cause: error }) : error;
};

/** The lock files are SQLite's. */
const SQLITE_FULL = 13;

const OTHER_USER = 'Run the bot as the user it belongs to, or give another DATA_DIR.';

/** Whether PostgreSQL's words say that the disk is full. */
export const isFull = (words: string): boolean =>
  /No space left on device|quota exceeded/i.test(words);
