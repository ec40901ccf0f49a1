// Chases: those who have not replied to a survey are asked again, as often as the round says.
import type { Round } from '../surveys/surveys.ts';
import { nextWeek } from '../time/calendar.ts';
import { nextSendingTime, type SendingTimes } from '../time/sending-window.ts';
import type { Delivery } from './deliveries.ts';
import type { PromptOutcome } from './prompt.ts';

export type ChaseFacts = {
  readonly outcome: PromptOutcome;
  readonly round: Pick<Round, 'chases' | 'closesAt'>;
  /** The person's practice has a lighter touch: it is asked once. */
  readonly hasLighterTouch: boolean;
};

/** Which chase follows a delivery that has been sent, and from when it may go out; if any. */
export const nextChase = (
  { kind, turn: last }: Pick<Delivery, 'kind' | 'turn'>,
  { outcome, round, hasLighterTouch }: ChaseFacts,
  times: SendingTimes,
  now: Date,
): { turn: number; dueAt: Date } | undefined => {
  if (kind !== 'invite' && kind !== 'chase') return undefined;
  const turn = kind === 'invite' ? 1 : last + 1;
  const dueAt = nextSendingTime(nextWeek(now), times);
  const isDue = outcome === 'waiting' && turn <= round.chases && dueAt < round.closesAt;
  return isDue && !hasLighterTouch ? { turn, dueAt } : undefined;
};
