// What an engagement lead looks after: whom to confirm, which rounds run, what is vacant.

import { type Register, titleOf } from '../../domain/roles/register.ts';
import { sayReached } from '../../domain/surveys/practice-unit.ts';
import { isUnanswered } from '../../domain/surveys/responses.ts';
import { addDays, sayDay } from '../../domain/time/calendar.ts';
import type { RoundWithTurnout } from '../../store/surveys/rounds.ts';
import type { MemberVisit } from '../bolt/interaction.ts';
import { recentChanges } from '../roles/history-message.ts';
import { sayDeliveries } from '../sending/deliveries-report.ts';
import { type Block, buttons, context, divider, header, mention, safe, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { nextStepBlocks } from './next-steps.ts';
import { plannedBlocks } from './planned.ts';
import { reminderBlocks } from './reminders.ts';
import { membersToConfirm } from './to-confirm.ts';
import { vacanciesBlock } from './vacancies.ts';

const LATEST_ROUNDS = 5;
const MOST_TO_CONFIRM = 10;
const LATEST_CHANGES = 6;
/** How far ahead terms are worth a line. */
const DAYS_AHEAD = 60;

export const leadBlocks = async (visit: MemberVisit, register: Register): Promise<Block[]> => {
  const { home, now } = visit;
  const [rounds, planned, changes, unposted] = await Promise.all([
    home.rounds.recent(LATEST_ROUNDS),
    home.series.planned(now),
    recentChanges(visit, LATEST_CHANGES, undefined, ['figures_seen']),
    home.summaries.whyNotPosted(),
  ]);
  return [
    divider,
    header('For engagement leads'),
    buttons(
      button('run_command', 'Ask members', { command: 'survey' }, { style: 'primary' }),
      button('run_command', 'Send a reminder', { command: 'remind' }),
      button('run_command', 'Summary', { command: 'summary' }),
      button('run_command', 'Practices', { command: 'practices' }),
      button('run_command', 'Settings', { command: 'settings' }),
    ),
    ...(unposted ? [section(sayUnposted(unposted, visit))] : []),
    ...(await nextStepBlocks(visit, register)),
    ...rounds.flatMap((round) => sayRound(round, now)),
    ...(rounds.some((round) => isUnanswered(round, now)) ? [context(CLOSE_THE_LOOP)] : []),
    ...(await reminderBlocks(visit, register)),
    ...plannedBlocks(planned, now),
    ...membersToConfirm(register),
    vacanciesBlock(visit, register),
    ...termsEnding(visit, register),
    ...(changes.lines.length > 0
      ? [header('Lately'), section(changes.lines.join('\n'), button('run_command', 'History', { command: 'history' }))]
      : []),
  ];
};

/** What Slack did not take, and what to do about it. */
const sayUnposted = ({ at, error }: { readonly at: Date; readonly error: string }, { ccg, now }: MemberVisit) =>
  `I could not post the summary in <#${ccg.channelId}> on ${sayDay(at, now)}, or cannot tell whether it is there (${safe(error)}). Is the channel there, and have I been invited? *Summary* above posts it by hand.`;

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

/** A gentle word, once, for surveys that closed without one. */
const CLOSE_THE_LOOP =
  'Members like to hear what comes of what they said. A sentence or two under “You said, we will” reaches them on Home and in the next summary, at no cost to their week.';

const sayRound = (round: RoundWithTurnout, now: Date): Block[] => {
  const answered = round.turnout.filter(({ outcome }) => outcome === 'answered').length;
  const state = round.closedAt ? `closed ${sayDay(round.closedAt, now)}` : `open until ${sayDay(round.closesAt, now)}`;
  const replies = round.turnout.length > 0 ? `${answered} of ${sayReached(round)} answered.` : '';
  const lines = [`*${safe(round.title)}*, ${state}`, [sayDeliveries(round.deliveries, now), replies].filter(Boolean).join(' ')];
  const response = round.response ? [`_You said, we will:_ ${safe(round.response)}`] : [];
  return [section([...lines, ...response].join('\n')), ...(round.closedAt ? [afterClosing(round)] : [])];
};

const afterClosing = ({ id, response }: RoundWithTurnout) =>
  buttons(
    button('show_results', 'Results', { id }),
    button('close_loop', response ? 'Change “You said, we will”' : 'You said, we will', { id }),
  );
