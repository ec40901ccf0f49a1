// Part of npm run check: the licences of what the bot runs with, and known vulnerabilities of it
// where the registry answers.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Licences that ask for no more than to be named. A new one is read before it is added here. */
const ALLOWED = new Set([
  ...['MIT', 'ISC', 'MIT and ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause'],
  ...['BlueOak-1.0.0', 'Unlicense', '0BSD', 'PostgreSQL'],
]);

/** Read and accepted by name: used unchanged, as packages of their own. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'seq-queue': 'MIT by its README, though its package names none; only in the prisma command',
  elkjs: 'EPL-2.0; only in the prisma command, which generates the client at installation',
};

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), license: z.string().optional() }),
  ),
});

const auditSchema = z.object({
  metadata: z.object({ vulnerabilities: z.object({ high: z.number(), critical: z.number() }) }),
});

/** Packages of production whose licence is not in the list. */
const unknownLicences = (): string[] => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  return Object.entries(packages).flatMap(([path, { dev, license = 'none' }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    const isFine = path === '' || dev || ALLOWED.has(license) || name in ACCEPTED;
    return isFine ? [] : [`${name}: ${license}`];
  });
};

/** How many high or critical vulnerabilities are known; nothing where the registry does not say. */
const knownVulnerabilities = (): number | undefined => {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
  try {
    const { high, critical } = auditSchema.parse(JSON.parse(stdout)).metadata.vulnerabilities;
    return high + critical;
  } catch {
    return undefined;
  }
};

const licences = unknownLicences();
for (const line of licences)
  console.error(`${line}: read this licence, then allow it in test/support/check-dependencies.ts.`);
const known = knownVulnerabilities();
if (known === undefined) console.log('The registry does not answer about vulnerabilities.');
else if (known > 0) console.error(`${known} vulnerabilities: run npm audit --omit=dev.`);
if (licences.length > 0 || (known ?? 0) > 0) process.exitCode = 1;
