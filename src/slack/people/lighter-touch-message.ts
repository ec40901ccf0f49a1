// A practice's lighter touch: what it means, why it has it, and the buttons that begin or end it.
import { z } from 'zod';
import type { Practice } from '../../domain/people/practices.ts';
import {
  describeTouchReason,
  type TouchReason,
  touchReasons,
} from '../../domain/people/touch-reasons.ts';
import { capitalise } from '../../domain/text/words.ts';
import { actionsBlock, type Block, escapeMrkdwn, section } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';

/** Begins or ends it. Without a reason, it is asked for before anything begins. */
export const chooseLighterTouch = defineButton(
  'lighter_touch',
  z.object({
    practice: z.string(),
    on: z.boolean(),
    reason: z.enum(Object.keys(touchReasons) as TouchReason[]).optional(),
  }),
);

/** Ends it in one tap, or begins it in one, with the reason. */
export const touchBlocks = (practice: Practice): Block[] => {
  const { code, name, lightSince, lightReason } = practice;
  if (lightSince)
    return [
      section(
        `*${escapeMrkdwn(name)} has a lighter touch*${describeTouchReason(lightReason)}. ` +
          `${ASKED_ONCE}`,
      ),
      actionsBlock(endButton(practice)),
    ];
  const reasons = Object.entries(touchReasons) as [TouchReason, string][];
  return [
    section(
      `*A lighter touch for ${escapeMrkdwn(name)}?* Its people would be asked once, and ` +
        'never a second time. Nothing else changes. If so, why?',
    ),
    actionsBlock(
      ...reasons.map(([reason, words]) =>
        chooseLighterTouch(capitalise(words), { practice: code, on: true, reason }),
      ),
    ),
  ];
};

/** For those who may begin or end it, and for nobody else to see. */
export const touchLine = (practice: Practice): Block =>
  practice.lightSince
    ? section(
        `It has a lighter touch${describeTouchReason(practice.lightReason)}. ${ASKED_ONCE}`,
        endButton(practice),
      )
    : section('Would it rather be asked less?', beginButton(practice));

/**
 * For leads, where the figures and the quiet suggest it; it begins only when somebody chooses it.
 */
export const touchSuggestion = (practice: Practice): Block =>
  section(
    'Quiet in chat, with every figure inside its limits and none missing: a lighter touch ' +
      'may suit it.',
    beginButton(practice),
  );

const ASKED_ONCE = 'Its people are asked once, and never a second time.';

const endButton = ({ code }: Practice) =>
  chooseLighterTouch('End the lighter touch', { practice: code, on: false });

const beginButton = ({ code }: Practice) =>
  chooseLighterTouch('Lighter touch', { practice: code, on: true });
