// `npm run recording -- FILE`: everything the bot says in the demo and when one goes through all it
// offers, to be compared with another day's.
// It drives the bot from outside only, so that `--project DIR` records any other checkout.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { START, startBot } from './bot.ts';
import { control } from './control.ts';
import { createCoverage } from './coverage.ts';
import { recordCrawl } from './crawl.ts';
import { recordStory } from './story.ts';

const { values, positionals } = parseArgs({
  options: { project: { type: 'string', default: '.' } },
  allowPositionals: true,
});
const [file] = positionals;
if (!file) throw new Error('Name the file to write: npm run recording -- FILE [--project DIR]');

const began = Date.now();
const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
/** An hour after the demo's end, so that however long it took to play, the same moment follows. */
const crawlFrom = new Date(START.getTime() + 3_600_000);

const coverage = createCoverage();
const bot = await startBot(resolve(values.project));
try {
  const story = recordStory(bot.dataDir);
  console.error(`The demo was played: ${seconds()}.`);
  const crawl = await recordCrawl(control(bot.url), crawlFrom, coverage);
  writeFileSync(file, `${story}\n${crawl}\n`);
  const complaints = bot
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  console.log(
    `${coverage.say()}\nThe bot logged ${complaints.length} ` +
      `lines.${complaints.map((line) => `\n  ${line}`).join('')}`,
  );
  const late = (`${story}\n${crawl}`.match(/This is taking longer than it should/g) ?? []).length;
  if (late > 0)
    console.log('The machine was too busy for some answers: record again when it is not.');
  console.log(`${file} was written in ${seconds()}.`);
} finally {
  await bot.stop();
}
