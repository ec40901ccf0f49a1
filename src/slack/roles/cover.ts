// Cover: a colleague stands in for somebody who is away, until a day.
import { z } from 'zod';
import type { Member } from '../../domain/people/people.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { decideCover } from '../../domain/roles/cover.ts';
import { coverOf } from '../../domain/roles/register.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { reschedule } from '../../domain/sending/reschedule.ts';
import { endOfDay, formatDay } from '../../domain/time/calendar.ts';
import { type Command, type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { findColleague } from '../people/colleagues.ts';
import {
  actionsBlock,
  chooseDay,
  choosePerson,
  contextBlock,
  type Message,
  textMessage,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { readDay } from '../ui/dates.ts';
import { inModal } from '../ui/in-modal.ts';
import { defineModal, nothing, text } from '../ui/modals.ts';

const endCover = defineButton('end_cover', nothing);
const coverModal = defineModal('cover', {
  fields: z.object({ colleague: text, until: z.iso.date() }),
  metadata: nothing,
});

const command: Command = {
  name: 'cover',
  also: ['deputy', 'holiday', 'leave-cover'],
  description: 'Ask a colleague to stand in while you are away: “cover @name until 12 Dec”',
  permission: 'ask for cover',
  run: async (interaction, words) => {
    if (words) return askInWords(interaction, words);
    const present = coverOf(await interaction.ccgStore.register(), interaction.person.id);
    if (!present) return { modal: askWhom };
    const until = formatDay(present.until, interaction.now);
    return {
      reply: textMessage(
        `${present.deputy.name} stands in for you until ${until}.`,
        actionsBlock(endCover('I am back', {})),
      ),
    };
  },
};

/** “@name until 12 Dec”: everything after the word “until” is the day. */
const askInWords = async (interaction: MemberInteraction, words: string): Promise<Response> => {
  const [name = '', day] = words.split(/\buntil\b|\btill?\b/i).map((part) => part.trim());
  const until = readDay(day ?? '', interaction.now);
  if (!until)
    return {
      reply: textMessage(
        `Until when? Type “${interaction.slashCommand} cover @name until 12 December”.`,
      ),
    };
  const deputy = await findColleague(interaction, name);
  if (isRefusal(deputy)) return { reply: textMessage(deputy.refused) };
  const asked = await ask(interaction, deputy, until);
  return isRefusal(asked)
    ? { reply: textMessage(asked.refused) }
    : { reply: asked, runJobsNow: true };
};

const askWhom = coverModal({
  title: 'Cover',
  submit: 'Ask them',
  metadata: {},
  blocks: [
    choosePerson({ id: 'colleague', label: 'Who stands in for you?' }),
    chooseDay({ id: 'until', label: 'Until which day?', hint: 'The last day you are away.' }),
    contextBlock(
      'Once they agree, what your roles are asked goes to them, and you hear nothing. Your ' +
        'seats stay yours.',
    ),
  ],
});

const askChosen = async (
  interaction: MemberInteraction,
  { colleague, until }: { readonly colleague: string; readonly until: string },
): Promise<Response> => {
  const deputy = await interaction.ccgStore.people.bySlackId(colleague);
  const asked = await ask(interaction, deputy, endOfDay(until));
  if (!isRefusal(asked)) return { modal: inModal(asked, 'Cover'), runJobsNow: true };
  const isAboutThem = !deputy || deputy.id === interaction.person.id;
  return { errors: { [isAboutThem ? 'colleague' : 'until']: asked.refused } };
};

/** Asks a colleague to stand in for the person until the end of a day. */
const ask = async (
  { ccgStore, person, ccg, now }: MemberInteraction,
  deputy: Member | undefined,
  until: Date,
): Promise<Message | Refusal> => {
  const decision = decideCover({ person, deputy, until }, now);
  if (isRefusal(decision)) return decision;
  const toId = deputy?.id ?? '';
  const lapsesAt = new Date(Math.min(lapseOf(now).getTime(), until.getTime()));
  const plan = planAtOnce(ccg.settings, now, lapsesAt);
  const request = { fromId: person.id, toId, until, lapsesAt, recipients: [toId], plan };
  const isNew = await ccgStore.requests.open({ kind: 'cover', ...request }, now);
  return textMessage(
    isNew
      ? `${deputy?.name} is asked to stand in for you until ${formatDay(until, now)}. Once ` +
          'they agree, what your roles are asked goes to them; your seats stay yours.'
      : `${deputy?.name} has been asked already. You hear from us once they have answered.`,
  );
};

const end = async ({ ccgStore, person, ccg, now }: MemberInteraction): Promise<Response> => {
  const plan = reschedule(ccg.settings, now);
  const wasCovered = await ccgStore.requests.endCover(person.id, plan, now);
  const words = wasCovered
    ? 'Welcome back. Your roles are asked to you again.'
    : 'Nobody stands in for you at the moment.';
  return { replace: textMessage(words), home: true };
};

export const cover: Feature = {
  commands: [command],
  buttons: [onTap(endCover, { permission: 'ask for cover', run: end })],
  modals: [onSubmit(coverModal, { permission: 'ask for cover', run: askChosen })],
};
