import { randomUUID } from 'node:crypto';
import { isRefusal } from '../../domain/refusal.ts';
import { planInBudget } from '../../domain/sending/planning.ts';
import {
  daysToDoIt,
  doneByDay,
  firstSending,
  isForLater,
  refuseDays,
} from '../../domain/sending/reminder-days.ts';
import { lastMoment, mayBeNamed, REMINDER_SECONDS } from '../../domain/sending/reminders.ts';
import { describeCost } from '../../domain/sending/send-preview.ts';
import { repeats } from '../../domain/sending/series.ts';
import type { Audience } from '../../domain/surveys/audience.ts';
import { audienceName } from '../../domain/surveys/audience-names.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { readAudience } from '../surveys/audience-field.ts';
import { contextBlock, divider, escapeMrkdwn, notice, section } from '../ui/blocks.ts';
import {
  type Fields,
  type Form,
  modal,
  type ReminderChoice,
  reminderChoice,
} from '../ui/modals.ts';
import { whyNotSent } from './lead-text.ts';
import { reminderBlocks } from './reminder-message.ts';
import { preview } from './send-preview.ts';

/** First step: what was written is shown with what it will ask of people. */
export const remindForm: Form<'remind'> = {
  form: 'remind',
  permission: 'ask members',
  run: async (interaction, fields) => {
    const { ccgStore, ccg, person, now } = interaction;
    const audienceData = await ccgStore.audienceData();
    const audience = readAudience(fields, audienceData, ccg.settings);
    if ('errors' in audience) return audience;
    const errors = findErrors(interaction, fields, audience);
    if (errors) return { errors };
    const choice = toChoice(fields, audience);
    if (!choice) return { errors: { link: 'A link begins with https:// and has no spaces.' } };
    const asking = await previewOf(interaction, choice);
    if (isRefusal(asking)) return { errors: { audience: asking.refused } };
    const doneBy = doneByDay(daysToDoIt(choice, now), firstSending(choice, now));
    const blocks = [
      section(`*${describeCost(asking, now).map(escapeMrkdwn).join('\n')}*`),
      contextBlock(
        escapeMrkdwn(
          [audienceName(audience, audienceData, ccg.settings), ...describeRepeat(choice, now)].join(
            ' · ',
          ),
        ),
      ),
      divider,
      ...reminderBlocks({ ...choice, doneBy }, { askedBy: person.name, ccg, now }),
      contextBlock('With two buttons: Done and Not now.'),
    ];
    const submit = isForLater(choice, now) ? 'Keep it' : 'Send';
    return {
      modal: modal('remind_send', { title: 'Before you send', submit, carries: choice, blocks }),
    };
  },
};

/** Second step: the reminder is planned for everyone, or kept for its day. */
export const remindSendForm: Form<'remind_send'> = {
  form: 'remind_send',
  permission: 'ask members',
  run: async (interaction, _, choice) =>
    isForLater(choice, interaction.now) ? keep(interaction, choice) : send(interaction, choice),
};

const keep = async ({ ccgStore, person, now }: MemberInteraction, choice: ReminderChoice) => {
  const { id, text, link, named, audience, repeat } = choice;
  const asking = { kind: 'reminder' as const, text, link, named, days: daysToDoIt(choice, now) };
  const firstAt = firstSending(choice, now);
  await ccgStore.series.add({ id, asking, audience, repeat, firstAt, createdBy: person.id }, now);
  return {
    modal: notice(
      'Kept',
      `${describeRepeat(choice, now).join(', ')}. You find it on Home, where you can end it.`,
    ),
    home: true as const,
  };
};

const send = async (interaction: MemberInteraction, choice: ReminderChoice) => {
  const { ccgStore, ccg, person, now } = interaction;
  const { id, text, link, named, audience } = choice;
  const asking = await previewOf(interaction, choice);
  if (isRefusal(asking)) return { modal: notice('Send a reminder', asking.refused) };
  const doneBy = doneByDay(daysToDoIt(choice, now), now);
  await ccgStore.reminders.send(
    { id, text, link, named, audience, doneBy, createdBy: person.id },
    asking.asked.map((each) => ({ personId: each.person.id, seconds: asking.seconds })),
    planInBudget(ccg.settings, asking.seconds, lastMoment(doneBy, now), now),
    now,
  );
  return { modal: notice('On its way', describeCost(asking, now).join(' ')), home: true as const };
};

/** What it would ask of people on the day it is sent first. */
const previewOf = async (interaction: MemberInteraction, choice: ReminderChoice) => {
  const { ccgStore, now } = interaction;
  const sent = firstSending(choice, now);
  const before = lastMoment(doneByDay(daysToDoIt(choice, now), sent), sent);
  const audienceData = await ccgStore.audienceData(choice.audience);
  return preview({ ...interaction, now: sent }, audienceData, {
    audience: choice.audience,
    seconds: REMINDER_SECONDS,
    before,
  });
};

const findErrors = (
  interaction: MemberInteraction,
  fields: Fields<'remind'>,
  audience: Audience,
) => {
  const text = whyNotSent(interaction, fields.text);
  if (text) return { text };
  const wrong = refuseDays(fields, interaction.ccg.settings, interaction.now);
  if (wrong) return { [wrong.field]: wrong.words };
  return fields.named.length > 0 && !mayBeNamed(audience) ? { named: onlyRoles } : undefined;
};

const onlyRoles =
  'Names are shown only for a task of people who hold a role. Choose a level or a role ' +
  'above, or leave this empty.';

const toChoice = (
  { text, link, by, when, repeat, named }: Fields<'remind'>,
  audience: Audience,
): ReminderChoice | undefined => {
  const id = randomUUID();
  const given = {
    id,
    text,
    link: link || null,
    audience,
    by,
    when,
    repeat,
    named: named.length > 0,
  };
  return reminderChoice.safeParse(given).data;
};

/** “First on Tuesday 15 September”, “every month”. */
const describeRepeat = (choice: ReminderChoice, now: Date) => {
  if (!isForLater(choice, now)) return [];
  const day = formatDay(firstSending(choice, now), now);
  return choice.repeat === 'once'
    ? [`On ${day}`]
    : [`First on ${day}`, `then ${repeats[choice.repeat].toLowerCase()}`];
};
