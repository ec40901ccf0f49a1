// Exports: the results of surveys that have closed, and the summary, as files for a spreadsheet.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { summarise, summariseOverTime } from '../domain/summary/sections.ts';
import { pluralise } from '../domain/text/words.ts';
import { londonDay } from '../domain/time/calendar.ts';
import { resultsCsv } from '../files/results.ts';
import { summaryCsv } from '../files/summary.ts';
import type { CcgStore, Store } from '../store/store.ts';
import { chooseCcg } from './ccgs.ts';
import { say, UserError } from './print.ts';

export type ExportOptions = { ccg?: string; round?: string; out?: string };

/**
 * Writes what leads may see of the surveys that have closed, or of those named, to a new file that
 * only its owner can read.
 */
export const exportResults = async (
  store: Store,
  { ccg: code, round, out }: ExportOptions,
  now: Date,
): Promise<void> => {
  const ccg = await chooseCcg(store, code);
  const ccgStore = store.ccg(ccg.code);
  const ids = await chooseRounds(ccgStore, round);
  const facts = await Promise.all(ids.map((id) => readFacts(ccgStore, id)));
  const path = out ?? `ccg-engage-results-${ccg.code}-${londonDay(now)}.csv`;
  await writeNew(path, resultsCsv(facts.flatMap((each) => each ?? [])));
  say(
    `Wrote the results of ${pluralise(ids.length, 'survey')} to ${path}. It may hold names: ` +
      'keep it where only you can read it.',
  );
};

/** Writes the figures of the summary as it stands now: what may stand in the channel. */
export const exportSummary = async (
  store: Store,
  { ccg: code, out }: ExportOptions,
  now: Date,
): Promise<void> => {
  const ccg = await chooseCcg(store, code);
  const facts = await store.ccg(ccg.code).summaryFacts(ccg, now);
  const path = out ?? `ccg-engage-summary-${ccg.code}-${londonDay(now)}.csv`;
  await writeNew(path, summaryCsv([...summarise(facts), ...summariseOverTime(facts)]));
  say(`Wrote the summary to ${path}.`);
};

const readFacts = async (ccgStore: CcgStore, id: string) => {
  const [round, answers, comments] = await Promise.all([
    ccgStore.rounds.find(id),
    ccgStore.rounds.namedAnswers(id),
    ccgStore.rounds.comments(id),
  ]);
  return round ? { round, answers, comments } : undefined;
};

/** By id, or by a part of the title. */
const chooseRounds = async (ccgStore: CcgStore, words: string | undefined): Promise<string[]> => {
  const closed = await ccgStore.rounds.closed();
  if (closed.length === 0)
    throw new UserError('No survey has closed yet; results are made when one closes.');
  const found = closed.filter(
    ({ id, title }) => !words || id === words || title.toLowerCase().includes(words.toLowerCase()),
  );
  if (found.length > 0) return found.map(({ id }) => id);
  const titles = [...new Set(closed.map(({ title }) => `“${title}”`))].join(', ');
  throw new UserError(`No survey that has closed is called “${words}”. There are: ${titles}.`);
};

const writeNew = (path: string, text: string) =>
  writeFile(resolve(path), text, { flag: 'wx', mode: 0o600 }).catch((error) => {
    throw new UserError(cannotWrite(path, (error as NodeJS.ErrnoException).code));
  });

const cannotWrite = (path: string, code = 'unknown') =>
  code === 'EEXIST'
    ? `${path} is there already, and was left as it is. Give another name with --out.`
    : `${path} cannot be written (${code}). See that its folder is there and that you may ` +
      'write in it.';
