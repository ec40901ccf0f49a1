// Opening a round, whether a lead sends it at once or its day has come: whom it reaches, until
// when, and in which groups answers count.

import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Register } from '../roles/register.ts';
import type { Reservation } from '../sending/capacity.ts';
import { previewSending, type SendPreview } from '../sending/send-preview.ts';
import type { SurveyAsking } from '../sending/series.ts';
import type { Settings } from '../settings.ts';
import { fixGroups, type Groups, invitedFrom } from './answer-groups.ts';
import { type Recipient, toRecipients } from './practice-unit.ts';
import { closingOf } from './survey-dates.ts';
import { secondsFor } from './surveys.ts';

export type OpeningFacts = {
  readonly register: Register;
  /** The people of its audience, as the register stands. */
  readonly whom: Recipient;
  readonly reservations: ReadonlyMap<string, readonly Reservation[]>;
  readonly settings: Settings;
};

export type NewRoundDecision = {
  readonly preview: SendPreview;
  readonly whom: Recipient;
  readonly asks: ReturnType<typeof toRecipients>;
  /** The round, but for its id, its audience and who opens it. */
  readonly round: Omit<SurveyAsking, 'kind' | 'days'> & {
    readonly closesAt: Date;
    readonly threshold: number;
    /** The groups each person's answers count in; empty with names. */
    readonly groups: ReadonlyMap<string, Groups>;
  };
};

/** What a survey asks of whom if it opens then; or why nobody can be asked. */
export const decideRound = (
  asking: SurveyAsking,
  facts: OpeningFacts,
  opensAt: Date,
): NewRoundDecision | Refusal => {
  const { register, whom, reservations, settings } = facts;
  const { kind: _, days, ...asked } = asking;
  const [seconds, closesAt, threshold] = [
    secondsFor(asking.survey),
    closingOf(opensAt, days),
    settings.anonymity_threshold,
  ];
  const preview = previewSending(
    { people: whom.people, seconds, reservations, before: closesAt },
    settings,
    opensAt,
  );
  if (isRefusal(preview)) return preview;
  const reached = preview.asked.map(({ person }) => person);
  if (asking.anonymous && reached.length < threshold)
    return refuse('audience_too_small', tooFew(reached.length, threshold));
  const groups = asking.anonymous
    ? fixGroups(invitedFrom(register, reached), threshold)
    : new Map<string, Groups>();
  return {
    preview,
    whom,
    asks: toRecipients(reached, seconds, whom),
    round: { ...asked, closesAt, threshold, groups },
  };
};

const tooFew = (asked: number, threshold: number) =>
  `Only ${asked} people would be asked, and anonymous answers are shown for at least ` +
  `${threshold}. Choose a wider group, or ask with names.`;
