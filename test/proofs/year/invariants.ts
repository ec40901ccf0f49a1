// Who truly leads what: kept by the simulation from what people did and were told, and never read
// from the bot's database.
import { addMonths } from '../../../src/domain/time/calendar.ts';
import type { Job, Person } from './ccg.ts';

type TrueRole = {
  readonly key: string;
  /** What people type to claim it. */
  readonly words: string;
  readonly title: string;
  readonly seats: number;
  /** The term that the engagement lead sets at the start of the year. */
  readonly months: number;
  readonly isConfirmedByLeads: boolean;
  readonly jobs: readonly Job[];
};

const area = (key: string, title: string, months: number): TrueRole => ({
  ...{
    key: `area_lead:${key}`,
    words: key.replace('_', ' '),
    title: `${title} lead`,
    seats: 2,
    months,
  },
  ...{ isConfirmedByLeads: false, jobs: ['gp', 'nurse'] },
});

export const roles: readonly TrueRole[] = [
  {
    ...{
      key: 'practice_lead',
      words: 'lead',
      title: 'Practice lead',
      seats: 2,
      months: 7,
      isConfirmedByLeads: false,
    },
    jobs: ['gp', 'nurse', 'practice_manager'],
  },
  area('diabetes', 'Diabetes', 6),
  area('cancer', 'Cancer', 8),
  area('mental_health', 'Mental health', 8),
  area('respiratory', 'Respiratory', 9),
  area('dementia', 'Dementia', 10),
  {
    ...{
      key: 'leadership:chair',
      words: 'chair',
      title: 'Chair',
      seats: 1,
      months: 10,
      isConfirmedByLeads: true,
    },
    jobs: ['gp', 'nurse', 'practice_manager'],
  },
];

/**
 * The role that a seat's title is of: “Practice lead for Ash Surgery” is one of the practice leads.
 */
export const roleOf = (title: string): TrueRole => {
  const found = roles.find(
    (role) => title === role.title || title.startsWith(`${role.title} for `),
  );
  if (!found) throw new Error(`No role is called “${title}”.`);
  return found;
};

export const titleFor = (role: TrueRole, { practice }: Person): string =>
  role.key === 'practice_lead' ? `${role.title} for ${practice?.name}` : role.title;

type Seat = {
  readonly title: string;
  readonly name: string;
  isConfirmed: boolean;
  termEndsAt: Date | null;
};

export type Expected = ReturnType<typeof createExpected>;

export const createExpected = () => {
  let seats: Seat[] = [];
  const of = (title: string) => seats.filter((seat) => seat.title === title);
  const find = (title: string, name: string) => of(title).find((seat) => seat.name === name);
  const start = (seat: Seat, from: Date) =>
    Object.assign(seat, {
      isConfirmed: true,
      termEndsAt: addMonths(from, roleOf(seat.title).months),
    });
  /** Terms that have ended without a word are to be confirmed. */
  const endTerms = (now: Date) => {
    for (const seat of seats)
      if (seat.termEndsAt && seat.termEndsAt <= now) seat.isConfirmed = false;
  };
  const take = (title: string, name: string, isConfirmed: boolean, now: Date) => {
    const seat: Seat = { title, name, isConfirmed: false, termEndsAt: null };
    seats = [...seats, isConfirmed ? start(seat, now) : seat];
  };
  const drop = (title: string, name: string) => {
    seats = seats.filter((seat) => seat.title !== title || seat.name !== name);
  };
  return {
    take,
    drop,
    holdersOf: (title: string) => of(title).map(({ name }) => name),
    holds: (title: string, name: string) => find(title, name) !== undefined,
    isFull: (title: string) => of(title).length >= roleOf(title).seats,
    seatsOf: (name: string) => seats.filter((seat) => seat.name === name),
    pass: (title: string, from: string, to: string, isConfirmed: boolean, now: Date) => {
      drop(title, from);
      take(title, to, isConfirmed, now);
    },
    /**
     * They said that they go on: the next term follows this one, or begins now where this one has
     * ended.
     */
    goOn: (title: string, name: string, now: Date) => {
      const seat = find(title, name);
      if (seat) start(seat, seat.termEndsAt && seat.termEndsAt > now ? seat.termEndsAt : now);
    },
    confirm: (title: string, name: string, now: Date) => {
      endTerms(now);
      const seat = find(title, name);
      if (seat && !seat.isConfirmed) start(seat, now);
    },
    /** They are known at their practice now, and with that what waited only for it. */
    confirmMember: (name: string, now: Date) => {
      for (const seat of seats)
        if (
          seat.name === name &&
          !seat.isConfirmed &&
          !seat.termEndsAt &&
          !roleOf(seat.title).isConfirmedByLeads
        )
          start(seat, now);
    },
    /** They lead nothing any more, or nothing of this title. */
    leaves: (name: string, titles: (title: string) => boolean = () => true) => {
      seats = seats.filter((seat) => seat.name !== name || !titles(seat.title));
    },
    closes: (title: string) => {
      seats = seats.filter((seat) => seat.title !== title);
    },
    lines: (now: Date): string[] => {
      endTerms(now);
      return seats
        .map(
          ({ title, name, isConfirmed }) =>
            `${title}: ${name}${isConfirmed ? '' : ' (to be confirmed)'}`,
        )
        .sort();
    },
    size: () => seats.length,
  };
};
