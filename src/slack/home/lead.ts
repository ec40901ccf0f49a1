// What an engagement lead looks after: whom to confirm, which rounds run, what is vacant.

import { type Register, titleOf } from '../../domain/roles/register.ts';
import { describeReached } from '../../domain/surveys/practice-unit.ts';
import { isUnanswered } from '../../domain/surveys/responses.ts';
import { addDays, formatDay } from '../../domain/time/calendar.ts';
import type { RoundWithTurnout } from '../../store/surveys/rounds.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { nextStepBlocks } from '../indicators/next-steps.ts';
import { recentChanges } from '../roles/history.ts';
import { describeDeliveries } from '../sending/deliveries-report.ts';
import { plannedBlocks } from '../sending/series.ts';
import { closeLoopButton } from '../surveys/close-loop.ts';
import { showResults } from '../surveys/results.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  divider,
  escapeMrkdwn,
  header,
  mention,
  section,
} from '../ui/blocks.ts';
import { openCommand } from '../ui/open-command.ts';
import { reminderBlocks } from './reminders.ts';
import { membersToConfirm } from './to-confirm.ts';
import { vacanciesBlock } from './vacancies.ts';

const LATEST_ROUNDS = 5;
const MAX_TO_CONFIRM = 10;
const LATEST_CHANGES = 6;
/** How far ahead terms are worth a line. */
const DAYS_AHEAD = 60;

export const leadBlocks = async (
  interaction: MemberInteraction,
  register: Register,
): Promise<Block[]> => {
  const { ccgStore, now } = interaction;
  const [rounds, planned, changes, unposted] = await Promise.all([
    ccgStore.rounds.recent(LATEST_ROUNDS),
    ccgStore.series.planned(now),
    recentChanges(interaction, LATEST_CHANGES, undefined, ['figures_seen']),
    ccgStore.summaries.whyNotPosted(),
  ]);
  return [
    divider,
    header('For engagement leads'),
    actionsBlock(
      openCommand('Ask members', { command: 'survey' }, { style: 'primary' }),
      openCommand('Send a reminder', { command: 'remind' }),
      openCommand('Summary', { command: 'summary' }),
      openCommand('Practices', { command: 'practices' }),
      openCommand('Settings', { command: 'settings' }),
    ),
    ...(unposted ? [section(describeUnposted(unposted, interaction))] : []),
    ...(await nextStepBlocks(interaction, register)),
    ...rounds.flatMap((round) => describeRound(round, now)),
    ...(rounds.some((round) => isUnanswered(round, now)) ? [contextBlock(CLOSE_THE_LOOP)] : []),
    ...(await reminderBlocks(interaction, register)),
    ...plannedBlocks(planned, now),
    ...membersToConfirm(register),
    vacanciesBlock(interaction, register),
    ...termsEnding(interaction, register),
    ...(changes.lines.length > 0
      ? [
          header('Lately'),
          section(changes.lines.join('\n'), openCommand('History', { command: 'history' })),
        ]
      : []),
  ];
};

/** What Slack did not take, and what to do about it. */
const describeUnposted = (
  { at, error }: { readonly at: Date; readonly error: string },
  { ccg, now }: MemberInteraction,
) =>
  `I could not post the summary in <#${ccg.channelId}> on ${formatDay(at, now)}, or cannot ` +
  `tell whether it is there (${escapeMrkdwn(error)}). Is the channel there, and have I been ` +
  'invited? *Summary* above posts it by hand.';

const termsEnding = ({ now }: MemberInteraction, register: Register): Block[] => {
  const soon = register.holdings
    .flatMap(({ termEndsAt, ...holding }) =>
      termEndsAt && termEndsAt < addDays(now, DAYS_AHEAD) ? [{ ...holding, termEndsAt }] : [],
    )
    .sort((a, b) => a.termEndsAt.getTime() - b.termEndsAt.getTime());
  const lines = soon
    .slice(0, MAX_TO_CONFIRM)
    .map(
      (holding) =>
        `${mention(holding.person)}: ${escapeMrkdwn(titleOf(register, holding))}, ` +
        `${formatDay(holding.termEndsAt, now)}`,
    );
  const more = soon.length > MAX_TO_CONFIRM ? [`and ${soon.length - MAX_TO_CONFIRM} more`] : [];
  return soon.length > 0
    ? [header('Terms ending soon'), section([...lines, ...more].join('\n'))]
    : [];
};

/** A gentle word, once, for surveys that closed without one. */
const CLOSE_THE_LOOP =
  'Members like to hear what comes of what they said. A sentence or two under “You said, we ' +
  'will” reaches them on Home and in the next summary, at no cost to their week.';

const describeRound = (round: RoundWithTurnout, now: Date): Block[] => {
  const answered = round.turnout.filter(({ outcome }) => outcome === 'answered').length;
  const state = round.closedAt
    ? `closed ${formatDay(round.closedAt, now)}`
    : `open until ${formatDay(round.closesAt, now)}`;
  const replies =
    round.turnout.length > 0 ? `${answered} of ${describeReached(round)} answered.` : '';
  const lines = [
    `*${escapeMrkdwn(round.title)}*, ${state}`,
    [describeDeliveries(round.deliveries, now), replies].filter(Boolean).join(' '),
  ];
  const response = round.response ? [`_You said, we will:_ ${escapeMrkdwn(round.response)}`] : [];
  return [
    section([...lines, ...response].join('\n')),
    ...(round.closedAt ? [afterClosing(round)] : []),
  ];
};

const afterClosing = (round: RoundWithTurnout) =>
  actionsBlock(showResults('Results', { id: round.id }), closeLoopButton(round));
