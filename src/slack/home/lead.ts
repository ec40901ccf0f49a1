// What an engagement lead looks after: whom to confirm, which rounds run, what is vacant.
import { sayDay, sayMoment } from '../../domain/calendar.ts';
import { type Register, vacancies } from '../../domain/register.ts';
import { count, list } from '../../domain/words.ts';
import type { RoundWithTurnout } from '../../store/rounds.ts';
import { type Block, buttons, context, divider, header, mention, safe, section } from '../blocks.ts';
import { button } from '../taps.ts';
import type { MemberVisit } from '../visit.ts';

const LATEST_ROUNDS = 5;
const MOST_TO_CONFIRM = 10;

export const leadBlocks = async ({ home, ccg, now }: MemberVisit, register: Register): Promise<Block[]> => {
  const rounds = await home.rounds.recent(LATEST_ROUNDS);
  return [
    divider,
    header('For engagement leads'),
    buttons(
      button('run_command', 'Ask members', { command: 'survey' }, { style: 'primary' }),
      button('run_command', 'Send a reminder', { command: 'remind' }),
      button('run_command', 'Summary', { command: 'summary' }),
      button('run_command', 'Vacancies', { command: 'vacancies' }),
    ),
    ...rounds.map((round) => sayRound(round, now)),
    ...membersToConfirm(register),
    context(`${count(vacancies(register).length, 'role')} with a free seat in ${safe(ccg.name)}`),
  ];
};

const sayRound = (round: RoundWithTurnout, now: Date) => {
  const answered = round.turnout.filter(({ outcome }) => outcome === 'answered').length;
  const state = round.closedAt ? `closed ${sayDay(round.closedAt, now)}` : `open until ${sayDay(round.closesAt, now)}`;
  const replies = round.turnout.length > 0 ? `${answered} of ${round.turnout.length} answered.` : '';
  const words = [`*${safe(round.title)}*, ${state}`, [sayDeliveries(round, now), replies].filter(Boolean).join(' ')].join('\n');
  return section(words, ...(round.closedAt ? [button('show_results', 'Results', { id: round.id })] : []));
};

/** “38 sent, 12 of them asked once more, 3 to go out from Tuesday 12:45 and 1 not delivered.” */
const sayDeliveries = ({ deliveries }: RoundWithTurnout, now: Date) => {
  const number = (test: (delivery: RoundWithTurnout['deliveries'][number]) => boolean) => deliveries.filter(test).length;
  const sent = number(({ kind, state }) => state === 'sent' && kind !== 'chase');
  const chased = number(({ kind, state }) => state === 'sent' && kind === 'chase');
  const waiting = deliveries.filter(({ state }) => state === 'due' || state === 'held').map(({ dueAt }) => dueAt);
  const [first] = waiting.sort((a, b) => a.getTime() - b.getTime());
  const underWay = number(({ state }) => state === 'sending' || state === 'uncertain');
  const failed = number(({ state }) => state === 'failed');
  const parts = [
    sent > 0 ? `${sent} sent` : '',
    chased > 0 ? `${chased} of them asked once more` : '',
    first ? `${waiting.length} to go out from ${sayMoment(first, now)}` : '',
    underWay > 0 ? `${underWay} under way` : '',
    failed > 0 ? `${failed} not delivered` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `${list(parts)}.` : '';
};

const membersToConfirm = (register: Register): Block[] => {
  const waiting = register.members.flatMap((member) =>
    member.memberships.filter(({ confirmed }) => !confirmed).map(({ practiceCode }) => ({ member, practiceCode })),
  );
  if (waiting.length === 0) return [];
  const shown = waiting.slice(0, MOST_TO_CONFIRM).map(({ member, practiceCode }) => {
    const practice = register.practices.find(({ code }) => code === practiceCode)?.name ?? practiceCode;
    return section(
      `${mention(member)} says they work at ${safe(practice)}`,
      button('confirm_member', 'Confirm', { person: member.id, practice: practiceCode }),
    );
  });
  const more = waiting.length - shown.length;
  return [header('New on a practice’s list'), ...shown, ...(more > 0 ? [context(`and ${more} more`)] : [])];
};
