// The summary, section by section. To add one, write a function from facts to a section and name it
// here.

import { comingUp } from './coming.ts';
import type { SummaryFacts } from './facts.ts';
import { whatWeHeard } from './heard.ts';
import { inPublic } from './in-public.ts';
import { levelsOfInvolvement } from './levels.ts';
import { participationOverTime, pulseOverTime } from './over-time.ts';
import { participation } from './participation.ts';
import { seatsFilled } from './seats.ts';
import type { Section } from './shapes.ts';
import { timeAsked } from './time-asked.ts';
import { wins } from './wins.ts';

const sections: readonly ((facts: SummaryFacts) => Section | undefined)[] = [
  levelsOfInvolvement,
  seatsFilled,
  participation,
  whatWeHeard,
  wins,
  timeAsked,
  comingUp,
];

/** Two more charts, which Slack takes in a message of their own. */
const sectionsOverTime = [participationOverTime, pulseOverTime];

/**
 * The sections that have something to say. Aggregates only: this is what may stand in a channel.
 */
export const summarise = (facts: SummaryFacts): Section[] => {
  const shown = inPublic(facts);
  return sections.flatMap((section) => section(shown) ?? []);
};

export const summariseOverTime = (facts: SummaryFacts): Section[] =>
  sectionsOverTime.flatMap((section) => section(facts) ?? []);
