// What the command line says: lines on the screen, or a mistake.

/** Something the person can put right; the message says how. */
export class UserError extends Error {}

export const say = (...lines: readonly string[]) => console.log(lines.join('\n'));
