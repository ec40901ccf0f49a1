import type { Practice } from '../../domain/people/practices.ts';
import type { Register } from '../../domain/roles/register.ts';
import { joinList } from '../../domain/text/words.ts';
import type { MemberContext } from '../bolt/interaction.ts';
import { type Block, escapeMrkdwn, section } from '../ui/blocks.ts';
import { openCommand } from '../ui/open-command.ts';

/** As many names as are read. */
const MAX_NAMES = 6;

/** Where nobody leads, with the way to the list. */
export const vacanciesBlock = (context: MemberContext, register: Register): Block =>
  section(describeVacancies(context, register), openCommand('Vacancies', { command: 'vacancies' }));

/** “Coast: 2 of 5 · Wold: 1 of 3”, and below it which practices those are. */
const describeVacancies = ({ ccg }: MemberContext, register: Register) => {
  const role = register.roles.find(({ level }) => level === 'practice_lead');
  const isEmpty = ({ code }: Practice) =>
    !register.holdings.some(
      ({ roleKey, practiceCode }) => roleKey === role?.key && practiceCode === code,
    );
  const lines = [
    ...Map.groupBy(
      register.practices,
      ({ locality }) => locality ?? `No ${ccg.settings.locality} yet`,
    ),
  ]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([name, practices]) =>
        `${escapeMrkdwn(name)}: ${practices.filter(isEmpty).length} of ${practices.length}`,
    );
  const names = formatNames(register.practices.filter(isEmpty));
  return [
    `*Practices without a ${escapeMrkdwn(ccg.settings.practice_lead)}*`,
    lines.join(' · '),
    ...(names ? [escapeMrkdwn(names)] : []),
  ].join('\n');
};

const formatNames = (empty: readonly Practice[]): string => {
  const names = empty.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
  const more = names.length - MAX_NAMES;
  return more > 0 ? `${names.slice(0, MAX_NAMES).join(', ')} and ${more} more` : joinList(names);
};
