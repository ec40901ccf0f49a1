import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/store/postgres/embedded/folder.ts';
import { Unusable } from '../../../src/store/postgres/unusable.ts';

describe('a data folder that cannot be used', () => {
  it.each([
    ['ENOSPC', 'is full. Make room there'],
    ['EACCES', 'Run the bot as the user it belongs to'],
    ['EROFS', 'cannot be written'],
    ['ENOTDIR', 'is not a folder'],
    ['ENAMETOOLONG', 'is too long'],
  ])('is refused in a sentence that names it (%s)', (code, words) => {
    const refused = explain(Object.assign(new Error('as the system has it'), { code }), '/srv/ccg');
    expect(refused).toBeInstanceOf(Unusable);
    expect(refused).toMatchObject({ message: expect.stringContaining(words) });
    expect(refused).toMatchObject({ message: expect.stringContaining('/srv/ccg') });
  });

  it('so is a lock file for which there is no room', () => {
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
    expect(explain(full, '/srv/ccg')).toMatchObject({
      message: expect.stringContaining('is full'),
    });
  });

  it('any other failure stays as it is', () => {
    const bug = new Error('a bug');
    expect(explain(bug, '/srv/ccg')).toBe(bug);
  });
});
