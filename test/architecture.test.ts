// The shape of the house, kept by tests: who may know whom, and that every list is complete.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { permissions } from '../src/domain/people/permissions.ts';
import { methods } from '../src/sandbox/api/api.ts';
import { buttons, commands, modals } from '../src/slack/bolt/features.ts';

type Import = {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
  readonly isDynamic: boolean;
};

const files = globSync('src/**/*.{ts,tsx}').filter((file) => !file.includes('generated'));
const folderOf = (file: string) =>
  file.split('/').length > 2 ? (file.split('/')[1] ?? '') : 'top';
const resolve = (from: string, to: string) =>
  to.startsWith('.') ? normalize(join(dirname(from), to)) : to;
const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(from, 'utf8').replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '');
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'/g,
    ),
  ];
  return found.map(([, type, fixed = '', dynamic]) => ({
    from,
    to: resolve(from, dynamic ?? fixed),
    isType: Boolean(type),
    isDynamic: dynamic !== undefined,
  }));
});
const say = ({ from, to }: Import) => `${from} imports ${to}`;
const isOurs = ({ to }: Import) => to.startsWith('src/');

/** What each folder may import of ours. */
const MAY_IMPORT: Record<string, (each: Import) => boolean> = {
  domain: ({ to }) => folderOf(to) === 'domain',
  store: ({ to }) => ['domain', 'store'].includes(folderOf(to)) || to === 'src/log.ts',
  files: ({ to }) => ['domain', 'files'].includes(folderOf(to)) || to === 'src/log.ts',
  slack: ({ to, isType }) =>
    ['domain', 'slack'].includes(folderOf(to)) ||
    to === 'src/log.ts' ||
    (folderOf(to) === 'store' && isType),
  schedule: ({ to, isType }) =>
    ['domain', 'schedule'].includes(folderOf(to)) ||
    to === 'src/log.ts' ||
    (folderOf(to) === 'store' && isType),
  sandbox: ({ to }) => folderOf(to) === 'sandbox',
  cli: ({ to }) => ['cli', 'domain', 'files', 'store'].includes(folderOf(to)),
  demo: ({ to }) => ['demo', 'sandbox'].includes(folderOf(to)),
};

/** Libraries that only one folder, or one file, may know. */
const ONLY_IN: readonly [RegExp, RegExp][] = [
  [/^@slack\/(bolt|web-api|socket-mode)/, /^src\/slack\//],
  [/^node-cron$/, /^src\/schedule\//],
  [/^(pg|pg-copy-streams|@prisma\/.*|.*generated\/prisma.*)$/, /^src\/store\//],
  [/^temporal-polyfill$/, /^src\/(domain\/time\/calendar\.ts|sandbox\/)/],
  [/^csv-parse/, /^src\/(files|sandbox)\//],
  [/^csv-stringify/, /^src\/files\//],
  [/^(react|react-dom.*|slack-blocks-to-jsx|esbuild|ws|yaml)$/, /^src\/sandbox\//],
];

const TOP = ['src/main.ts', 'src/app.ts', 'src/cli.ts', 'src/demo.ts'];

describe('the dependency rule', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports only what it may', (folder, may) =>
    expect(
      imports
        .filter((each) => folderOf(each.from) === folder && isOurs(each) && !may(each))
        .map(say),
    ).toEqual([]),
  );

  it('domain knows no library but zod, the calendar, the search and lists of facts', () => {
    const libraries = imports
      .filter((each) => folderOf(each.from) === 'domain' && !isOurs(each))
      .map(({ to }) => to);
    expect([...new Set(libraries)].sort()).toEqual([
      ...['gender-detection-from-name', 'minisearch', 'nhs-number-validator'],
      ...['temporal-polyfill', 'zod'],
    ]);
  });

  it.each(ONLY_IN)('%s is known only to %s', (library, place) =>
    expect(
      imports.filter(({ from, to }) => library.test(to) && !place.test(from)).map(say),
    ).toEqual([]),
  );

  it('what joins the parts is imported by nothing but each other', () =>
    expect(
      imports.filter(({ from, to }) => TOP.includes(to) && !TOP.includes(from)).map(say),
    ).toEqual([]));

  it('only what joins the parts reads the environment', () => {
    expect(
      imports.filter(({ from, to }) => to === 'src/config.ts' && !TOP.includes(from)).map(say),
    ).toEqual([]);
    const readers = files.filter((file) =>
      /process\.env\b(?!\.NODE_ENV')/.test(readFileSync(file, 'utf8')),
    );
    expect(readers.sort()).toEqual(['src/cli.ts', 'src/main.ts', 'src/sandbox/main.ts']);
  });

  it('the sandbox is loaded with the demonstration, dynamically, and by nothing else', () => {
    const outside = imports.filter(
      ({ from, to }) =>
        folderOf(to) === 'sandbox' &&
        !['sandbox', 'demo'].includes(folderOf(from)) &&
        from !== 'src/demo.ts',
    );
    expect(outside.map(say)).toEqual([]);
    expect(
      imports
        .filter(({ to }) => to === 'src/demo.ts')
        .map(({ from, isDynamic }) => [from, isDynamic]),
    ).toEqual([['src/main.ts', true]]);
  });

  it('rules know neither the time nor the environment', () => {
    const offenders = files.filter(
      (file) =>
        folderOf(file) === 'domain' &&
        /Date\.now\(\)|new Date\(\)|process\.|Temporal\.Now/.test(readFileSync(file, 'utf8')),
    );
    expect(offenders).toEqual([]);
  });
});

/** Files that import each other in a circle, type imports included (Tarjan's algorithm). */
const importCircles = (): string[] => {
  const circles: string[] = [];
  const order = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): number => {
    let lowest = order.size;
    order.set(file, lowest);
    stack.push(file);
    for (const { from, to } of imports) {
      if (from !== file || !files.includes(to)) continue;
      if (!order.has(to)) lowest = Math.min(lowest, visit(to));
      else if (stack.includes(to)) lowest = Math.min(lowest, order.get(to) ?? lowest);
    }
    if (lowest === order.get(file)) {
      const circle = stack.splice(stack.indexOf(file)).sort();
      if (circle.length > 1) circles.push(circle.join(' and '));
    }
    return lowest;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return circles.sort();
};

describe('import circles', () => {
  it('there are none: a type that two files share stands in a file of its own', () =>
    expect(importCircles()).toEqual([]));
});

const TYPE_DECLARATION = /^(?:export )?(?:declare )?(?:type|interface|class|enum) (\w+)/gm;

describe('the house rules', () => {
  it('no barrels, no utils, nothing exported wholesale', () => {
    expect(
      files.filter((file) => /\/(index|utils?|helpers?|common|constants|types)\.tsx?$/.test(file)),
    ).toEqual([]);
    expect(files.filter((file) => /export \*/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('no folder holds more than 20 files: give a topic or an idea a folder of its own', () => {
    const all = globSync('{src,test}/**/*.{ts,tsx,css}').filter(
      (file) => !file.includes('generated'),
    );
    const folders = Map.groupBy(all, (file) => dirname(file));
    expect(
      [...folders].filter(([, inside]) => inside.length > 20).map(([folder]) => folder),
    ).toEqual([]);
  });

  it('no line of the source is longer than 100 columns', () =>
    expect(files.filter((file) => /^.{101,}$/m.test(readFileSync(file, 'utf8')))).toEqual([]));

  it('no file of the source is longer than 200 lines', () =>
    expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 201)).toEqual(
      [],
    ));

  it('every code of a refusal is in use', () => {
    const codes = readFileSync('src/domain/refusal.ts', 'utf8').matchAll(/\| '(\w+)'/g);
    const others = files.filter((file) => file !== 'src/domain/refusal.ts');
    const text = others.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(
      [...codes].map(([, code]) => code).filter((code) => !text.includes(`'${code}',`)),
    ).toEqual([]);
  });

  it('every type has a name of its own: rename one of the two, in plain words', () => {
    const declared = files
      .filter((file) => folderOf(file) !== 'sandbox')
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(TYPE_DECLARATION)].map(([, name = '']) => ({
          file,
          name,
        })),
      );
    const shared = [...Map.groupBy(declared, ({ name }) => name)]
      .filter(([, found]) => found.length > 1)
      .map(([name, found]) => `${name} in ${found.map(({ file }) => file).join(' and ')}`);
    expect(shared).toEqual([]);
  });

  it('no test is skipped without a printed reason, and none mocks our own modules', () => {
    const tests = globSync('test/**/*.ts').filter((file) => !file.includes('architecture'));
    expect(
      tests.filter((file) =>
        /\b(it|describe|test)\.(skip|only|todo)\(|vi\.mock\(/.test(readFileSync(file, 'utf8')),
      ),
    ).toEqual([]);
  });
});

describe('patient data', () => {
  const whoCalls = (name: string) =>
    files.filter((file) => new RegExp(`\\b${name}\\(`).test(readFileSync(file, 'utf8')));

  it('is looked for in one place, through which every modal passes', () => {
    expect(whoCalls('findPatientData')).toEqual(['src/slack/bolt/free-text.ts']);
    expect(whoCalls('refuseFreeText')).toEqual(['src/slack/bolt/dispatch.ts']);
  });

  it('is counted for the person who runs the bot, and shown to nobody in Slack', () =>
    expect(whoCalls('store.countRefused')).toEqual(['src/cli/refused.ts']));
});

/** Matches of a pattern in the files of slack: the file, and what the first group found. */
const foundInSlack = (pattern: RegExp): { file: string; name: string }[] =>
  files
    .filter((file) => folderOf(file) === 'slack')
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => ({ file, name })),
    );

describe('the lists are complete', () => {
  it('every module that exports a Feature is in the list of features', () => {
    const [imported = '', list = ''] = readFileSync('src/slack/bolt/features.ts', 'utf8').split(
      'export const features',
    );
    const isListed = (file: string, name: string) =>
      imported.includes(`'${file.replace('src/slack/', '../')}'`) &&
      new RegExp(`\\b${name}\\b`).test(list);
    expect(
      foundInSlack(/^export const (\w+)(?:: Feature\b| = \(.*\): Feature\b)/gm)
        .filter(({ file, name }) => !isListed(file, name))
        .map(({ file, name }) => `Add ${name} of ${file} to the list in slack/bolt/features.ts.`),
    ).toEqual([]);
  });

  const definedButtons = foundInSlack(/defineButton\(\s*'(\w+)'/g).filter(
    ({ name }) => name !== 'run_command', // the dispatcher's own
  );
  const definedModals = foundInSlack(/defineModal\(\s*'(\w+)'/g);
  const answeredButtons = buttons.map(({ button }) => button.button);
  const answeredModals = modals.map(({ modal }) => modal.modal);

  it.each([
    ['button', 'onTap', definedButtons, answeredButtons],
    ['modal', 'onSubmit', definedModals, answeredModals],
  ])('every %s has its %s', (kind, handler, defined, answered) =>
    expect(
      defined
        .filter(({ name }) => !answered.includes(name))
        .map(
          ({ file, name }) => `Add an ${handler} for the ${kind} ${name} of ${file} to a Feature.`,
        ),
    ).toEqual([]),
  );

  it.each([
    ['button', answeredButtons, definedButtons.map(({ name }) => name)],
    ['modal', answeredModals, definedModals.map(({ name }) => name)],
  ])('every %s is defined once, and answered once', (_, answered, defined) => {
    expect([...answered].sort()).toEqual([...new Set(answered)].sort());
    expect([...defined].sort()).toEqual([...answered].sort());
  });

  it('every job is in the timetable', () => {
    const listed = readFileSync('src/schedule/timetable.ts', 'utf8');
    expect(
      globSync('src/schedule/jobs/*.ts')
        .filter((file) => !listed.includes(`'./jobs/${file.split('/').at(-1)}'`))
        .map((file) => `Give ${file} a row in src/schedule/timetable.ts.`),
    ).toEqual([]);
  });

  it('every command is a button too, as help promises', () => {
    const opened = new Set(foundInSlack(/command: '(\w+)'/g).map(({ name }) => name));
    const drawn = new Set(foundInSlack(/\bopen\('[^']+', '(\w+)'\)/g).map(({ name }) => name));
    expect(
      commands
        .filter(({ name }) => !opened.has(name) && !drawn.has(name))
        .map(({ name }) => `Give /ccg ${name} a button in src/slack/home/menu.ts.`),
    ).toEqual([]);
  });

  it('every permission is asked for by something, and every one asked for has a row', () => {
    const asked = new Set([...commands, ...buttons, ...modals].map(({ permission }) => permission));
    expect(
      Object.keys(permissions)
        .filter((permission) => !asked.has(permission as keyof typeof permissions))
        .map((name) => `Nothing asks for “${name}” of src/domain/people/permissions.ts.`),
    ).toEqual([]);
  });

  it('every kind of audience can be chosen', () => {
    const kinds = [
      ...readFileSync('src/domain/surveys/audience.ts', 'utf8').matchAll(
        /kind: z\.literal\('(\w+)'/g,
      ),
    ].map(([, kind = '']) => kind);
    const choices = readFileSync('src/domain/surveys/audience-names.ts', 'utf8');
    const [, body = ''] = choices.split('export const audiences');
    expect(
      kinds
        .filter((kind) => !body.split('export const')[0]?.includes(`'${kind}'`))
        .map((kind) => `Offer “${kind}” in audiences() of src/domain/surveys/audience-names.ts.`),
    ).toEqual([]);
  });

  it('no word means two commands', () => {
    const words = commands.flatMap(({ name, also = [] }) => [name, ...also]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('what is open to strangers is exactly what the permissions say', () => {
    for (const { permission: act, open } of [...commands, ...buttons, ...modals])
      expect([act, Boolean(open)]).toEqual([
        act,
        (permissions[act] as readonly string[]).includes('stranger'),
      ]);
  });
});

describe('manifest.yml', () => {
  const manifest = parse(readFileSync('manifest.yml', 'utf8'));
  const code = globSync('src/slack/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  it('has the default command of the configuration', () =>
    expect(
      manifest.features.slash_commands.map(({ command }: { command: string }) => command),
    ).toEqual([/default\('(\/\w+)'\)/.exec(readFileSync('src/config.ts', 'utf8'))?.[1]]));

  it('subscribes to exactly the events the code listens to', () =>
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(
      [...code.matchAll(/app\.event\('(\w+)'/g)].map(([, event]) => event),
    ));

  it('asks for exactly the scopes that the calls in the code need', () => {
    const called = Object.entries(methods).filter(([name]) =>
      new RegExp(`\\.${name.replace('.', '\\.')}\\(|'${name}'`).test(code),
    );
    const needed = [
      ...called.flatMap(([, { scope }]) => scope ?? []),
      'commands',
      ...(/profile\??\.email/.test(code) ? ['users:read.email'] : []),
    ];
    expect([...new Set(needed)].sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
  });

  const folder = process.env['REAL_DATA'];
  it.skipIf(!folder)(
    'is a manifest by Slack’s own JSON Schema (left out where REAL_DATA names no folder)',
    () => {
      const schema = JSON.parse(readFileSync(`${folder}/manifest.schema.2.0.0.json`, 'utf8'));
      const validate = new Ajv.default({ strict: false, validateFormats: false }).compile(schema);
      validate(manifest);
      expect(validate.errors).toBeNull();
    },
  );
});
