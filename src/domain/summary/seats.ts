// Roles filled by level and locality, and vacancies counted. In public never below a locality of
// three practices.
import { type Register, seatsAt, vacancies } from '../roles/register.ts';
import { capitalise, pluralise, type Words } from '../text/words.ts';
import type { SummaryFacts } from './facts.ts';
import { MIN_PRACTICES } from './in-public.ts';
import type { Section } from './shapes.ts';

export const seatsFilled = ({ register, words }: SummaryFacts): Section => {
  const groups = localityGroups(register, words).map((group) => ({
    ...group,
    ...leadSeats(register, group.codes),
  }));
  const all = { name: 'All', codes: register.practices.map(({ code }) => code) };
  const total = { ...all, ...leadSeats(register, all.codes) };
  const rows = [...groups, ...(groups.length > 1 ? [total] : [])];
  return {
    title: 'Practices with a lead',
    shapes: [
      {
        shape: 'bars',
        title: `Practices with a lead, by ${words.locality}`.slice(0, 50),
        categories: groups.map(({ name }) => name),
        series: [
          { name: 'Practices', values: groups.map(({ codes }) => codes.length) },
          { name: 'With a lead', values: groups.map(({ withLead }) => withLead) },
        ],
      },
      {
        shape: 'table',
        rows: [
          [capitalise(words.locality), 'Practices', 'With a lead', 'Lead seats held'],
          ...rows.map(({ name, codes, withLead, held, seats }) => [
            name,
            `${codes.length}`,
            `${withLead}`,
            `${held} of ${seats}`,
          ]),
        ],
      },
      { shape: 'text', lines: [heldSeats(register, words), freeSeats(register, words)] },
    ],
  };
};

type LocalityGroup = { readonly name: string; readonly codes: readonly string[] };

/**
 * Localities in alphabetical order; those with too few practices to be shown alone are taken
 * together.
 */
export const localityGroups = (
  register: Pick<Register, 'practices'>,
  words: Words,
): LocalityGroup[] => {
  const byName = Map.groupBy(
    register.practices,
    ({ locality }) => locality ?? `No ${words.locality} yet`,
  );
  const groups = [...byName].map(([name, practices]) => ({
    name,
    codes: practices.map(({ code }) => code),
  }));
  const bySize = groups.sort((a, b) => a.codes.length - b.codes.length);
  const small = bySize.filter(({ codes }) => codes.length < MIN_PRACTICES);
  const together = small.flatMap(({ codes }) => codes);
  const needsMore =
    together.length > 0 && together.length < MIN_PRACTICES && bySize.length > small.length;
  const merged = needsMore ? bySize.slice(0, small.length + 1) : small;
  const shown = bySize.slice(merged.length).sort((a, b) => a.name.localeCompare(b.name));
  return merged.length > 0
    ? [
        ...shown,
        {
          name: shown.length > 0 ? `Smaller ${words.localities}` : 'All practices',
          codes: merged.flatMap(({ codes }) => codes),
        },
      ]
    : shown;
};

/** How many practices have somebody in one of their lead seats. */
export const practicesWithLead = (register: Register): number =>
  leadSeats(
    register,
    register.practices.map(({ code }) => code),
  ).withLead;

const leadSeats = (register: Register, codes: readonly string[]) => {
  const role = register.roles.find(({ level }) => level === 'practice_lead');
  const held = register.holdings.filter(
    ({ roleKey, practiceCode, confirmed }) =>
      confirmed && roleKey === role?.key && practiceCode !== null && codes.includes(practiceCode),
  );
  return {
    held: held.length,
    seats: codes.length * (role?.seats ?? 0),
    withLead: new Set(held.map(({ practiceCode }) => practiceCode)).size,
  };
};

const heldSeats = (register: Register, words: Words) => {
  const [area, leadership] = [seatsAt(register, 'area_lead'), seatsAt(register, 'leadership')];
  return (
    `${capitalise(words.area_lead)}s: ${area.held} of ${area.seats} seats held` +
    `${describeToConfirm(area)} · ` +
    `${capitalise(words.leadership)}: ${leadership.held} of ${leadership.seats}` +
    describeToConfirm(leadership)
  );
};

const describeToConfirm = ({ toConfirm }: { readonly toConfirm: number }) =>
  toConfirm > 0 ? ` (and ${toConfirm} to be confirmed)` : '';

const freeSeats = (register: Register, words: Words) => {
  const free = (level: 'practice_lead' | 'area_lead' | 'leadership') =>
    vacancies(register, level).reduce((sum, vacancy) => sum + vacancy.free, 0);
  return (
    `Free seats: ${free('practice_lead')} for ${words.practice_lead}s, ${free('area_lead')} ` +
    `for ${words.area_lead}s, ` +
    `${pluralise(free('leadership'), `in the ${words.leadership}`, `in the ${words.leadership}`)}`
  );
};
