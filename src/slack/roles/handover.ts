// Handing a seat on to a colleague, who has two weeks to agree.
import { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { type Holding, type Register, titleOf } from '../../domain/roles/register.ts';
import { type Command, type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { findColleague } from '../people/colleagues.ts';
import {
  actionsBlock,
  type Block,
  choosePerson,
  contextBlock,
  escapeMrkdwn,
  type Message,
  section,
  textMessage,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { inModal } from '../ui/in-modal.ts';
import { defineModal, text } from '../ui/modals.ts';
import { NOT_HELD, offerSeat } from './move-seat.ts';

const byId = z.object({ id: z.uuid() });

/** Opens the modal that asks for the colleague. */
export const handOver = defineButton('hand_over', byId);
/** Offers a seat to a colleague named before it was clear which seat is meant. */
const offerSeatTo = defineButton('offer_seat', z.object({ id: z.uuid(), to: z.uuid() }));
const handoverModal = defineModal('handover', {
  fields: z.object({ colleague: text }),
  metadata: byId,
});

/** As many as are read in one row of buttons. */
const MAX_BUTTONS = 10;

const command: Command = {
  name: 'handover',
  also: ['hand', 'pass'],
  description: 'Hand a role on to a colleague, who agrees in one tap',
  permission: 'hand over',
  run: async (interaction, words) => {
    const register = await interaction.ccgStore.register();
    const own = register.holdings.filter(({ person }) => person.id === interaction.person.id);
    const [first] = own;
    if (!first)
      return {
        reply: textMessage(
          'You hold no role besides the everyday one, so there is nothing to hand on.',
        ),
      };
    if (!words) return { reply: whichRole(register, own) };
    const to = await findColleague(interaction, words.replace(/^(to|over)\s+/i, ''));
    if (isRefusal(to)) return { reply: textMessage(to.refused) };
    if (to && own.length > 1) return { reply: whichRoleTo(register, own, to) };
    return replyWith(await offerSeat(interaction, first.id, to));
  },
};

const whichRole = (register: Register, own: readonly Holding[]): Message => ({
  text: 'Which role would you like to hand on?',
  blocks: own.map(
    (holding): Block =>
      section(
        `*${escapeMrkdwn(titleOf(register, holding))}*`,
        handOver('Hand over', { id: holding.id }),
      ),
  ),
});

const whichRoleTo = (
  register: Register,
  own: readonly Holding[],
  to: { readonly id: string; readonly name: string },
): Message => {
  const choices = own
    .slice(0, MAX_BUTTONS)
    .map((holding) => offerSeatTo(titleOf(register, holding), { id: holding.id, to: to.id }));
  return textMessage(
    `Which role would you like to hand on to ${to.name}?`,
    actionsBlock(...choices),
  );
};

const replyWith = (result: Awaited<ReturnType<typeof offerSeat>>): Response =>
  isRefusal(result) ? { reply: textMessage(result.refused) } : { reply: result, runJobsNow: true };

const askToWhom = async (
  { ccgStore, person }: MemberInteraction,
  { id }: z.infer<typeof byId>,
): Promise<Response> => {
  const register = await ccgStore.register();
  const holding = register.holdings.find((each) => each.id === id && each.person.id === person.id);
  if (!holding) return { reply: textMessage(NOT_HELD) };
  return {
    modal: handoverModal({
      title: 'Hand over',
      submit: 'Ask them',
      metadata: { id },
      blocks: [
        section(`*${escapeMrkdwn(titleOf(register, holding))}*`),
        choosePerson({ id: 'colleague', label: 'Who would take it on?' }),
        contextBlock('They agree with one tap, or not. Until then the seat is yours.'),
      ],
    }),
  };
};

export const handover: Feature = {
  commands: [command],
  buttons: [
    onTap(handOver, { permission: 'hand over', run: askToWhom }),
    onTap(offerSeatTo, {
      permission: 'hand over',
      run: async (interaction, { id, to }) =>
        replyWith(await offerSeat(interaction, id, await interaction.ccgStore.people.byId(to))),
    }),
  ],
  modals: [
    onSubmit(handoverModal, {
      permission: 'hand over',
      run: async (interaction, { colleague }, { id }) => {
        const to = await interaction.ccgStore.people.bySlackId(colleague);
        const result = await offerSeat(interaction, id, to);
        return isRefusal(result)
          ? { errors: { colleague: result.refused } }
          : { modal: inModal(result, 'Hand over'), runJobsNow: true };
      },
    }),
  ],
};
