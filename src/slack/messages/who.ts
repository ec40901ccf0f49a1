// Who holds a role, and who is who at a practice: vacancies included.
import { type Member, professions } from '../../domain/people.ts';
import type { Practice } from '../../domain/practices.ts';
import { type Holding, holders, placesOf, type Register, titleOf } from '../../domain/register.ts';
import { type Place, type Role, titleAt } from '../../domain/roles.ts';
import { capital, count, list, type Words } from '../../domain/words.ts';
import { type Block, buttons, context, divider, type Message, mention, safe, section } from '../blocks.ts';
import { button } from '../taps.ts';

/** Slack takes 50 blocks a message; a place needs at most two. */
const MOST_PLACES = 15;

/** Several cards as one message. */
export const answerMessage = (text: string, cards: readonly Block[][]): Message => ({
  text,
  blocks: cards.flatMap((card, index) => (index > 0 ? [divider, ...card] : card)),
});

/** The holders of a role, wherever it has seats. For roles of every practice, only the practices that have somebody. */
export const roleCard = (register: Register, role: Role): Block[] => {
  const places = placesOf(register, role).filter(
    (place) => role.scope !== 'practice' || holders(register, role, place).length > 0,
  );
  const rest = places.length - MOST_PLACES;
  return [
    ...places.slice(0, MOST_PLACES).flatMap((place) => seatsAt(register, role, place)),
    ...(rest > 0 ? [context(`and ${rest} more; name a practice to see its own`)] : []),
  ];
};

/** A practice: its leads, its people with wider roles, and what is vacant. */
export const practiceCard = (register: Register, practice: Practice, words: Words): Block[] => {
  const wider = register.members.filter((member) => worksAt(member, practice)).flatMap((member) => widerRoles(register, member));
  return [
    section(`*${safe(practice.name)}*\n${safe(whereIs(practice))}`),
    ...practiceSeats(register, practice),
    ...(wider.length > 0
      ? [section([`*Its people with roles for the whole ${safe(words.organisation)}*`, ...wider].join('\n'))]
      : []),
  ];
};

/** A practice's own seats, held and free. */
export const practiceSeats = (register: Register, { code }: Practice): Block[] =>
  register.roles
    .filter(({ scope }) => scope === 'practice')
    .flatMap((role) => seatsAt(register, role, { practiceCode: code, locality: null }));

/** A person: where they work and what they hold. */
export const personCard = (register: Register, member: Member, words: Words): Block[] => {
  const held = register.holdings
    .filter((holding) => holding.person.id === member.id)
    .map((holding) => titleOf(register, holding));
  const works = list(register.practices.filter((practice) => worksAt(member, practice)).map(({ name }) => name));
  const roles = held.length > 0 ? capital(list(held)) : `${capital(words.everyday)} role`;
  return [section(`*${mention(member)}*\n${safe(professions[member.profession])}, ${safe(works)}\n${safe(roles)}`)];
};

const seatsAt = (register: Register, role: Role, place: Place): Block[] => {
  const practice = register.practices.find(({ code }) => code === place.practiceCode);
  const held = holders(register, role, place);
  const free = role.seats - held.length;
  const lines = held.map((holding) => `${mention(holding.person)}${workplace(register, holding)}${unconfirmed(holding)}`);
  const vacancy = free > 0 ? [`_${count(free, 'free seat')}_`] : [];
  return [
    section([`*${safe(titleAt(role, place, practice))}*`, ...lines, ...vacancy].join('\n')),
    ...(free > 0 ? [buttons(claimButton(role, place))] : []),
  ];
};

const claimButton = (role: Role, { practiceCode, locality }: Place) =>
  button('claim_seat', 'Take this seat', {
    role: role.key,
    ...(practiceCode ? { practice: practiceCode } : {}),
    ...(locality ? { locality } : {}),
  });

/** Where the holder of a wider role works; for a practice's own role that is plain already. */
const workplace = (register: Register, holding: Holding) => {
  const member = register.members.find(({ id }) => id === holding.person.id);
  const names = register.practices.filter((practice) => member && worksAt(member, practice)).map(({ name }) => name);
  return holding.practiceCode || names.length === 0 ? '' : `, ${safe(list(names))}`;
};

const widerRoles = (register: Register, member: Member) =>
  register.holdings
    .filter((holding) => holding.person.id === member.id && holding.practiceCode === null)
    .map((holding) => `${mention(holding.person)}: ${safe(titleOf(register, holding))}${unconfirmed(holding)}`);

const unconfirmed = ({ confirmed }: Holding) => (confirmed ? '' : ' _(to be confirmed)_');

const worksAt = (member: Member, { code }: Practice) => member.memberships.some(({ practiceCode }) => practiceCode === code);

const whereIs = ({ address, postcode, telephone, locality, code }: Practice) =>
  [`${address}, ${postcode}`, telephone, locality, code].filter(Boolean).join(' · ');
