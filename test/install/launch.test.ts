// The launcher behind every npm script, run as npm runs it. Only npm itself is stood in for.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INSTALLS, launch, makeProject, readText, withNpm } from './project.ts';

const isAlive = (pid: number) => existsSync(`/proc/${pid}`);

/** A program that says its process id, then waits, and stops in order on the first signal. */
const BOT = `
  const stay = setInterval(() => {}, 1000);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
    process.on(signal, () => {
      console.log('stopping on ' + signal);
      setTimeout(() => process.exit(7), 200);
    });
  console.log('bot ' + process.pid);`;

/** Makes the project's folder read-only, for root too. */
const READ_ONLY = `
  const fs = require('node:fs');
  const write = fs.writeFileSync;
  fs.writeFileSync = (path, ...rest) => {
    if (path !== '.installing') return write(path, ...rest);
    throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
  };
  require('node:module').syncBuiltinESMExports();`;

const pidOf = (output: string) => Number(/bot (\d+)/.exec(output)?.[1]);

describe('what is missing', () => {
  it('is installed once, and what follows runs', async () => {
    const root = makeProject({
      ...withNpm(INSTALLS),
      'a.mjs': 'console.log("ran", process.argv[2])',
    });
    const first = launch(root, ['a.mjs', 'one']);
    expect([await first.ended, first.output()]).toEqual([0, expect.stringContaining('ran one')]);
    const second = launch(root, ['a.mjs', 'two']);
    expect([await second.ended, second.output()]).toEqual([0, 'ran two\n']);
    expect(readText(root, 'installations')).toBe('x');
  });

  it('is installed once by two starts at once, and the second says that it waits', async () => {
    const slow = `setTimeout(() => { ${INSTALLS} }, 1500)`;
    const root = makeProject({ ...withNpm(slow), 'a.mjs': '' });
    const first = launch(root, ['a.mjs']);
    await first.said(/Installing/);
    const second = launch(root, ['a.mjs']);
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
    expect(second.output()).toBe(
      'Another start is installing what is missing; waiting until it is done.\n',
    );
    expect(readText(root, 'installations')).toBe('x');
  });

  it('is installed where an installation killed midway left its lock', async () => {
    const left = { '.installing': '1' }; // in a container that was the process id of both starts
    const root = makeProject({ ...withNpm(INSTALLS), 'a.mjs': '', ...left });
    expect(await launch(root, ['a.mjs']).ended).toBe(0);
    expect(existsSync(join(root, '.installing'))).toBe(false);
  });

  it('is not installed where nothing can be written, which one sentence says', async () => {
    const root = makeProject(withNpm(INSTALLS));
    writeFileSync(join(root, 'read-only.cjs'), READ_ONLY);
    const start = launch(root, ['a.mjs'], {
      NODE_OPTIONS: `--require ${join(root, 'read-only.cjs')}`,
    });
    expect(await start.ended).toBe(1);
    expect(start.output()).toMatch(
      /^Not everything is installed, and nothing can be written to .* \(EROFS.*\n$/,
    );
  });

  it('is told in npm’s own words where npm fails, with npm’s exit code', async () => {
    const root = makeProject(
      withNpm("console.error('npm error code ECONNREFUSED'); process.exitCode = 5"),
    );
    const start = launch(root, ['a.mjs']);
    expect(await start.ended).toBe(5);
    expect(start.output()).toContain('npm error code ECONNREFUSED');
    expect(start.output()).not.toContain('Node 24');
  });
});

describe('an npm that gives up with exit code 0, as npm 10 may', () => {
  it('counts as failed, with the request that failed', async () => {
    const gaveUp = `
      const logs = process.argv.find((word) => word.startsWith('--logs-dir=')).slice(11);
      require('node:fs').writeFileSync(logs + '/debug-0.log',
        '7 http fetch GET http://127.0.0.1:9/vitest attempt 3 failed with ECONNREFUSED\\n');`;
    const start = launch(makeProject(withNpm(gaveUp)), ['a.mjs']);
    expect(await start.ended).toBe(1);
    expect(start.output()).toContain('127.0.0.1:9/vitest attempt 3 failed with ECONNREFUSED');
  });
});

describe('a signal to the launcher', () => {
  const start = async () => {
    const bot = launch(makeProject({ ...withNpm(INSTALLS), 'bot.mjs': BOT }), ['bot.mjs']);
    await bot.said(/bot \d+/);
    return bot;
  };

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s reaches the bot, and its exit code comes back',
    async (signal) => {
      const bot = await start();
      bot.child.kill(signal);
      expect(await bot.ended).toBe(7);
      expect(bot.output()).toContain(`stopping on ${signal}`);
      expect(isAlive(pidOf(bot.output()))).toBe(false);
    },
  );

  it('may come twice, as from a terminal or systemd', async () => {
    const bot = await start();
    process.kill(pidOf(bot.output()), 'SIGTERM');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(7);
  });

  it('that kills it ends the bot all the same', async () => {
    const bot = await start();
    bot.child.kill('SIGKILL');
    await bot.said(/stopping on SIGTERM/);
    expect(await bot.ended).toBe('SIGKILL');
  });

  it('that kills it ends an installation too, whatever npm does on SIGTERM', async () => {
    const stubborn = "process.on('SIGTERM', () => {}); console.log('begun');";
    const root = makeProject(withNpm(`${stubborn} setInterval(() => {}, 1000)`));
    const begun = launch(root, ['a.mjs']);
    await begun.said(/begun/);
    begun.child.kill('SIGKILL');
    expect(await begun.ended).toBe('SIGKILL'); // its output is closed once npm has ended, too
  }, 30_000);

  it('ends an installation, which is not taken for a failure of npm', async () => {
    const root = makeProject(withNpm("console.log('begun'); setInterval(() => {}, 1000)"));
    const begun = launch(root, ['a.mjs']);
    await begun.said(/begun/);
    begun.child.kill('SIGTERM');
    expect(await begun.ended).toBe(143);
    expect(begun.output()).not.toContain('failed');
    expect(existsSync(join(root, '.installing'))).toBe(false);
  });
});

describe('npm', () => {
  it('passes SIGTERM on to the bot and waits for it', async () => {
    const scripts = { start: JSON.parse(readText('.', 'package.json')).scripts.start };
    const root = makeProject({
      'package.json': JSON.stringify({ scripts, optionalDependencies: {} }),
      'src/main.ts': BOT,
    });
    mkdirSync(join(root, 'node_modules/vitest'), { recursive: true });
    mkdirSync(join(root, 'src/store/generated/prisma'), { recursive: true });
    writeFileSync(join(root, 'src/store/generated/prisma/client.ts'), '');
    const { markInstalled } = await import(join(root, 'src/launch/installed.mjs'));
    markInstalled(root);
    const npm = spawn('npm', ['start'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    const began = new Promise<void>((done) =>
      npm.stdout.on('data', (data) => {
        output += data;
        if (/bot \d+/.test(output)) done();
      }),
    );
    await began;
    npm.kill('SIGTERM');
    expect(await new Promise((done) => npm.once('exit', done))).toBe(7);
    expect(output).toContain('stopping on SIGTERM');
    expect(isAlive(pidOf(output))).toBe(false);
  });
});
