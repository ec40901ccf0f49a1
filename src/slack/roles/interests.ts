import { declarers, type Interest, interestKinds } from '../../domain/roles/interests.ts';
import { type Holding, type Register, titleOf } from '../../domain/roles/register.ts';
import { count, list } from '../../domain/text/words.ts';
import { sayDay } from '../../domain/time/calendar.ts';
import type { Command, MemberVisit } from '../bolt/interaction.ts';
import { type Block, buttons, context, header, type Message, safe, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** Slack takes 50 blocks a message. */
const MOST_PEOPLE = 40;

export const interests: Command = {
  name: 'interests',
  also: ['declare', 'conflicts'],
  says: 'Declared interests of those who lead; “interests mine” for your own',
  act: 'read interests',
  run: async (visit, words) => ({
    reply: /^(mine|my|me|own)$/i.test(words) ? await ownInterests(visit) : await everyones(visit),
  }),
};

/** By name; only what was declared. Who has not declared yet is counted for engagement leads, and named to nobody. */
const everyones = async ({ home, ccg, person, now }: MemberVisit): Promise<Message> => {
  const [register, declared] = await Promise.all([home.register(), home.interests.all()]);
  const asked = [...declarers(register).keys()];
  const people = asked
    .flatMap((id) => declared.get(id) ?? [])
    .map((declaration) => ({ ...declaration, ...whoIs(register, declaration.personId) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const blocks: Block[] = people
    .slice(0, MOST_PEOPLE)
    .map(({ name, roles, at, interests: held }) =>
      section(`*${safe(name)}*, ${safe(roles)}\n${sayInterests(held)}\n_Last declared ${sayDay(at, now)}_`),
    );
  const missing = asked.length - people.length;
  return {
    text: 'Declared interests',
    blocks: [
      header('Declared interests'),
      ...(blocks.length > 0 ? blocks : [section('Nobody has declared yet.')]),
      ...(people.length > MOST_PEOPLE ? [context(`and ${people.length - MOST_PEOPLE} more`)] : []),
      ...(person.engagementLead && missing > 0
        ? [context(`${count(missing, 'person has', 'people have')} yet to declare.`)]
        : []),
      context(`A copy for members to read. The statutory register is kept by ${safe(ccg.name)}.`),
      buttons(button('run_command', 'My interests', { command: 'interests', words: 'mine' })),
    ],
  };
};

const whoIs = (register: Register, personId: string) => {
  const held: Holding[] = register.holdings.filter(({ person }) => person.id === personId);
  return { name: held[0]?.person.name ?? '', roles: list(held.map((holding) => titleOf(register, holding))) };
};

const sayInterests = (held: readonly Interest[]) => {
  const shown = held.filter((interest) => interest.shown);
  if (held.length === 0) return 'None to declare';
  const hidden = held.length - shown.length;
  const kept = hidden > 0 ? [`${count(hidden, 'interest')} declared to the organisation, not shown here`] : [];
  return [...shown.map(({ kind, description }) => `${interestKinds[kind].name}: ${safe(description)}`), ...kept].join('\n');
};

const ownInterests = async ({ home, person, ccg, now }: MemberVisit): Promise<Message> => {
  const own = (await home.interests.all()).get(person.id);
  const state = own ? `Last declared ${sayDay(own.at, now)}.` : 'You have not declared yet.';
  return {
    text: 'Your interests',
    blocks: [
      header('Your interests'),
      section(own && own.interests.length === 0 ? `None to declare. ${state}` : state),
      ...(own?.interests ?? []).map(({ id, kind, description, shown }) =>
        section(
          `*${interestKinds[kind].name}*\n${safe(description)}${shown ? '' : '\n_not shown to members_'}`,
          button('end_interest', 'No longer', { id }),
        ),
      ),
      context(`This is a copy for members; the statutory register stays with ${safe(ccg.name)}.`),
      buttons(
        button('declare_interest', 'Declare an interest', {}),
        button('affirm_interests', own && own.interests.length > 0 ? 'Nothing has changed' : 'None to declare', {}),
      ),
    ],
  };
};
