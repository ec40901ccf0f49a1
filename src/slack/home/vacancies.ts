import type { Practice } from '../../domain/practices.ts';
import type { Register } from '../../domain/register.ts';
import { type Block, safe, section } from '../blocks.ts';
import { button } from '../taps.ts';
import type { Place } from '../visit.ts';

/** Where nobody leads, with the way to the list. */
export const vacanciesBlock = (place: Place, register: Register): Block =>
  section(sayVacancies(place, register), button('run_command', 'Vacancies', { command: 'vacancies' }));

/** “Nobody leads in Coast 2 of 5 practices, Wold 1 of 3.” */
const sayVacancies = ({ ccg }: Place, register: Register) => {
  const role = register.roles.find(({ level }) => level === 'practice_lead');
  const isEmpty = ({ code }: Practice) =>
    !register.holdings.some(({ roleKey, practiceCode }) => roleKey === role?.key && practiceCode === code);
  const lines = [...Map.groupBy(register.practices, ({ locality }) => locality ?? `No ${ccg.settings.locality} yet`)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, practices]) => `${safe(name)}: ${practices.filter(isEmpty).length} of ${practices.length}`);
  return `*Practices without a ${safe(ccg.settings.practice_lead)}*\n${lines.join(' · ')}`;
};
