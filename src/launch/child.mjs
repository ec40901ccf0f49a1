// A program that belongs to this process: it gets the signals that arrive here, and whoever waits
// gets its exit code.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];
const LOOK_MS = 500;

/**
 * Runs a program to its end, on this terminal.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 128 and the signal's number where a signal ended it
 * @throws where it cannot be started
 */
export const runChild = async (program, args, options = {}) => {
  const child = spawn(program, args, { ...options, stdio: options.stdio ?? 'inherit' });
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => void child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  const watching = onceParentEnds(() => passOn('SIGTERM'));
  try {
    return await exitOf(child);
  } finally {
    clearInterval(watching);
    for (const signal of SIGNALS) process.off(signal, passOn);
  }
};

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
const exitOf = (child) =>
  new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) =>
      done(code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
    );
  });

/**
 * npm, or the shell between, may be killed without a word: then the child is asked to end. Without
 * npm whoever started this may leave, as a shell in the background does.
 * @param {() => void} act
 */
const onceParentEnds = (act) => {
  if (!process.env['npm_lifecycle_event']) return undefined;
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    act();
  }, LOOK_MS);
  return watching;
};
