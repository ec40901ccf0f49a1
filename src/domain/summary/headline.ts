// The summary's first sentence: what has changed in a month.

import { capitalise, spellNumber } from '../text/words.ts';
import { addMonths, formatMonthName } from '../time/calendar.ts';
import type { SummaryFacts } from './facts.ts';
import { practicesWithLead } from './seats.ts';

/** “Two more practices have a lead than in October; 31 of 40 now do.” */
export const opening = ({ register, withLeadBefore, now }: SummaryFacts): string => {
  const withLead = practicesWithLead(register);
  const [all, change] = [register.practices.length, withLead - withLeadBefore];
  const then = formatMonthName(addMonths(now, -1));
  if (change > 0)
    return (
      `${describeMore(change)} a lead than in ${then}; ${withLead} of ${all} now ` +
      `${withLead === 1 ? 'does' : 'do'}.`
    );
  const some = `${withLead} of ${all} practices ${withLead === 1 ? 'has' : 'have'} a lead`;
  return change < 0
    ? `${some}, ${spellNumber(-change)} fewer than in ${then}.`
    : `${some}, as in ${then}.`;
};

const describeMore = (change: number) =>
  `${capitalise(spellNumber(change))} more ${change === 1 ? 'practice has' : 'practices have'}`;
