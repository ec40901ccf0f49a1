// Interests as members read them, and somebody's own.
import { z } from 'zod';
import { declarers, type Interest, interestKinds } from '../../domain/roles/interests.ts';
import { type Holding, type Register, titleOf } from '../../domain/roles/register.ts';
import { joinList, pluralise } from '../../domain/text/words.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  escapeMrkdwn,
  header,
  type Message,
  section,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { nothing } from '../ui/modals.ts';
import { openCommand } from '../ui/open-command.ts';

/** Opens the modal for one interest. */
export const declareInterest = defineButton('declare_interest', nothing);
/** In a prompt about interests, it carries the prompt, which is answered by it. */
export const affirmInterests = defineButton(
  'affirm_interests',
  z.object({ prompt: z.uuid().optional() }),
);
export const endInterest = defineButton('end_interest', z.object({ id: z.uuid() }));

/** Slack takes 50 blocks a message. */
const MAX_PEOPLE = 40;

/**
 * By name; only what was declared. Who has not declared yet is counted for engagement leads, and
 * named to nobody.
 */
export const everyonesInterests = async ({
  ccgStore,
  ccg,
  person,
  now,
}: MemberInteraction): Promise<Message> => {
  const [register, declared] = await Promise.all([ccgStore.register(), ccgStore.interests.all()]);
  const asked = [...declarers(register).keys()];
  const people = asked
    .flatMap((id) => declared.get(id) ?? [])
    .map((declaration) => ({ ...declaration, ...whoIs(register, declaration.personId) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const blocks: Block[] = people
    .slice(0, MAX_PEOPLE)
    .map(({ name, roles, at, interests: held }) =>
      section(
        `*${escapeMrkdwn(name)}*, ${escapeMrkdwn(roles)}\n${describeInterests(held)}\n_Last ` +
          `declared ${formatDay(at, now)}_`,
      ),
    );
  const missing = asked.length - people.length;
  return {
    text: 'Declared interests',
    blocks: [
      header('Declared interests'),
      ...(blocks.length > 0 ? blocks : [section('Nobody has declared yet.')]),
      ...(people.length > MAX_PEOPLE
        ? [contextBlock(`and ${people.length - MAX_PEOPLE} more`)]
        : []),
      ...(person.engagementLead && missing > 0
        ? [contextBlock(`${pluralise(missing, 'person has', 'people have')} yet to declare.`)]
        : []),
      contextBlock(
        `A copy for members to read. The statutory register is kept by ${escapeMrkdwn(ccg.name)}.`,
      ),
      actionsBlock(openCommand('My interests', { command: 'interests', words: 'mine' })),
    ],
  };
};

const whoIs = (register: Register, personId: string) => {
  const held: Holding[] = register.holdings.filter(({ person }) => person.id === personId);
  return {
    name: held[0]?.person.name ?? '',
    roles: joinList(held.map((holding) => titleOf(register, holding))),
  };
};

const describeInterests = (held: readonly Interest[]) => {
  const shown = held.filter((interest) => interest.shown);
  if (held.length === 0) return 'None to declare';
  const hidden = held.length - shown.length;
  const kept =
    hidden > 0
      ? [`${pluralise(hidden, 'interest')} declared to the organisation, not shown here`]
      : [];
  return [
    ...shown.map(
      ({ kind, description }) => `${interestKinds[kind].name}: ${escapeMrkdwn(description)}`,
    ),
    ...kept,
  ].join('\n');
};

export const ownInterests = async ({
  ccgStore,
  person,
  ccg,
  now,
}: MemberInteraction): Promise<Message> => {
  const own = (await ccgStore.interests.all()).get(person.id);
  const state = own ? `Last declared ${formatDay(own.at, now)}.` : 'You have not declared yet.';
  return {
    text: 'Your interests',
    blocks: [
      header('Your interests'),
      section(own && own.interests.length === 0 ? `None to declare. ${state}` : state),
      ...(own?.interests ?? []).map(({ id, kind, description, shown }) =>
        section(
          `*${interestKinds[kind].name}*\n${escapeMrkdwn(description)}` +
            `${shown ? '' : '\n_not shown to members_'}`,
          endInterest('No longer', { id }),
        ),
      ),
      contextBlock(
        `This is a copy for members; the statutory register stays with ${escapeMrkdwn(ccg.name)}.`,
      ),
      actionsBlock(
        declareInterest('Declare an interest', {}),
        affirmInterests(
          own && own.interests.length > 0 ? 'Nothing has changed' : 'None to declare',
          {},
        ),
      ),
    ],
  };
};
