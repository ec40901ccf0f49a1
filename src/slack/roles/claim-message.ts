// The list of seats to choose from, and what we say where the words name none or several.
import { z } from 'zod';
import { holders, type Register } from '../../domain/roles/register.ts';
import { nearestRoles, titleAt } from '../../domain/roles/roles.ts';
import { joinList, pluralise } from '../../domain/text/words.ts';
import {
  actionsBlock,
  chooseOne,
  contextBlock,
  type Message,
  option,
  section,
} from '../ui/blocks.ts';
import { defineModal, nothing, text } from '../ui/modals.ts';
import { type ClaimableSeat, claimSeat, seatKey, seatValue } from './seats.ts';

export const claimModal = defineModal('claim', {
  fields: z.object({ seat: text }),
  metadata: nothing,
});

/** Slack takes at most 100 choices in a list. */
const MAX_CHOICES = 100;

/** Slack takes at most 25 buttons in a row; ten are read. */
const MAX_BUTTONS = 10;

export const noPractice = (slashCommand: string) =>
  `You are not on a practice’s list yet, and this role belongs to one. Type “${slashCommand} ` +
  'join” and part of your practice’s name.';

export const unknownRole = ({ roles }: Register, words: string) => {
  const nearest = nearestRoles(roles, words).map(({ title }) => `“${title}”`);
  const offer = nearest.length > 0 ? `Did you mean ${joinList(nearest, 'or')}? ` : '';
  return `No role here sounds like “${words}”. ${offer}Type “claim” alone to choose from the list.`;
};

export const whichSeat = (seats: readonly ClaimableSeat[]): Message => ({
  text: 'Which of these do you mean?',
  blocks: [
    section('Which of these do you mean?'),
    actionsBlock(...seats.slice(0, MAX_BUTTONS).map(claimButton)),
  ],
});

const claimButton = ({ role, place, practice }: ClaimableSeat) =>
  claimSeat(titleAt(role, place, practice), seatValue(role, place));

export const chooseSeat = (register: Register, seats: readonly ClaimableSeat[]) => {
  const choices = seats
    .slice(0, MAX_CHOICES)
    .map((seat) =>
      option(
        titleAt(seat.role, seat.place, seat.practice),
        seatKey(seat),
        describeFree(register, seat),
      ),
    );
  return claimModal({
    title: 'Take a role',
    submit: 'Take it',
    metadata: {},
    blocks: [
      chooseOne({ id: 'seat', label: 'Which role would you like?' }, choices),
      contextBlock('You can release a role at any time, in one tap.'),
    ],
  });
};

const describeFree = (register: Register, { role, place }: ClaimableSeat) => {
  const held = holders(register, role, place);
  const free = role.seats - held.length;
  return free > 0
    ? `${free} of ${pluralise(role.seats, 'seat')} free`
    : `Held by ${joinList(held.map(({ person }) => person.name))}`;
};
