// Whether all is installed.
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled, markInstalled } from '../../src/launch/installed.mjs';
import { nodePackage } from '../../src/launch/node-version.mjs';
import { makeProject } from './project.ts';

const package_ = JSON.stringify({ optionalDependencies: { [nodePackage()]: '24.0.0' } });

const makeInstalled = () => {
  const root = makeProject({
    'package.json': package_,
    'prisma/schema.prisma': 'model A {}',
    'src/store/generated/prisma/client.ts': '',
    [`node_modules/${nodePackage()}/package.json`]: '{}',
  });
  mkdirSync(join(root, 'node_modules/vitest'));
  markInstalled(root);
  return root;
};

describe('all is installed', () => {
  it('after postinstall', () => expect(isInstalled(makeInstalled(), true)).toBe(true));

  it('also where a checkout or a copy gave the lock file a later time', () => {
    const root = makeInstalled();
    const later = new Date(Date.now() + 3_600_000);
    utimesSync(join(root, 'package-lock.json'), later, later);
    expect(isInstalled(root, true)).toBe(true);
  });

  it.each(['package-lock.json', 'prisma/schema.prisma'])('not once %s has changed', (source) => {
    const root = makeInstalled();
    writeFileSync(join(root, source), 'another');
    expect(isInstalled(root, true)).toBe(false);
  });

  it.each(['node_modules', 'src/store/generated'])('not without %s', (folder) => {
    const root = makeInstalled();
    rmSync(join(root, folder), { recursive: true });
    expect(isInstalled(root, true)).toBe(false);
  });

  it('not where npm left out the Node for this machine', () => {
    const root = makeInstalled();
    rmSync(join(root, 'node_modules', nodePackage()), { recursive: true });
    expect(isInstalled(root, true)).toBe(false);
  });

  it('for production also without what only tests need', () => {
    const root = makeInstalled();
    rmSync(join(root, 'node_modules/vitest'), { recursive: true });
    expect([isInstalled(root, false), isInstalled(root, true)]).toEqual([true, false]);
  });
});
