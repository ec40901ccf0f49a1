// The practices as an engagement lead sees them: alphabetical, each with its latest sign of life, and noting a contact.
import { DAYS_UNTIL_QUIET, presenceOf, type Signs, sayPresence } from '../../domain/contacts.ts';
import type { Practice } from '../../domain/practices.ts';
import { type Block, buttons, context, header, type Message, safe, section } from '../blocks.ts';
import { button } from '../taps.ts';

/** Slack takes 50 blocks a message; this many are read without scrolling for long. */
const A_PAGE = 20;

export const practicesMessage = (
  practices: readonly Practice[],
  signs: ReadonlyMap<string, Signs>,
  from: number,
  now: Date,
): Message => {
  const shown = practices.slice(from, from + A_PAGE);
  return {
    text: `Practices ${from + 1} to ${from + shown.length} of ${practices.length}`,
    blocks: [
      header('Practices'),
      context(QUIET),
      ...shown.map((practice) => sayPractice(practice, signs.get(practice.code), now)),
      ...turning(from, practices.length),
    ],
  };
};

/** One tap each. */
export const noteButtons = ({ code: practice }: Practice): Block =>
  buttons(
    button('note_contact', 'Note a meeting', { practice, kind: 'meeting' }),
    button('note_contact', 'Note a visit', { practice, kind: 'visit' }),
    button('note_contact', 'Note a call', { practice, kind: 'call' }),
  );

const QUIET = `A practice is quiet in chat after ${DAYS_UNTIL_QUIET} days without a reply, a role or a noted contact. That is no judgement of its work: a meeting, a visit or a call counts as much. Replies to an anonymous survey count from the day it closes.`;

const sayPractice = (practice: Practice, signs: Signs | undefined, now: Date) => {
  const presence = signs ? sayPresence(presenceOf(signs, now), now) : 'Nothing known yet';
  return section(`*${safe(practice.name)}*\n${presence}`, button('show_practice', 'Note a contact', { practice: practice.code }));
};

const turning = (from: number, all: number): Block[] => {
  if (all <= A_PAGE) return [];
  const next = from + A_PAGE;
  return [
    context(`${from + 1} to ${Math.min(next, all)} of ${all}`),
    buttons(
      ...(from > 0 ? [button('show_practices', 'Previous', { from: Math.max(0, from - A_PAGE) })] : []),
      ...(next < all ? [button('show_practices', 'Next', { from: next }, { style: 'primary' })] : []),
    ),
  ];
};
