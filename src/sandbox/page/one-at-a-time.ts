/**
 * Runs `work` whenever asked, never twice at once; asked while it runs, it runs once more
 * afterwards.
 */
export const oneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await work();
    }
    running = false;
  };
};
