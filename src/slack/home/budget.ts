// The budget, visible to the person whose time it is, and their own say over it.

import { sayOwnTime } from '../../domain/people/availability.ts';
import { coverOf, type Register } from '../../domain/roles/register.ts';
import { sayBudget } from '../../domain/sending/budget.ts';
import { sayDay } from '../../domain/time/calendar.ts';
import type { MemberVisit } from '../bolt/interaction.ts';
import { type Block, buttons, context, divider, safe } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export const budgetBlocks = async (visit: MemberVisit, register: Register): Promise<Block[]> => {
  const planned = await visit.home.prompts.planned(visit.person.id, visit.now);
  const sentences = [...sayTime(visit, register), ...sayBudget(planned, visit.ccg.settings, visit.now)];
  return [
    divider,
    context(safe(sentences.join(' '))),
    buttons(
      button('run_command', 'Quiet time', { command: 'quiet' }),
      button('run_command', 'Cover', { command: 'cover' }),
      button('run_command', 'Interests', { command: 'interests' }),
      button('run_command', 'Who sees what', { command: 'privacy' }),
      button('run_command', 'Help', { command: 'help' }),
    ),
  ];
};

const sayTime = ({ person, now }: MemberVisit, register: Register): string[] => {
  const cover = coverOf(register, person.id);
  if (!cover) return sayOwnTime(person, now);
  return [
    `${cover.deputy.name} stands in for you until ${sayDay(cover.until, now)}.`,
    ...sayOwnTime({ ...person, quietUntil: null }, now),
  ];
};
