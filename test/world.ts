// The one small invented world of the tests: a few people and practices of NHS Fernshire CCG, as
// plain values.

import type { Member, Profession } from '../src/domain/people/people.ts';
import type { Practice } from '../src/domain/people/practices.ts';
import { defaultCatalogue } from '../src/domain/roles/catalogue.ts';
import type { Holding, Register } from '../src/domain/roles/register.ts';
import type { Role } from '../src/domain/roles/roles.ts';
import { readSettings } from '../src/domain/settings.ts';
import type { SummaryFacts } from '../src/domain/summary/facts.ts';
import type { Audience } from '../src/domain/surveys/audience.ts';
import { surveyTemplates } from '../src/domain/surveys/survey-templates.ts';
import type { Round } from '../src/domain/surveys/surveys.ts';
import { defaultAvailability } from '../src/domain/time/sending-window.ts';

export const settings = readSettings({});

/** Monday 7 September 2026, nine in the morning in London. */
export const monday = new Date('2026-09-07T08:00:00Z');

export const practice = (
  code: string,
  name: string,
  locality: string | null = 'Fernbridge',
  changes: Partial<Practice> = {},
): Practice => ({
  code,
  name,
  locality,
  address: '2 Mill Lane, Fernbridge',
  postcode: 'ZF1 1AA',
  telephone: null,
  listSize: null,
  lightSince: null,
  lightReason: null,
  closedOn: null,
  movedTo: null,
  ...changes,
});

export const riverside = practice('Y99001', 'Riverside Surgery');
export const abbey = practice('Y99002', 'Abbey Medical Centre');
export const harbour = practice('Y99005', 'Harbour Health Centre', 'Harbourside');
export const oldStation = practice('Y99090', 'Old Station Surgery', 'Harbourside', {
  closedOn: new Date('2024-03-31'),
});

export const person = (
  name: string,
  at: readonly Practice[],
  changes: Partial<Member> & { confirmed?: boolean; profession?: Profession } = {},
): Member => {
  const { confirmed = true, ...rest } = changes;
  const id = name.toLowerCase().replaceAll(' ', '-');
  const memberships = at.map(({ code }) => ({ practiceCode: code, confirmed }));
  return {
    id,
    name,
    email: `${id}@fernshire.example`,
    slackId: `U-${id}`,
    profession: 'gp',
    engagementLead: false,
    ...defaultAvailability,
    deactivatedAt: null,
    memberships,
    ...rest,
  };
};

export const osei = person('Dr Amara Osei', [riverside]);
export const morgan = person('Dr Rhys Morgan', [riverside]);
export const haddad = person('Dr Leila Haddad', [abbey]);
export const nair = person('Priya Nair', [], { engagementLead: true, profession: 'ccg_staff' });

export const role = (key: string): Role => {
  const found = defaultCatalogue.find((each) => each.key === key);
  if (!found) throw new Error(`There is no role ${key} in the catalogue`);
  return found;
};

export const practiceLead = role('practice_lead');
export const diabetesLead = role('area_lead:diabetes');
export const chair = role('leadership:chair');

export const holding = (
  of: Role,
  by: Member,
  seat: number,
  changes: Partial<Holding> = {},
): Holding => ({
  id: `${of.key}-${by.id}`,
  roleKey: of.key,
  seat,
  since: monday,
  confirmed: true,
  termEndsAt: null,
  person: by,
  practiceCode: null,
  locality: null,
  ...changes,
});

export const register = (changes: Partial<Register> = {}): Register => ({
  roles: defaultCatalogue,
  practices: [abbey, harbour, riverside],
  members: [osei, morgan, haddad],
  holdings: [],
  covers: [],
  ...changes,
});

type AskedRound = Round & { readonly audience: Audience };

export const round = (changes: Partial<AskedRound> = {}): AskedRound => {
  const [pulse] = surveyTemplates;
  if (!pulse) throw new Error('There is no template');
  return {
    id: 'round',
    audience: { kind: 'everyone' },
    template: pulse.key,
    title: pulse.title,
    survey: pulse,
    anonymous: true,
    unit: 'person',
    threshold: 10,
    chases: 1,
    opensAt: monday,
    closesAt: new Date('2026-09-21T17:00:00Z'),
    closedAt: null,
    seriesId: null,
    response: null,
    respondedAt: null,
    ...changes,
  };
};

/**
 * A month before `monday`, nobody led anywhere; since then nothing was asked, and nothing is
 * planned.
 */
export const summaryFacts = (changes: Partial<SummaryFacts> = {}): SummaryFacts => ({
  name: 'NHS Fernshire CCG',
  words: settings,
  register: register(),
  rounds: [],
  withLeadBefore: 0,
  asked: { since: new Date('2026-08-07T08:00:00Z'), people: 0, seconds: 0 },
  monthlySeconds: settings.monthly_seconds,
  planned: [],
  wins: [],
  now: monday,
  ...changes,
});
