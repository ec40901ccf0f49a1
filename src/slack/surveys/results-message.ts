// The results of a closed round, for engagement leads: a page at a time, with buttons for the next
// and the previous one.
import { z } from 'zod';
import { describeReached } from '../../domain/surveys/practice-unit.ts';
import { answeredIn, type Page } from '../../domain/surveys/results/pages.ts';
import type { RoundWithTurnout } from '../../store/surveys/rounds.ts';
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
import { drawShapes, inWords } from '../ui/shapes.ts';
import { closeLoopButton } from './close-loop.ts';

export const turnResults = defineButton(
  'turn_results',
  z.object({ id: z.uuid(), page: z.int().min(0) }),
);

/** The page with this number, or the last page. */
export const resultsMessage = (
  round: RoundWithTurnout,
  pages: readonly Page[],
  number: number,
): Message => {
  const at = Math.min(number, pages.length - 1);
  const shown = pages[at];
  return {
    text: [`Results: ${round.title}`, ...(shown ? [inWords(shown.section)] : [])].join('\n'),
    blocks: [
      header(round.title),
      contextBlock(describeTurnout(round)),
      ...(shown
        ? [section(`*${escapeMrkdwn(shown.section.title)}*`), ...drawShapes(shown.section.shapes)]
        : []),
      ...(shown && isPartlyHidden(shown) ? [contextBlock(describeThreshold(round))] : []),
      ...describeResponse(round),
      pageButtons(round, pages, at),
    ],
  };
};

const describeTurnout = (round: RoundWithTurnout) => {
  const notNow = round.turnout.filter(({ outcome }) => outcome === 'not_now').length;
  const reached = describeReached(round);
  return (
    `${answeredIn(round)} of ${reached} reached ` +
    `answered${notNow > 0 ? `, and ${notNow} said not now` : ''}.`
  );
};

/** The threshold is explained only on a page that leaves something out. */
const isPartlyHidden = ({ section: shown }: Page) => /not shown|nearly all/.test(inWords(shown));

const describeThreshold = ({ threshold }: RoundWithTurnout) =>
  `Groups of fewer than ${threshold} answers are not shown, and neither is one more wherever ` +
  'the rest would give them away; nor a comparison in which nearly all of one group agree. ' +
  '“Nearly all” is said of all, and of all but one.';

const describeResponse = ({ response }: RoundWithTurnout): Block[] =>
  response ? [section(`*You said, we will*\n${escapeMrkdwn(response)}`)] : [];

const pageButtons = (round: RoundWithTurnout, pages: readonly Page[], at: number) => {
  const { id } = round;
  const next = pages[at + 1];
  return actionsBlock(
    ...(at > 0 ? [turnResults('Previous', { id, page: at - 1 })] : []),
    ...(next ? [turnResults(next.name, { id, page: at + 1 }, { style: 'primary' })] : []),
    closeLoopButton(round),
  );
};
