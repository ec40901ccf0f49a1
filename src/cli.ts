// `npm run ccg -- …`, for the person who runs the bot. Each command says what it did, and is safe a
// second time.
import { resolve } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { backup, restore } from './cli/backup.ts';
import { addLead, create, removeLead, settings } from './cli/ccgs.ts';
import { cancelDelivery, listDeliveries, retryAll, retryDelivery } from './cli/deliveries.ts';
import { type ExportOptions, exportResults, exportSummary } from './cli/export.ts';
import { type ImportOptions, importFile } from './cli/import.ts';
import { say, UserError } from './cli/print.ts';
import { listRefused } from './cli/refused.ts';
import { changeWorkspace, showWorkspace } from './cli/workspace.ts';
import { ConfigError, readPlace } from './config.ts';
import { importers } from './files/proposals.ts';
import { InvalidFileError } from './files/read-csv.ts';
import { describeError } from './log.ts';
import { BackupError } from './store/postgres/backup-file.ts';
import { hasData } from './store/postgres/embedded/folder.ts';
import { stopServer } from './store/postgres/embedded/server.ts';
import type { DataLocation } from './store/postgres/location.ts';
import { openStore } from './store/postgres/open.ts';
import { Unusable } from './store/postgres/unusable.ts';
import type { Store } from './store/store.ts';

/** What the person can mend: only the message is shown, which says how. */
const MISTAKES = [UserError, InvalidFileError, ConfigError, BackupError, Unusable];

/**
 * Runs a command with the store open, and leaves it as it was found. Only `create` may begin where
 * there is nothing yet.
 */
const withStore = async (work: (store: Store) => Promise<void>, mayBegin = false) => {
  const place = readPlace(process.env);
  if (!mayBegin) checkHasData(place);
  const opened = await openStore(place);
  try {
    await work(opened.store);
  } finally {
    await opened.close();
  }
};

const checkHasData = ({ databaseUrl, dataDir }: DataLocation) => {
  if (databaseUrl || hasData(dataDir)) return;
  throw new UserError(
    `There is no data in ${resolve(dataDir)}. Run this in the folder of the bot, or set ` +
      'DATA_DIR or DATABASE_URL ' +
      'as the bot has them. A new CCG begins with: npm run ccg -- create',
  );
};

const program = new Command('npm run ccg --')
  .description('Sets up and looks after the CCGs that the bot serves.')
  .showHelpAfterError();
const ccgOption = () =>
  new Option('--ccg <code>', 'which CCG, by its ODS code; can be left out where there is only one');

program
  .command('create <code>')
  .description('make a CCG, with the default roles')
  .requiredOption('--name <name>', 'its name, such as “NHS Hartlepool and Stockton-on-Tees CCG”')
  .requiredOption('--channel <id>', 'the Slack channel for its summaries, such as C0123456789')
  .action((code: string, options: { name: string; channel: string }) =>
    withStore((store) => create(store, code.toUpperCase(), options), true),
  );

const lead = program.command('lead').description('engagement leads');

lead
  .command('add <who>')
  .description('make somebody an engagement lead, by e-mail address or Slack member id')
  .addOption(ccgOption())
  .option('--name <name>', 'their name, where they are not on a roster')
  .action((who: string, options: { ccg?: string; name?: string }) =>
    withStore((store) => addLead(store, who, options)),
  );

lead
  .command('remove <who>')
  .description('take an engagement lead’s rights back')
  .addOption(ccgOption())
  .action((who: string, options: { ccg?: string }) =>
    withStore((store) => removeLead(store, who, options)),
  );

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
  .addOption(
    new Option(
      '--ccg <code>',
      'which CCG, by its ODS code, or “all”; can be left out where there is only one',
    ),
  )
  .option('--yes', 'agree beforehand')
  .option('--skip-bad-rows', 'with --yes: leave out rows that cannot be used')
  .option('--same-people <yes|no>', 'whether those with a new e-mail address are the same people')
  .action((kind: keyof typeof importers, file: string, options: ImportOptions) =>
    withStore((store) => importFile(store, kind, file, options)),
  );

const exporting = program
  .command('export')
  .description('write what the bot holds to a file for a spreadsheet');

exporting
  .command('results')
  .description('the results of surveys that have closed, as leads may see them')
  .addOption(ccgOption())
  .option('--round <round>', 'only the survey of this id, or those with this in their title')
  .option('--out <file>', 'a new CSV file; without it, one named after the CCG and the day')
  .action((options: ExportOptions) =>
    withStore((store) => exportResults(store, options, new Date())),
  );

exporting
  .command('summary')
  .description('the figures of the summary as it stands now, as they may stand in the channel')
  .addOption(ccgOption())
  .option('--out <file>', 'a new CSV file; without it, one named after the CCG and the day')
  .action((options: ExportOptions) =>
    withStore((store) => exportSummary(store, options, new Date())),
  );

program
  .command('backup [file]')
  .description('keep everything in one file; the bot may go on running')
  .action((file: string | undefined) => backup(readPlace(process.env), file, new Date()));

program
  .command('restore <file>')
  .description('bring a backup back, into an empty DATA_DIR or database')
  .action((file: string) => restore(readPlace(process.env), file, new Date()));

const deliveries = program
  .command('deliveries')
  .description('what became of messages: sent, waiting and why, given up and why')
  .action(() => withStore((store) => listDeliveries(store, new Date())));

deliveries
  .command('retry <id>')
  .description('try one again that was given up, or that may have arrived')
  .action((id: string) => withStore((store) => retryDelivery(store, id, new Date())));

deliveries
  .command('retry-all')
  .description('try all again that were given up, and look again for all that may have arrived')
  .action(() => withStore((store) => retryAll(store, new Date())));

deliveries
  .command('cancel <id>')
  .description('send one no more')
  .action((id: string) => withStore((store) => cancelDelivery(store, id)));

program
  .command('refused')
  .description(
    'how often free text was refused because it seemed to hold patient data: kinds and ' +
      'months, never the words',
  )
  .addOption(ccgOption())
  .action((options: { ccg?: string }) => withStore((store) => listRefused(store, options)));

const workspace = program
  .command('workspace')
  .description('the Slack workspace that the data belongs to')
  .action(() => withStore(showWorkspace));
workspace
  .command('change')
  .description('move the data to another workspace: people are found there by e-mail address')
  .option('--yes', 'agree: the accounts of the old workspace are forgotten')
  .action((options: { yes?: boolean }) => withStore((store) => changeWorkspace(store, options)));

program
  .command('stop')
  .description('stop the PostgreSQL that the bot brought along')
  .action(async () =>
    say(
      (await stopServer(readPlace(process.env).dataDir))
        ? 'PostgreSQL has stopped.'
        : 'PostgreSQL was not running.',
    ),
  );

program.parseAsync().catch((error: unknown) => {
  const isExplained = error instanceof Error && MISTAKES.some((Kind) => error instanceof Kind);
  // PostgreSQL's and Prisma's own words may hold rows
  console.error(isExplained ? error.message : describeError(error));
  process.exitCode = 1;
});
