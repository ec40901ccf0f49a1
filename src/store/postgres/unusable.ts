/**
 * The data cannot be used where it is; the message says why, and what to do, to whoever runs the
 * bot.
 */
export class Unusable extends Error {}
