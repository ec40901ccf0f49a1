// History: who changed what, when and why. Opaque ids and closed reasons only; the database refuses to rewrite it.
import type { Transaction } from './database.ts';
import type { ChangeKind, EndReason } from './generated/prisma/enums.ts';

export type Change = {
  readonly kind: ChangeKind;
  /** A person's id; none for the person who runs the bot, or the bot itself. */
  readonly actorId?: string | null;
  readonly personId?: string;
  readonly roleKey?: string;
  readonly practiceCode?: string | null;
  readonly locality?: string | null;
  /** The id of a round or reminder, or the key of a setting. */
  readonly about?: string;
  readonly reason?: EndReason;
};

/** Writes a line of history in the transaction of the change itself. */
export const record = (tx: Transaction, ccgCode: string, now: Date, change: Change): Promise<unknown> =>
  tx.change.create({ data: { ccgCode, at: now, ...change } });
