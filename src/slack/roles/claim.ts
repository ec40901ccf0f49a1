import { isRefusal } from '../../domain/refusal.ts';
import { holders, type Register } from '../../domain/roles/register.ts';
import { byLevel, findRoles, nearestRoles, titleAt } from '../../domain/roles/roles.ts';
import { joinList, pluralise } from '../../domain/text/words.ts';
import type { Response } from '../bolt/interaction.ts';
import type { Command } from '../bolt/legacy.ts';
import {
  actionsBlock,
  chooseOne,
  contextBlock,
  option,
  section,
  textMessage,
} from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { modal } from '../ui/modals.ts';
import { type ClaimableSeat, seatKey, seatsFor, seatValue, takeSeat } from './seats.ts';

export const claim: Command = {
  name: 'claim',
  also: ['take', 'volunteer'],
  usage: 'claim diabetes',
  says: 'Take a role: your practice’s lead, a clinical area or a post',
  permission: 'claim',
  run: async (interaction, words) => {
    const register = await interaction.ccgStore.register();
    const roles = words ? findRoles(register.roles, words) : byLevel(register.roles);
    const seats = await seatsFor(interaction, roles);
    const [only] = seats;
    if (!only)
      return {
        reply: textMessage(
          roles.length > 0 ? noPractice(interaction.slashCommand) : unknownRole(register, words),
        ),
      };
    if (!words) return { modal: claimForm(register, seats) };
    if (seats.length > 1) return whichOne(seats);
    const taken = await takeSeat(interaction, only, register);
    return isRefusal(taken)
      ? { reply: textMessage(taken.refused) }
      : { reply: taken, runJobsNow: true };
  },
};

const noPractice = (slashCommand: string) =>
  `You are not on a practice’s list yet, and this role belongs to one. Type “${slashCommand} ` +
  'join” and part of your practice’s name.';

const unknownRole = ({ roles }: Register, words: string) => {
  const nearest = nearestRoles(roles, words).map(({ title }) => `“${title}”`);
  const offer = nearest.length > 0 ? `Did you mean ${joinList(nearest, 'or')}? ` : '';
  return `No role here sounds like “${words}”. ${offer}Type “claim” alone to choose from the list.`;
};

const whichOne = (seats: readonly ClaimableSeat[]): Response => ({
  reply: {
    text: 'Which of these do you mean?',
    blocks: [
      section('Which of these do you mean?'),
      actionsBlock(...seats.slice(0, 10).map(claimButton)),
    ],
  },
});

const claimButton = ({ role, place: context, practice }: ClaimableSeat) =>
  button('claim_seat', titleAt(role, context, practice), seatValue(role, context));

/** Slack takes at most 100 choices in a list. */
const MAX_CHOICES = 100;

const claimForm = (register: Register, seats: readonly ClaimableSeat[]) => {
  const choices = seats
    .slice(0, MAX_CHOICES)
    .map((seat) =>
      option(
        titleAt(seat.role, seat.place, seat.practice),
        seatKey(seat),
        availability(register, seat),
      ),
    );
  return modal('claim', {
    title: 'Take a role',
    submit: 'Take it',
    carries: {},
    blocks: [
      chooseOne({ id: 'seat', label: 'Which role would you like?' }, choices),
      contextBlock('You can release a role at any time, in one tap.'),
    ],
  });
};

const availability = (register: Register, { role, place: context }: ClaimableSeat) => {
  const held = holders(register, role, context);
  const free = role.seats - held.length;
  return free > 0
    ? `${free} of ${pluralise(role.seats, 'seat')} free`
    : `Held by ${joinList(held.map(({ person }) => person.name))}`;
};
