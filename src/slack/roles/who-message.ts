// Who holds a role, and who is who at a practice: vacancies and cover included.

import { type Member, professions } from '../../domain/people/people.ts';
import type { Practice } from '../../domain/people/practices.ts';
import {
  coverOf,
  type Holding,
  holders,
  type Register,
  scopesOf,
  titleOf,
} from '../../domain/roles/register.ts';
import { type Role, type SeatScope, titleAt } from '../../domain/roles/roles.ts';
import { capitalise, joinList, pluralise, type Words } from '../../domain/text/words.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  divider,
  escapeMrkdwn,
  type Message,
  mention,
  section,
} from '../ui/blocks.ts';
import { claimSeat, seatValue } from './seats.ts';

/** The register as somebody looks at it now. */
export type WhoFacts = { readonly register: Register; readonly words: Words; readonly now: Date };

/** Slack takes 50 blocks a message; the seats of one scope need at most two. */
const MAX_SCOPES = 15;

/** Several cards as one message. */
export const answerMessage = (text: string, cards: readonly Block[][]): Message => ({
  text,
  blocks: cards.flatMap((card, index) => (index > 0 ? [divider, ...card] : card)),
});

/**
 * The holders of a role, wherever it has seats. For roles of every practice, only the practices
 * that have somebody.
 */
export const roleCard = (look: WhoFacts, role: Role): Block[] => {
  const scopes = scopesOf(look.register, role).filter(
    (scope) => role.scope !== 'practice' || holders(look.register, role, scope).length > 0,
  );
  const rest = scopes.length - MAX_SCOPES;
  return [
    ...scopes.slice(0, MAX_SCOPES).flatMap((scope) => seatsAt(look, role, scope)),
    ...(scopes.length === 0
      ? [section(`*${escapeMrkdwn(role.title)}*\nNobody yet, at any practice.`)]
      : []),
    ...(rest > 0 ? [contextBlock(`and ${rest} more; name a practice to see its own`)] : []),
  ];
};

/** A practice: its leads, its people with wider roles, and what is vacant. */
export const practiceCard = (look: WhoFacts, practice: Practice): Block[] => {
  const wider = membersAt(look.register, practice).flatMap((member) => widerRoles(look, member));
  return [
    section(`*${escapeMrkdwn(practice.name)}*\n${escapeMrkdwn(whereIs(practice))}`),
    ...practiceSeats(look, practice),
    ...(wider.length > 0
      ? [
          section(
            [
              `*Its people with roles for the whole ${escapeMrkdwn(look.words.organisation)}*`,
              ...wider,
            ].join('\n'),
          ),
        ]
      : []),
  ];
};

/** A practice's own seats, held and free. */
export const practiceSeats = (look: WhoFacts, { code }: Practice): Block[] =>
  look.register.roles
    .filter(({ scope }) => scope === 'practice')
    .flatMap((role) => seatsAt(look, role, { practiceCode: code, locality: null }));

/** The people of a practice, by name. */
export const membersAt = ({ members }: Register, practice: Practice): Member[] =>
  members
    .filter((member) => worksAt(member, practice))
    .sort((a, b) => a.name.localeCompare(b.name));

/** A person: where they work, what they hold, and who stands in for them. */
export const personCard = (look: WhoFacts, member: Member): Block[] => {
  const { register, words } = look;
  const held = register.holdings
    .filter((holding) => holding.person.id === member.id)
    .map(
      (holding) => `${titleOf(register, holding)}${holding.confirmed ? '' : ' (to be confirmed)'}`,
    );
  const works = joinList(
    register.practices.filter((practice) => worksAt(member, practice)).map(({ name }) => name),
  );
  const roles = held.length > 0 ? capitalise(joinList(held)) : `${capitalise(words.everyday)} role`;
  const covered = describeCover(look, member.id);
  const lines = [
    `*${mention(member)}*`,
    `${escapeMrkdwn(professions[member.profession])}, ${escapeMrkdwn(works)}`,
    escapeMrkdwn(roles),
  ];
  return [section([...lines, ...(covered ? [covered] : [])].join('\n'))];
};

const seatsAt = (look: WhoFacts, role: Role, scope: SeatScope): Block[] => {
  const practice = look.register.practices.find(({ code }) => code === scope.practiceCode);
  const held = holders(look.register, role, scope);
  const free = role.seats - held.length;
  const vacancy = free > 0 ? [`_${pluralise(free, 'free seat')}_`] : [];
  return [
    section(
      [
        `*${escapeMrkdwn(titleAt(role, scope, practice))}*`,
        ...held.map((holding) => describeHolder(look, holding)),
        ...vacancy,
      ].join('\n'),
    ),
    ...(free > 0 ? [actionsBlock(claimSeat('Take this seat', seatValue(role, scope)))] : []),
  ];
};

const describeHolder = (look: WhoFacts, holding: Holding) => {
  const covered = describeCover(look, holding.person.id);
  const where = workplace(look.register, holding);
  return (
    `${mention(holding.person)}${where}${unconfirmed(holding)}` + `${covered ? `\n${covered}` : ''}`
  );
};

/** “away until Saturday 12 December: Dr Morgan stands in”. */
const describeCover = ({ register, now }: WhoFacts, personId: string) => {
  const cover = coverOf(register, personId);
  return cover
    ? `_away until ${formatDay(cover.until, now)}: ${mention(cover.deputy)} stands in_`
    : '';
};

/** Where the holder of a wider role works; for a practice's own role that is plain already. */
const workplace = (register: Register, holding: Holding) => {
  const member = register.members.find(({ id }) => id === holding.person.id);
  const names = register.practices
    .filter((practice) => member && worksAt(member, practice))
    .map(({ name }) => name);
  return holding.practiceCode || names.length === 0 ? '' : `, ${escapeMrkdwn(joinList(names))}`;
};

const widerRoles = (look: WhoFacts, member: Member) =>
  look.register.holdings
    .filter((holding) => holding.person.id === member.id && holding.practiceCode === null)
    .map(
      (holding) =>
        `${mention(holding.person)}: ` +
        `${escapeMrkdwn(titleOf(look.register, holding))}${unconfirmed(holding)}`,
    );

const unconfirmed = ({ confirmed }: Holding) => (confirmed ? '' : ' _(to be confirmed)_');

const worksAt = (member: Member, { code }: Practice) =>
  member.memberships.some(({ practiceCode }) => practiceCode === code);

const whereIs = ({ address, postcode, telephone, locality, code }: Practice) =>
  [`${address}, ${postcode}`, telephone, locality, code].filter(Boolean).join(' · ');
