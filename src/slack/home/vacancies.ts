import type { Practice } from '../../domain/people/practices.ts';
import type { Register } from '../../domain/roles/register.ts';
import { list } from '../../domain/text/words.ts';
import type { Place } from '../bolt/interaction.ts';
import { type Block, safe, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** As many names as are read. */
const MOST_NAMES = 6;

/** Where nobody leads, with the way to the list. */
export const vacanciesBlock = (place: Place, register: Register): Block =>
  section(sayVacancies(place, register), button('run_command', 'Vacancies', { command: 'vacancies' }));

/** “Coast: 2 of 5 · Wold: 1 of 3”, and below it which practices those are. */
const sayVacancies = ({ ccg }: Place, register: Register) => {
  const role = register.roles.find(({ level }) => level === 'practice_lead');
  const isEmpty = ({ code }: Practice) =>
    !register.holdings.some(({ roleKey, practiceCode }) => roleKey === role?.key && practiceCode === code);
  const lines = [...Map.groupBy(register.practices, ({ locality }) => locality ?? `No ${ccg.settings.locality} yet`)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, practices]) => `${safe(name)}: ${practices.filter(isEmpty).length} of ${practices.length}`);
  const names = sayNames(register.practices.filter(isEmpty));
  return [`*Practices without a ${safe(ccg.settings.practice_lead)}*`, lines.join(' · '), ...(names ? [safe(names)] : [])].join(
    '\n',
  );
};

const sayNames = (empty: readonly Practice[]): string => {
  const names = empty.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : list(names);
};
