// Which Node runs the project: Node 24 from the npm package for this kind of machine, or an
// installed one that runs TypeScript. npm up to 11.6.1 makes no node_modules/.bin/node where
// several optional packages bring a program of that name, so the package's own file is taken.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name of the npm package that brings Node for a kind of machine; npm may not have it. */
export const nodePackage = (platform = process.platform, arch = process.arch) =>
  `node-${platform === 'win32' ? 'win' : platform}-${arch}`;

/** Whether a Node of this version can install the project. @param {string} version as 22.18.0 */
export const canInstall = (version) => isAtLeast(version, 20, 19);

/** Whether a Node of this version runs TypeScript without a flag. @param {string} version */
export const runsTypeScript = (version) =>
  version.startsWith('23.') ? isAtLeast(version, 23, 6) : isAtLeast(version, 22, 18);

/** @param {string} version @param {number} major @param {number} minor */
const isAtLeast = (version, major, minor) => {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
};

/**
 * The path of the Node that runs the project; undefined where there is none. A binary that does not
 * run here, such as one for another C library, counts as none.
 * @param {string} root the project's folder
 */
export const findNode = (root, installed = process.execPath, version = process.versions.node) => {
  const own = packagedNode(join(root, 'node_modules', nodePackage()));
  if (own && spawnSync(own, ['--version'], { stdio: 'ignore' }).status === 0) return own;
  return runsTypeScript(version) ? installed : undefined;
};

/** @param {string} folder */
const packagedNode = (folder) => {
  if (!existsSync(join(folder, 'package.json'))) return undefined;
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin.node);
};
