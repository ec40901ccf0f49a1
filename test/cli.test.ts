import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../src/store/postgres/open.ts';
import { runProcess } from './support/bot/process.ts';

describe('npm run ccg', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));
  const ccg = (...args: string[]) => runProcess('src/cli.ts', { DATA_DIR: dataDir }, args);
  const file = async (name: string, text: string) => {
    await writeFile(join(dataDir, name), text);
    return join(dataDir, name);
  };

  it('sets up a CCG, and a second time changes nothing', async () => {
    expect(await ccg('create', '99Z', '--name', 'NHS Fernshire CCG', '--channel', 'C123')).toEqual({
      code: 0,
      output: expect.stringContaining('Created NHS Fernshire CCG (99Z).'),
    });
    expect(await ccg('create', '99Z', '--name', 'NHS Fernshire CCG', '--channel', 'C123')).toEqual({
      code: 0,
      output: expect.stringContaining('was there already'),
    });
  });

  it.each([
    [
      'a code that is none',
      ['create', 'FERN', '--name', 'x', '--channel', 'C123'],
      'FERN is not a CCG’s ODS code',
    ],
    [
      'a channel by its name',
      ['create', '98Z', '--name', 'x', '--channel', '#general'],
      '#general is not a Slack channel id',
    ],
    [
      'a CCG that is not there',
      ['import', 'practices', 'x.csv', '--ccg', '00K'],
      'There is no file x.csv that can be read.',
    ],
    [
      'a lead who is neither',
      ['lead', 'add', 'Priya'],
      'neither an e-mail address nor a Slack member id',
    ],
    ['an unknown setting', ['settings', 'colour', 'red'], 'There is no setting “colour”'],
    ['an export before a survey has closed', ['export', 'results'], 'No survey has closed yet'],
    [
      'a value out of bounds',
      ['settings', 'weekly_prompts', '7'],
      'Give a whole number from 1 to 3.',
    ],
  ])('%s is refused in a sentence', async (_, args, words) =>
    expect(await ccg(...args)).toEqual({ code: 1, output: expect.stringContaining(words) }),
  );

  it('an import shows what would change, and asks; with nobody to ask, nothing changes', async () => {
    const { code, output } = await ccg(
      'import',
      'practices',
      'src/demo/practices.csv',
      '--ccg',
      '99Z',
    );
    expect(code).toBe(1);
    expect(output).toContain('12 new practices');
    expect(output).toContain(
      'Nothing was changed: there is nobody to ask. Add --yes to agree beforehand.',
    );
  });

  it('agreed beforehand, it is done; a second time there is nothing to change', async () => {
    expect(
      (await ccg('import', 'practices', 'src/demo/practices.csv', '--ccg', '99Z', '--yes')).output,
    ).toContain('Done.');
    expect(
      (await ccg('import', 'practices', 'src/demo/practices.csv', '--ccg', '99Z', '--yes')).output,
    ).toContain('Nothing to change.');
    expect(
      (await ccg('import', 'localities', 'src/demo/localities.csv', '--yes')).output,
    ).toContain('12 practices with a new locality');
    expect(
      (await ccg('import', 'list-sizes', 'src/demo/list-sizes.csv', '--yes')).output,
    ).toContain('12 practices with a new list size');
    expect((await ccg('import', 'roster', 'src/demo/roster.csv', '--yes')).output).toContain(
      '40 new people',
    );
    expect((await ccg('import', 'roster', 'src/demo/roster.csv', '--yes')).output).toContain(
      'Nothing to change.',
    );
  });

  it('the summary is exported to a new file, and never over an old one', async () => {
    const path = join(dataDir, 'summary.csv');
    expect((await ccg('export', 'summary', '--out', path)).output).toContain(
      `Wrote the summary to ${path}.`,
    );
    expect(await readFile(path, 'utf8')).toContain('Practices with a lead,Fernbridge,Practices,4');
    expect(await ccg('export', 'summary', '--out', path)).toEqual({
      code: 1,
      output: expect.stringContaining('is there already'),
    });
  });

  it('a roster with bad rows names them, and imports nothing unless told to leave them out', async () => {
    const path = await file(
      'bad.csv',
      'email,name,profession,practice_code\nnew@fernshire.example,Dr ' +
        'New,gp,Y99001\nbroken,Dr Broken,gp,Y99001',
    );
    const refused = await ccg('import', 'roster', path, '--yes');
    expect(refused).toEqual({
      code: 1,
      output: expect.stringContaining('line 3: the e-mail is not an e-mail address'),
    });
    expect(refused.output).toContain('Nothing was imported.');
    expect((await ccg('import', 'roster', path, '--yes', '--skip-bad-rows')).output).toContain(
      'Done.',
    );
  });

  it(
    'figures are imported once, with those that cannot be used named by line and left out if ' +
      'that is agreed',
    async () => {
      const text = await readFile('src/demo/indicators.csv', 'utf8');
      const path = await file('figures.csv', `${text}A81001,prescribing,2025/26,1,10\n`);
      const refused = await ccg('import', 'indicators', path, '--yes');
      expect(refused).toEqual({
        code: 1,
        output: expect.stringContaining('line 50: A81001 is not a practice of this CCG'),
      });
      const done = await ccg('import', 'indicators', path, '--yes', '--skip-bad-rows');
      expect(done.output).toContain(
        '48 new figures\n  1 of them left blank or held back in the file, which stay not known',
      );
      expect(done.output).toContain('Done.');
      expect(
        (await ccg('import', 'indicators', 'src/demo/indicators.csv', '--yes')).output,
      ).toContain('Nothing to change.');
    },
  );

  it('a wrong file says what was expected', async () => {
    const path = await file('wrong.csv', 'a,b\n1,2');
    expect(await ccg('import', 'practices', path)).toEqual({
      code: 1,
      output: expect.stringContaining('An ODS practice file has 27 columns'),
    });
  });

  it('leads and settings are kept, and safe a second time', async () => {
    expect((await ccg('lead', 'add', 'Priya.Nair@fernshire.example')).output).toContain(
      'is now an engagement lead',
    );
    expect((await ccg('lead', 'add', 'priya.nair@fernshire.example')).output).toContain(
      'was an engagement lead of NHS Fernshire CCG already',
    );
    expect((await ccg('lead', 'remove', 'priya.nair@fernshire.example')).output).toContain(
      'is no longer an engagement lead',
    );
    expect((await ccg('lead', 'remove', 'priya.nair@fernshire.example')).output).toContain(
      'was no engagement lead',
    );
    expect((await ccg('settings', 'organisation', 'ICB')).output).toContain('organisation = ICB');
    expect((await ccg('settings')).output).toContain('organisation = ICB');
  });

  it('says how often patient data was refused, by kind and month, and no more', async () => {
    const bot = await openStore({ databaseUrl: undefined, dataDir });
    await bot.store
      .ccg('99Z')
      .refused.note(['nhs_number', 'postcode'], new Date('2026-11-03T12:00:00Z'));
    await bot.store.ccg('99Z').refused.note(['nhs_number'], new Date('2026-11-04T12:00:00Z'));
    await bot.close();
    expect((await ccg('refused')).output).toContain(
      'November 2026\n     2 × an NHS number\n     1 × a postcode\n',
    );
  });

  it('works beside a bot that is running on the same folder', async () => {
    const bot = await openStore({ databaseUrl: undefined, dataDir });
    expect((await ccg('settings', 'organisation', 'CCG')).output).toContain('organisation = CCG');
    expect((await bot.store.ccgs.find('99Z'))?.settings.organisation).toBe('CCG');
    await bot.close();
    expect((await ccg('stop')).output).toContain('PostgreSQL was not running.');
  });
});

describe('npm run ccg in a folder without data', () => {
  it.each([
    ['deliveries', ['deliveries']],
    ['settings', ['settings']],
    ['lead add', ['lead', 'add', 'U0123']],
    ['backup', ['backup']],
    ['stop', ['stop']],
  ])('%s makes none, and says where it looked', async (name, args) => {
    const top = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
    const { code, output } = await runProcess('src/cli.ts', { DATA_DIR: join(top, 'data') }, args);
    expect(code).toBe(name === 'stop' ? 0 : 1);
    expect(output).toContain(name === 'stop' ? 'was not running' : join(top, 'data'));
    expect(await readdir(top)).toEqual([]);
    await rm(top, { recursive: true });
  });

  it('a DATA_DIR that is a file is refused in a sentence', async () => {
    const { code, output } = await runProcess('src/cli.ts', { DATA_DIR: 'package.json' }, [
      ...['create', '99Z', '--name', 'x', '--channel', 'C123'],
    ]);
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringMatching(/package\.json is not a folder/),
    });
  });
});

describe('npm start', () => {
  it('in production without tokens refuses with the reason, and opens no sandbox', async () =>
    expect(
      await runProcess('src/main.ts', { NODE_ENV: 'production', DATA_DIR: '/nowhere' }),
    ).toEqual({
      code: 1,
      output: expect.stringContaining('The sandbox is never opened in production.'),
    }));

  it('with half of the tokens names the missing one', async () =>
    expect(
      await runProcess('src/main.ts', { SLACK_BOT_TOKEN: 'xoxb-1', DATA_DIR: '/nowhere' }),
    ).toEqual({
      code: 1,
      output: expect.stringContaining('Neither SLACK_APP_TOKEN'),
    }));
});
