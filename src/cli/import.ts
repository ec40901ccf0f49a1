// Imports: show what a file would change, ask, and change it.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import type { Ccg } from '../domain/ccg.ts';
import { pluralise } from '../domain/text/words.ts';
import { importers } from '../files/proposals.ts';
import type { Store } from '../store/store.ts';
import { chooseCcg } from './ccgs.ts';
import { say, UserError } from './print.ts';

const MAX_BAD_ROWS_SHOWN = 20;

export type ImportOptions = {
  ccg?: string;
  yes?: boolean;
  skipBadRows?: boolean;
  /** The answer to whether people with a new e-mail address are the same. */
  samePeople?: string;
};

/** Shows what a file would change, and changes it once somebody agrees. */
export const importFile = async (
  store: Store,
  kind: keyof typeof importers,
  path: string,
  options: ImportOptions,
) => {
  const bytes = await readFile(path).catch(() => {
    throw new UserError(`There is no file ${path} that can be read.`);
  });
  const ccgs =
    options.ccg === 'all' ? await store.ccgs.all() : [await chooseCcg(store, options.ccg)];
  for (const ccg of ccgs) await importInto(store, ccg, kind, bytes, options);
};

const importInto = async (
  store: Store,
  ccg: Ccg,
  kind: keyof typeof importers,
  bytes: Uint8Array,
  options: ImportOptions,
) => {
  const proposal = await importers[kind](bytes, store.ccg(ccg.code), ccg.code, new Date());
  say(`${ccg.name} (${ccg.code})`, ...proposal.lines.map((line) => `  ${line}`));
  if (proposal.bad.length > 0) {
    say(`  ${pluralise(proposal.bad.length, 'row')} cannot be used:`);
    say(
      ...proposal.bad
        .slice(0, MAX_BAD_ROWS_SHOWN)
        .map(({ line, reason }) => `    line ${line}: ${reason}`),
    );
    if (proposal.bad.length > MAX_BAD_ROWS_SHOWN)
      say(`    and ${proposal.bad.length - MAX_BAD_ROWS_SHOWN} more`);
  }
  if (proposal.isEmpty) return say('  Nothing to change.');
  if (proposal.bad.length > 0 && options.yes && !options.skipBadRows)
    throw new UserError(
      'Nothing was imported. Mend the rows above, or import the rest with --skip-bad-rows.',
    );
  const question =
    proposal.bad.length > 0 ? 'Import the rest and leave these rows out?' : 'Shall I do this?';
  if (!options.yes && !(await agrees(question))) return say('Nothing was changed.');
  await proposal.apply(proposal.question ? await answerTo(proposal.question, options) : undefined);
  say('  Done.');
};

/** @throws UserError where nobody can be asked, before anything is changed */
const answerTo = async (question: string, { yes, samePeople }: ImportOptions): Promise<boolean> => {
  if (samePeople !== undefined) return /^y(es)?$/i.test(samePeople);
  if (yes || !process.stdin.isTTY)
    throw new UserError(
      `Nothing was changed. ${question} Say so with --same-people yes or --same-people no.`,
    );
  return agrees(question);
};

const agrees = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY)
    throw new UserError(
      'Nothing was changed: there is nobody to ask. Add --yes to agree beforehand.',
    );
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`${question} (yes/no) `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
};
