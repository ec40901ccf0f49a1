// What we plan to ask a person, shown to them, with the commands that change it.

import { describeOwnTime } from '../../domain/people/availability.ts';
import { coverOf, type Register } from '../../domain/roles/register.ts';
import { describeBudget } from '../../domain/sending/budget.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { actionsBlock, type Block, contextBlock, divider, escapeMrkdwn } from '../ui/blocks.ts';
import { openCommand } from '../ui/open-command.ts';

export const budgetBlocks = async (
  interaction: MemberInteraction,
  register: Register,
): Promise<Block[]> => {
  const planned = await interaction.ccgStore.prompts.planned(
    interaction.person.id,
    interaction.now,
  );
  const sentences = [
    ...formatTime(interaction, register),
    ...describeBudget(planned, interaction.ccg.settings, interaction.now),
  ];
  return [
    divider,
    contextBlock(escapeMrkdwn(sentences.join(' '))),
    actionsBlock(
      openCommand('Quiet time', { command: 'quiet' }),
      openCommand('Cover', { command: 'cover' }),
      openCommand('Interests', { command: 'interests' }),
      openCommand('Who sees what', { command: 'privacy' }),
      openCommand('Help', { command: 'help' }),
    ),
  ];
};

const formatTime = ({ person, now }: MemberInteraction, register: Register): string[] => {
  const cover = coverOf(register, person.id);
  if (!cover) return describeOwnTime(person, now);
  return [
    `${cover.deputy.name} stands in for you until ${formatDay(cover.until, now)}.`,
    ...describeOwnTime({ ...person, quietUntil: null }, now),
  ];
};
