// `npm run ccg -- …`, for the person who runs the bot. Each command says what it did, and is safe a second time.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Argument, Command, Option } from 'commander';
import { ConfigError, readPlace } from './config.ts';
import type { Ccg } from './domain/ccg.ts';
import { isRefusal } from './domain/refusal.ts';
import { checkSetting, type SettingKey, settingKeys, settingsList } from './domain/settings.ts';
import { count, list } from './domain/words.ts';
import { importers } from './files/proposals.ts';
import { WrongFile } from './files/read-csv.ts';
import { stopServer } from './store/embedded/server.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

/** Something the person can mend; the message says how. */
class Mistake extends Error {}

const CODE = /^(\d\d[A-Z]|[A-Z]\d[A-Z]\d[A-Z])$/;
const MOST_BAD_ROWS_SHOWN = 20;

const say = (...lines: readonly string[]) => console.log(lines.join('\n'));

const create = async (store: Store, code: string, { name, channel: channelId }: { name: string; channel: string }) => {
  if (!CODE.test(code)) throw new Mistake(`${code} is not a CCG’s ODS code, such as 00K or D9Y0V.`);
  if (!/^[CG][A-Z0-9]{2,}$/.test(channelId))
    throw new Mistake(
      `${channelId} is not a Slack channel id. It begins with C and is at the bottom of the channel’s details in Slack.`,
    );
  const result = await store.ccgs.create({ code, name, channelId }, new Date());
  const next = `Next: npm run ccg -- import practices FILE --ccg ${code}`;
  say(
    result === 'created'
      ? `Created ${name} (${code}). ${next}`
      : `${name} (${code}) was there already; its name and channel are up to date.`,
  );
};

const addLead = async (store: Store, who: string, { ccg: code, name }: { ccg?: string; name?: string }) => {
  const ccg = await chooseCcg(store, code);
  const isEmail = who.includes('@');
  if (!isEmail && !/^[UW][A-Z0-9]{2,}$/.test(who))
    throw new Mistake(`${who} is neither an e-mail address nor a Slack member id, which begins with U.`);
  const lead = { email: isEmail ? who.toLowerCase() : null, slackId: isEmail ? null : who, name: name ?? who };
  const isNew = await store.ccg(ccg.code).people.addLead(lead, new Date());
  say(isNew ? `${who} is now an engagement lead of ${ccg.name}.` : `${who} was an engagement lead of ${ccg.name} already.`);
};

const settings = async (store: Store, key: string | undefined, value: string | undefined, { ccg: code }: { ccg?: string }) => {
  const ccg = await chooseCcg(store, code);
  const line = (each: SettingKey) => `${each} = ${String(ccg.settings[each]) || '(none)'}\n    ${settingsList[each].sentence}`;
  if (key === undefined) return say(...settingKeys.map(line));
  const changed = checkSetting(ccg.settings, key, value ?? String(ccg.settings[key as SettingKey] ?? ''));
  if (isRefusal(changed)) throw new Mistake(changed.refused);
  if (value === undefined) return say(line(key as SettingKey));
  await store.ccgs.changeSettings(ccg.code, changed, key as SettingKey, new Date());
  say(`${key} = ${String(changed[key as SettingKey])}, for ${ccg.name}.`);
};

type ImportOptions = { ccg?: string; yes?: boolean; skipBadRows?: boolean };

const importFile = async (store: Store, kind: keyof typeof importers, path: string, options: ImportOptions) => {
  const bytes = await readFile(path).catch(() => {
    throw new Mistake(`There is no file ${path} that can be read.`);
  });
  const ccgs = options.ccg === 'all' ? await store.ccgs.all() : [await chooseCcg(store, options.ccg)];
  for (const ccg of ccgs) await importInto(store, ccg, kind, bytes, options);
};

const importInto = async (store: Store, ccg: Ccg, kind: keyof typeof importers, bytes: Uint8Array, options: ImportOptions) => {
  const proposal = await importers[kind](bytes, store.ccg(ccg.code), ccg.code, new Date());
  say(`${ccg.name} (${ccg.code})`, ...proposal.lines.map((line) => `  ${line}`));
  if (proposal.bad.length > 0) {
    say(`  ${count(proposal.bad.length, 'row')} cannot be used:`);
    say(...proposal.bad.slice(0, MOST_BAD_ROWS_SHOWN).map(({ line, reason }) => `    line ${line}: ${reason}`));
    if (proposal.bad.length > MOST_BAD_ROWS_SHOWN) say(`    and ${proposal.bad.length - MOST_BAD_ROWS_SHOWN} more`);
  }
  if (proposal.isEmpty) return say('  Nothing to change.');
  if (proposal.bad.length > 0 && options.yes && !options.skipBadRows)
    throw new Mistake('Nothing was imported. Mend the rows above, or import the rest with --skip-bad-rows.');
  const question = proposal.bad.length > 0 ? 'Import the rest and leave these rows out?' : 'Shall I do this?';
  if (!options.yes && !(await agrees(question))) return say('Nothing was changed.');
  await proposal.apply();
  say('  Done.');
};

const agrees = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new Mistake('Nothing was changed: there is nobody to ask. Add --yes to agree beforehand.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`${question} (yes/no) `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
};

/** The CCG that was named, or the only one there is. */
const chooseCcg = async (store: Store, code: string | undefined): Promise<Ccg> => {
  const all = await store.ccgs.all();
  const found = code ? all.find((ccg) => ccg.code === code.toUpperCase()) : all.length === 1 ? all[0] : undefined;
  if (found) return found;
  const known =
    all.length > 0 ? `There ${all.length === 1 ? 'is' : 'are'} ${list(all.map((ccg) => ccg.code))}.` : 'There is none yet.';
  throw new Mistake(
    code
      ? `There is no CCG ${code}. ${known} Make one with: npm run ccg -- create ${code} --name "…" --channel C…`
      : `Say which CCG with --ccg. ${known}`,
  );
};

/** Runs a command with the store open, and leaves it as it was found. */
const withStore = async (work: (store: Store) => Promise<void>) => {
  const opened = await openStore(readPlace(process.env));
  try {
    await work(opened.store);
  } finally {
    await opened.close();
  }
};

const program = new Command('npm run ccg --')
  .description('Sets up and looks after the CCGs that the bot serves.')
  .showHelpAfterError();
const ccgOption = () => new Option('--ccg <code>', 'which CCG, by its ODS code; can be left out where there is only one');

program
  .command('create <code>')
  .description('make a CCG, with the default roles')
  .requiredOption('--name <name>', 'its name, such as “NHS Hartlepool and Stockton-on-Tees CCG”')
  .requiredOption('--channel <id>', 'the Slack channel for its summaries, such as C0123456789')
  .action((code: string, options: { name: string; channel: string }) =>
    withStore((store) => create(store, code.toUpperCase(), options)),
  );

program
  .command('lead')
  .description('engagement leads')
  .command('add <who>')
  .description('make somebody an engagement lead, by e-mail address or Slack member id')
  .addOption(ccgOption())
  .option('--name <name>', 'their name, where they are not on a roster')
  .action((who: string, options: { ccg?: string; name?: string }) => withStore((store) => addLead(store, who, options)));

program
  .command('settings [key] [value]')
  .description('show all settings, show one, or change one')
  .addOption(ccgOption())
  .action((key: string | undefined, value: string | undefined, options: { ccg?: string }) =>
    withStore((store) => settings(store, key, value, options)),
  );

program
  .command('import')
  .addArgument(new Argument('<kind>', 'what the file holds').choices(Object.keys(importers)))
  .argument('<file>', 'a CSV file')
  .description('show what a file would change, and change it once you agree')
  .addOption(new Option('--ccg <code>', 'which CCG, by its ODS code, or “all”; can be left out where there is only one'))
  .option('--yes', 'agree beforehand')
  .option('--skip-bad-rows', 'with --yes: leave out rows that cannot be used')
  .action((kind: keyof typeof importers, file: string, options: ImportOptions) =>
    withStore((store) => importFile(store, kind, file, options)),
  );

program
  .command('stop')
  .description('stop the PostgreSQL that the bot brought along')
  .action(async () =>
    say((await stopServer(readPlace(process.env).dataDir)) ? 'PostgreSQL has stopped.' : 'PostgreSQL was not running.'),
  );

program.parseAsync().catch((error: unknown) => {
  const isExplained = error instanceof Mistake || error instanceof WrongFile || error instanceof ConfigError;
  console.error(isExplained ? error.message : error);
  process.exitCode = 1;
});
