// What an engagement lead looks after: whom to confirm, which rounds run, what is vacant.
import { addDays, sayDay, sayMoment } from '../../domain/calendar.ts';
import type { Practice } from '../../domain/practices.ts';
import { type Register, titleOf } from '../../domain/register.ts';
import { list } from '../../domain/words.ts';
import type { RoundWithTurnout } from '../../store/rounds.ts';
import { type Block, buttons, context, divider, header, mention, safe, section } from '../blocks.ts';
import { recentChanges } from '../messages/history.ts';
import { button } from '../taps.ts';
import type { MemberVisit } from '../visit.ts';

const LATEST_ROUNDS = 5;
const MOST_TO_CONFIRM = 10;
const LATEST_CHANGES = 6;
/** How far ahead terms are worth a line. */
const DAYS_AHEAD = 60;

export const leadBlocks = async (visit: MemberVisit, register: Register): Promise<Block[]> => {
  const { home, now } = visit;
  const [rounds, changes] = await Promise.all([home.rounds.recent(LATEST_ROUNDS), recentChanges(visit, LATEST_CHANGES)]);
  return [
    divider,
    header('For engagement leads'),
    buttons(
      button('run_command', 'Ask members', { command: 'survey' }, { style: 'primary' }),
      button('run_command', 'Send a reminder', { command: 'remind' }),
      button('run_command', 'Summary', { command: 'summary' }),
      button('run_command', 'Settings', { command: 'settings' }),
    ),
    ...rounds.map((round) => sayRound(round, now)),
    ...membersToConfirm(register),
    section(sayVacancies(visit, register), button('run_command', 'Vacancies', { command: 'vacancies' })),
    ...termsEnding(visit, register),
    ...(changes.lines.length > 0
      ? [header('Lately'), section(changes.lines.join('\n'), button('run_command', 'History', { command: 'history' }))]
      : []),
  ];
};

/** “Nobody leads in Coast 2 of 5 practices, Wold 1 of 3.” */
const sayVacancies = ({ ccg }: MemberVisit, register: Register) => {
  const role = register.roles.find(({ level }) => level === 'practice_lead');
  const isEmpty = ({ code }: Practice) =>
    !register.holdings.some(({ roleKey, practiceCode }) => roleKey === role?.key && practiceCode === code);
  const lines = [...Map.groupBy(register.practices, ({ locality }) => locality ?? `No ${ccg.settings.locality} yet`)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, practices]) => `${safe(name)}: ${practices.filter(isEmpty).length} of ${practices.length}`);
  return `*Practices without a ${safe(ccg.settings.practice_lead)}*\n${lines.join(' · ')}`;
};

const termsEnding = ({ now }: MemberVisit, register: Register): Block[] => {
  const soon = register.holdings
    .flatMap(({ termEndsAt, ...holding }) =>
      termEndsAt && termEndsAt < addDays(now, DAYS_AHEAD) ? [{ ...holding, termEndsAt }] : [],
    )
    .sort((a, b) => a.termEndsAt.getTime() - b.termEndsAt.getTime());
  const lines = soon
    .slice(0, MOST_TO_CONFIRM)
    .map((holding) => `${mention(holding.person)}: ${safe(titleOf(register, holding))}, ${sayDay(holding.termEndsAt, now)}`);
  const more = soon.length > MOST_TO_CONFIRM ? [`and ${soon.length - MOST_TO_CONFIRM} more`] : [];
  return soon.length > 0 ? [header('Terms ending soon'), section([...lines, ...more].join('\n'))] : [];
};

const sayRound = (round: RoundWithTurnout, now: Date) => {
  const answered = round.turnout.filter(({ outcome }) => outcome === 'answered').length;
  const state = round.closedAt ? `closed ${sayDay(round.closedAt, now)}` : `open until ${sayDay(round.closesAt, now)}`;
  const replies = round.turnout.length > 0 ? `${answered} of ${round.turnout.length} answered.` : '';
  const words = [`*${safe(round.title)}*, ${state}`, [sayDeliveries(round, now), replies].filter(Boolean).join(' ')].join('\n');
  return section(words, ...(round.closedAt ? [button('show_results', 'Results', { id: round.id })] : []));
};

type Delivery = RoundWithTurnout['deliveries'][number];

/** “38 sent, 12 of them asked once more, 3 to go out from Tuesday 12:45 and 1 not delivered.” */
const sayDeliveries = ({ deliveries }: RoundWithTurnout, now: Date) => {
  const [chases, invitations] = [
    deliveries.filter(({ kind }) => kind === 'chase'),
    deliveries.filter(({ kind }) => kind !== 'chase'),
  ];
  const parts = [
    sayNumber(invitations, ['sent'], 'sent'),
    sayNumber(chases, ['sent'], 'of them asked once more'),
    sayWaiting(invitations, 'to go out', now),
    sayWaiting(chases, 'to be asked once more', now),
    sayNumber(deliveries, ['sending', 'uncertain'], 'under way'),
    sayUndelivered(deliveries),
  ].filter(Boolean);
  return parts.length > 0 ? `${list(parts)}.` : '';
};

const sayNumber = (deliveries: readonly Delivery[], states: readonly Delivery['state'][], what: string) => {
  const number = deliveries.filter(({ state }) => states.includes(state)).length;
  return number > 0 ? `${number} ${what}` : '';
};

const sayWaiting = (deliveries: readonly Delivery[], what: string, now: Date) => {
  const waiting = deliveries.filter(({ state }) => state === 'due' || state === 'held').map(({ dueAt }) => dueAt);
  const [first] = waiting.sort((a, b) => a.getTime() - b.getTime());
  const why = reasonsOf(deliveries.filter(({ state }) => state === 'held'));
  return first ? `${waiting.length} ${what} from ${sayMoment(first, now)}${why}` : '';
};

/** “1 not delivered (no account)”. */
const sayUndelivered = (deliveries: readonly Delivery[]) => {
  const failed = deliveries.filter(({ state }) => state === 'failed');
  return failed.length > 0 ? `${failed.length} not delivered${reasonsOf(failed)}` : '';
};

const reasonsOf = (deliveries: readonly Delivery[]) => {
  const reasons = [
    ...new Set(deliveries.flatMap(({ reason }) => (reason ? [REASONS[reason] ?? reason.replaceAll('_', ' ')] : []))),
  ];
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
};

/** Said kindly; the other reasons speak for themselves. */
const REASONS: Readonly<Record<string, string>> = {
  quiet: 'quiet time',
  no_account: 'no active Slack account',
  refused_by_slack: 'Slack does not let us write to them',
  our_mistake: 'a fault of the bot, to be looked into',
  rate_limited: 'Slack asked us to slow down',
  app_refused: 'Slack does not let the app speak',
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
