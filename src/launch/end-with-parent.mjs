// Loaded before a program that the launcher starts (`node --import`): where the launcher is killed
// and can pass nothing on, the program gets a signal all the same. Its own children are left alone.
import { isMainThread } from 'node:worker_threads';

const LOOK_MS = 500;
const launcher = Number(process.env['LAUNCHER_PID']);

if (isMainThread && process.ppid === launcher) {
  const watching = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(watching);
    process.kill(process.pid, process.env['LAUNCHER_LAST_SIGNAL']);
  }, LOOK_MS);
  watching.unref();
}
