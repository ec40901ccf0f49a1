import { isRefusal } from '../../domain/refusal.ts';
import { holders, type Register } from '../../domain/roles/register.ts';
import { byLevel, findRoles, nearestRoles, titleAt } from '../../domain/roles/roles.ts';
import { count, list } from '../../domain/text/words.ts';
import type { Command, Say } from '../bolt/interaction.ts';
import { buttons, chooseOne, context, option, plain, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { modal } from '../ui/modals.ts';
import { type Seat, seatKey, seatsFor, seatValue, takeSeat } from './seats.ts';

export const claim: Command = {
  name: 'claim',
  also: ['take', 'volunteer'],
  usage: 'claim diabetes',
  says: 'Take a role: your practice’s lead, a clinical area or a post',
  act: 'claim',
  run: async (visit, words) => {
    const register = await visit.home.register();
    const roles = words ? findRoles(register.roles, words) : byLevel(register.roles);
    const seats = await seatsFor(visit, roles);
    const [only] = seats;
    if (!only) return { reply: plain(roles.length > 0 ? noPractice(visit.slashCommand) : unknownRole(register, words)) };
    if (!words) return { modal: claimForm(register, seats) };
    if (seats.length > 1) return whichOne(seats);
    const taken = await takeSeat(visit, only, register);
    return isRefusal(taken) ? { reply: plain(taken.refused) } : { reply: taken, wake: true };
  },
};

const noPractice = (slashCommand: string) =>
  `You are not on a practice’s list yet, and this role belongs to one. Type “${slashCommand} join” and part of your practice’s name.`;

const unknownRole = ({ roles }: Register, words: string) => {
  const nearest = nearestRoles(roles, words).map(({ title }) => `“${title}”`);
  const offer = nearest.length > 0 ? `Did you mean ${list(nearest, 'or')}? ` : '';
  return `No role here sounds like “${words}”. ${offer}Type “claim” alone to choose from the list.`;
};

const whichOne = (seats: readonly Seat[]): Say => ({
  reply: {
    text: 'Which of these do you mean?',
    blocks: [section('Which of these do you mean?'), buttons(...seats.slice(0, 10).map(claimButton))],
  },
});

const claimButton = ({ role, place, practice }: Seat) =>
  button('claim_seat', titleAt(role, place, practice), seatValue(role, place));

/** Slack takes at most 100 choices in a list. */
const MOST_CHOICES = 100;

const claimForm = (register: Register, seats: readonly Seat[]) => {
  const choices = seats
    .slice(0, MOST_CHOICES)
    .map((seat) => option(titleAt(seat.role, seat.place, seat.practice), seatKey(seat), availability(register, seat)));
  return modal('claim', {
    title: 'Take a role',
    submit: 'Take it',
    carries: {},
    blocks: [
      chooseOne({ id: 'seat', label: 'Which role would you like?' }, choices),
      context('You can release a role at any time, in one tap.'),
    ],
  });
};

const availability = (register: Register, { role, place }: Seat) => {
  const held = holders(register, role, place);
  const free = role.seats - held.length;
  return free > 0 ? `${free} of ${count(role.seats, 'seat')} free` : `Held by ${list(held.map(({ person }) => person.name))}`;
};
