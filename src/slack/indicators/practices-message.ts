// The practices as an engagement lead sees them: in alphabetical order, each with when it was last
// heard of and its next step.
import { z } from 'zod';
import {
  maySuitTouch,
  type NextStep,
  nextStepFor,
  nextStepWords,
  type StepFacts,
} from '../../domain/indicators/next-step.ts';
import { DAYS_UNTIL_QUIET, describePresence, presenceOf } from '../../domain/people/contacts.ts';
import type { Practice } from '../../domain/people/practices.ts';
import { capitalise } from '../../domain/text/words.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  escapeMrkdwn,
  header,
  type Message,
  section,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';

export const showPractices = defineButton(
  'show_practices',
  z.object({
    from: z.int().min(0),
    step: z.enum(Object.keys(nextStepWords) as NextStep[]).optional(),
  }),
);
export const showPractice = defineButton('show_practice', z.object({ practice: z.string() }));

/** Slack takes 50 blocks a message; this many are read without scrolling for long. */
const PAGE_SIZE = 20;

/** All practices, or those of one next step. */
export const practicesMessage = (facts: StepFacts, from: number, step?: NextStep): Message => {
  const { practices } = facts;
  const shown = practices.slice(from, from + PAGE_SIZE);
  return {
    text: `Practices ${from + 1} to ${from + shown.length} of ${practices.length}`,
    blocks: [
      header(step ? capitalise(nextStepWords[step]) : 'Practices'),
      contextBlock(QUIET),
      contextBlock(NEXT_STEP),
      ...shown.map((practice) => describePractice(practice, facts)),
      ...pageButtons(from, practices.length, step),
    ],
  };
};

const QUIET =
  `A practice is quiet in chat after ${DAYS_UNTIL_QUIET} days without a reply, a role or a ` +
  'noted contact. That is no judgement of its work: a meeting, a visit or a call counts as ' +
  'much. Replies to an anonymous survey count from the day it closes.';

const NEXT_STEP =
  'A next step is a suggestion, from that and from whether figures lie inside their limits. ' +
  'It is no judgement either: deprivation and much else beyond a practice’s control move ' +
  'figures.';

const describePractice = (practice: Practice, facts: StepFacts) => {
  const signs = facts.signs.get(practice.code);
  const presence = signs
    ? describePresence(presenceOf(signs, facts.now), facts.now)
    : 'Nothing known yet';
  const lines = [
    `*${escapeMrkdwn(practice.name)}*`,
    `${presence}${practice.lightSince ? ' · Lighter touch by choice' : ''}`,
    `_Next step:_ ${nextStepWords[nextStepFor(practice, facts)]}` +
      `${maySuitTouch(practice, facts) ? '; a lighter touch may suit it' : ''}`,
  ];
  return section(lines.join('\n'), showPractice('Open', { practice: practice.code }));
};

const pageButtons = (from: number, all: number, step: NextStep | undefined): Block[] => {
  if (all <= PAGE_SIZE) return [];
  const next = from + PAGE_SIZE;
  const of = step ? { step } : {};
  return [
    contextBlock(`${from + 1} to ${Math.min(next, all)} of ${all}`),
    actionsBlock(
      ...(from > 0
        ? [showPractices('Previous', { from: Math.max(0, from - PAGE_SIZE), ...of })]
        : []),
      ...(next < all ? [showPractices('Next', { from: next, ...of }, { style: 'primary' })] : []),
    ),
  ];
};
