// The results of a closed round, for engagement leads: a page at a time, with buttons that turn it.

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
import { button } from '../ui/buttons.ts';
import { drawShapes, inWords } from '../ui/shapes.ts';

/** The page of that number, or the last there is. */
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
      ...(shown && isPartlyHidden(shown) ? [contextBlock(ruleInForce(round))] : []),
      ...describeResponse(round),
      turning(round, pages, at),
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

/** The rule is said where something on the page is not shown. */
const isPartlyHidden = ({ section: shown }: Page) => /not shown|nearly all/.test(inWords(shown));

const ruleInForce = ({ threshold }: RoundWithTurnout) =>
  `Groups of fewer than ${threshold} answers are not shown, and neither is one more wherever ` +
  'the rest would give them away; nor a comparison in which nearly all of one group agree. ' +
  '“Nearly all” is said of all, and of all but one.';

const describeResponse = ({ response }: RoundWithTurnout): Block[] =>
  response ? [section(`*You said, we will*\n${escapeMrkdwn(response)}`)] : [];

const turning = ({ id, response }: RoundWithTurnout, pages: readonly Page[], at: number) => {
  const next = pages[at + 1];
  return actionsBlock(
    ...(at > 0 ? [button('turn_results', 'Previous', { id, page: at - 1 })] : []),
    ...(next
      ? [button('turn_results', next.name, { id, page: at + 1 }, { style: 'primary' })]
      : []),
    button('close_loop', response ? 'Change “You said, we will”' : 'You said, we will', { id }),
  );
};
