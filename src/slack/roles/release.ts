// Giving a role back.
import { z } from 'zod';
import { type Holding, type Register, titleOf } from '../../domain/roles/register.ts';
import { type Command, type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { actionsBlock, type Block, escapeMrkdwn, section, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { handOver } from './handover.ts';
import { NOT_HELD } from './move-seat.ts';

/** In a prompt about the seat, it carries the prompt: our thanks take the place of its message. */
export const releaseSeat = defineButton(
  'release_seat',
  z.object({ id: z.uuid(), prompt: z.uuid().optional() }),
);

const command: Command = {
  name: 'release',
  also: ['resign', 'step'],
  description: 'Give back a role',
  permission: 'release',
  run: async ({ ccgStore, person }) => {
    const register = await ccgStore.register();
    const blocks = ownRoles(register, person.id);
    return blocks.length > 0
      ? { reply: { text: 'Which role would you like to give back?', blocks } }
      : {
          reply: textMessage(
            'You hold no role besides the everyday one, so there is nothing to give back.',
          ),
        };
  },
};

/** A person's roles, each with a button that gives it back. */
export const ownRoles = (register: Register, personId: string): Block[] =>
  register.holdings
    .filter(({ person }) => person.id === personId)
    .flatMap((holding) => describeRole(register, holding));

const describeRole = (register: Register, holding: Holding): Block[] => {
  const title = titleOf(register, holding);
  const confirm = {
    title: 'Give back this role?',
    text: `${title}. The seat will be free for a colleague.`,
    yes: 'Give it back',
  };
  const unconfirmed = '\n_To be confirmed. Nothing is needed from you._';
  return [
    section(`*${escapeMrkdwn(title)}*${holding.confirmed ? '' : unconfirmed}`),
    actionsBlock(
      handOver('Hand over', { id: holding.id }),
      releaseSeat('Give back', { id: holding.id }, { confirm }),
    ),
  ];
};

const giveBack = async (
  { ccgStore, person, now }: MemberInteraction,
  { id, prompt }: { readonly id: string; readonly prompt?: string | undefined },
): Promise<Response> => {
  const register = await ccgStore.register();
  const holding = register.holdings.find((each) => each.id === id && each.person.id === person.id);
  if (!holding) return { reply: textMessage(NOT_HELD) };
  await ccgStore.holdings.end(holding.id, 'stepped_down', person.id, now);
  const thanks = textMessage(
    `Thank you for all you did as ${titleOf(register, holding)}. The seat is free for a ` +
      'colleague now.',
  );
  return prompt ? { replace: thanks, home: true } : { reply: thanks, home: true };
};

export const release: Feature = {
  commands: [command],
  buttons: [onTap(releaseSeat, { permission: 'release', run: giveBack })],
};
