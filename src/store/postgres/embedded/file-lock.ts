// A lock of the operating system on a file, which Node itself does not have. SQLite's is one: the
// kernel gives it back when its process ends, however it ends, and PostgreSQL's own crashes do not
// touch it.
import { DatabaseSync } from 'node:sqlite';

export type FileLock = {
  /** Holds it together with others. False where somebody holds it alone. */
  share(): boolean;
  /** Holds it alone. False where anybody else holds it. @throws where the disk is full */
  takeAlone(): boolean;
  release(): void;
  /** Releases it, and is of no use afterwards. */
  close(): void;
};

const BUSY = 5;

/** @throws where the file can be neither made nor opened */
export const openFileLock = (path: string): FileLock => {
  const file = new DatabaseSync(path);
  const release = () => {
    if (file.isTransaction) file.exec('ROLLBACK');
  };
  const take = (statement: string) => {
    try {
      file.exec(statement);
      return true;
    } catch (error) {
      release();
      if ((error as { errcode?: number }).errcode === BUSY) return false;
      throw error;
    }
  };
  return {
    share: () => take('BEGIN; SELECT count(*) FROM sqlite_schema'),
    takeAlone: () => take('BEGIN EXCLUSIVE'),
    release,
    close: () => file.close(),
  };
};
