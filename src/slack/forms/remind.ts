import { randomUUID } from 'node:crypto';
import { sayCost } from '../../domain/asking.ts';
import { audienceName } from '../../domain/audience.ts';
import { addDays } from '../../domain/calendar.ts';
import { planInBudget } from '../../domain/planning.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { preview } from '../asking.ts';
import { readAudience } from '../audience-field.ts';
import { context, divider, notice, safe, section } from '../blocks.ts';
import { type Form, modal, reminderChoice } from '../forms.ts';
import { whyNotSent } from '../lead-text.ts';
import type { MemberVisit } from '../visit.ts';

/** Reading it and tapping Done. What it asks people to do is theirs to judge. */
const REMINDER_SECONDS = 10;
/** A reminder that finds no room in four weeks has lost its point. */
const DAYS_TO_FIND_ROOM = 28;

const before = ({ now }: MemberVisit) => addDays(now, DAYS_TO_FIND_ROOM);

/** First step: what was written is shown with what it will ask of people. */
export const remindForm: Form<'remind'> = {
  form: 'remind',
  act: 'ask members',
  run: async (visit, fields) => {
    const { home, ccg, now } = visit;
    const ground = await home.ground();
    const audience = readAudience(fields, ground, ccg.settings);
    if ('errors' in audience) return audience;
    const wrong = await whyNotSent(visit, fields.text);
    if (wrong) return { errors: { text: wrong } };
    const choice = reminderChoice.safeParse({ id: randomUUID(), text: fields.text, link: fields.link || null, audience });
    if (!choice.success) return { errors: { link: 'A link begins with https:// and has no spaces.' } };
    const asking = await preview(visit, ground, { audience, seconds: REMINDER_SECONDS, before: before(visit) });
    if (isRefusal(asking)) return { errors: { audience: asking.refused } };
    const blocks = [
      section(`*${sayCost(asking, now).map(safe).join('\n')}*`),
      context(safe(audienceName(audience, ground, ccg.settings))),
      divider,
      section(safe(choice.data.text)),
      ...(choice.data.link ? [section(`<${safe(choice.data.link)}>`)] : []),
    ];
    return { modal: modal('remind_send', { title: 'Before you send', submit: 'Send', carries: choice.data, blocks }) };
  },
};

/** Second step: the reminder is planned for everyone. */
export const remindSendForm: Form<'remind_send'> = {
  form: 'remind_send',
  act: 'ask members',
  run: async (visit, _, { id, text, link, audience }) => {
    const { home, ccg, person, now } = visit;
    const ground = await home.ground(audience);
    const asking = await preview(visit, ground, { audience, seconds: REMINDER_SECONDS, before: before(visit) });
    if (isRefusal(asking)) return { modal: notice('Send a reminder', asking.refused) };
    const asks = asking.asked.map((each) => ({ personId: each.person.id, seconds: asking.seconds }));
    await home.reminders.send(
      { id, text, link, audience, createdBy: person.id },
      asks,
      planInBudget(ccg.settings, asking.seconds, before(visit), now),
      now,
    );
    return { modal: notice('On its way', sayCost(asking, now).join(' ')), home: true };
  },
};
