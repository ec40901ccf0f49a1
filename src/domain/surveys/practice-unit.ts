// Who answers a survey: each person for themselves, or one confirmed lead for their practice.

import type { Member } from '../people/people.ts';
import type { Practice } from '../people/practices.ts';
import { pluralise } from '../text/words.ts';
import { type Audience, type AudienceData, deputyFor, membersIn, peopleIn } from './audience.ts';

export type Unit = 'person' | 'practice';

/**
 * Whom a survey asks. Where practices answer, for which practice each person does, and the
 * practices that have no lead to ask.
 */
export type Recipient = {
  readonly people: readonly Member[];
  readonly practiceOf: ReadonlyMap<string, string>;
  readonly withoutLead: readonly Practice[];
};

/**
 * A seat that is to be confirmed gives no vote for the practice. Nobody answers for two practices.
 */
export const recipients = (
  audience: Audience,
  unit: Unit,
  audienceData: AudienceData,
): Recipient => {
  if (unit === 'person')
    return { people: peopleIn(audience, audienceData), practiceOf: new Map(), withoutLead: [] };
  const led = practicesIn(audience, audienceData).map((practice) => ({
    practice,
    leads: leadsOf(practice, audience, audienceData),
  }));
  const practiceOf = new Map<string, string>();
  for (const { practice, leads } of led.toSorted((a, b) => a.leads.length - b.leads.length)) {
    for (const { id } of leads) if (!practiceOf.has(id)) practiceOf.set(id, practice.code);
  }
  const spoken = new Set(practiceOf.values());
  return {
    people: audienceData.register.members
      .filter(({ id }) => practiceOf.has(id))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    practiceOf,
    withoutLead: led.map(({ practice }) => practice).filter(({ code }) => !spoken.has(code)),
  };
};

/** What each person is asked, and for which practice. */
export const toRecipients = (
  people: readonly Pick<Member, 'id'>[],
  seconds: number,
  { practiceOf }: Pick<Recipient, 'practiceOf'>,
) =>
  people.map(({ id }) => {
    const practiceCode = practiceOf.get(id);
    return { personId: id, seconds, ...(practiceCode ? { practiceCode } : {}) };
  });

/**
 * For the lead, beforehand: “One lead’s answer is enough for each of 31 practices.” “9 practices
 * have no lead to ask.”
 */
export const describeUnit = ({ practiceOf, withoutLead }: Recipient): string[] => {
  const practices = new Set(practiceOf.values()).size;
  if (practices === 0) return [];
  const without =
    withoutLead.length === 1 ? '1 practice has' : `${withoutLead.length} practices have`;
  return [
    practices === 1
      ? 'One lead’s answer is enough for the practice.'
      : `One lead’s answer is enough for each of ${practices} practices.`,
    ...(withoutLead.length > 0 ? [`${without} no lead to ask.`] : []),
  ];
};

/** What one practice has said, where one of its leads answers for it. */
export const asPractices = <T extends Reply>(
  replies: readonly (T & { readonly practiceCode: string | null })[],
): T[] =>
  [...Map.groupBy(replies, ({ practiceCode }) => practiceCode).values()].flatMap(
    (ofPractice) =>
      ofPractice.find(({ outcome }) => outcome === 'answered') ??
      ofPractice.find(({ outcome }) => outcome === 'waiting') ??
      ofPractice[0] ??
      [],
  );

type Reply = { readonly outcome: string };

/** “38 people”, or “40 practices” where practices answer. */
export const describeReached = ({
  unit,
  turnout,
}: {
  readonly unit: Unit;
  readonly turnout: readonly unknown[];
}): string =>
  unit === 'practice'
    ? pluralise(turnout.length, 'practice')
    : pluralise(turnout.length, 'person', 'people');

/** The practices that an audience is about. */
const practicesIn = (audience: Audience, audienceData: AudienceData): Practice[] => {
  const { practices } = audienceData.register;
  const members = membersIn(audience, audienceData);
  const isAbout = ({ code, locality }: Practice) => {
    if (
      audience.kind === 'everyone' ||
      (audience.kind === 'level' && audience.level === 'practice_lead')
    )
      return true;
    if (audience.kind === 'locality') return locality === audience.locality;
    return members.some(({ memberships }) =>
      memberships.some(({ practiceCode }) => practiceCode === code),
    );
  };
  return practices.filter(
    (practice) =>
      isAbout(practice) &&
      (audience.practiceCode === undefined || practice.code === audience.practiceCode),
  );
};

/** Its confirmed leads who belong to the audience, or their deputies. */
const leadsOf = ({ code }: Practice, audience: Audience, audienceData: AudienceData): Member[] => {
  const { roles, holdings } = audienceData.register;
  const keys = new Set(
    roles.filter(({ level }) => level === 'practice_lead').map(({ key }) => key),
  );
  const holders = new Set(
    holdings
      .filter(
        ({ roleKey, practiceCode, confirmed }) =>
          keys.has(roleKey) && practiceCode === code && confirmed,
      )
      .map(({ person }) => person.id),
  );
  return membersIn(audience, audienceData)
    .filter(({ id }) => holders.has(id))
    .map((member) => deputyFor(member, audienceData.register));
};
