// What a lead wrote, read from the modal; what is wrong with it is shown beside its field.
import { randomUUID } from 'node:crypto';
import { isRefusal } from '../../domain/refusal.ts';
import { refuseDays } from '../../domain/sending/reminder-days.ts';
import { mayBeNamed } from '../../domain/sending/reminders.ts';
import type { SendPreview } from '../../domain/sending/send-preview.ts';
import type { Audience } from '../../domain/surveys/audience.ts';
import { audienceName } from '../../domain/surveys/audience-names.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { readAudience } from '../surveys/audience-field.ts';
import { refuseContractWords } from './lead-text.ts';
import { previewReminder } from './preview-reminder.ts';
import type { RemindFields } from './remind-modal.ts';
import { type ReminderChoice, reminderChoiceSchema } from './reminder-choice.ts';

export type ReminderDraft = {
  readonly choice: ReminderChoice;
  readonly preview: SendPreview;
  /** In words. */
  readonly audience: string;
};

type ReminderErrors = { readonly errors: Readonly<Record<string, string>> };

/** The reminder with what it would ask of people, or what is wrong with it. */
export const readDraft = async (
  interaction: MemberInteraction,
  fields: RemindFields,
): Promise<ReminderDraft | ReminderErrors> => {
  const { ccgStore, ccg } = interaction;
  const audienceData = await ccgStore.audienceData();
  const audience = readAudience(fields, audienceData, ccg.settings);
  if ('errors' in audience) return { errors: { ...audience.errors } };
  const errors = findErrors(interaction, fields, audience);
  if (errors) return { errors };
  const choice = toChoice(fields, audience);
  if (!choice) return { errors: { link: 'A link begins with https:// and has no spaces.' } };
  const preview = await previewReminder(interaction, choice);
  return isRefusal(preview)
    ? { errors: { audience: preview.refused } }
    : { choice, preview, audience: audienceName(audience, audienceData, ccg.settings) };
};

const findErrors = (
  interaction: MemberInteraction,
  fields: RemindFields,
  audience: Audience,
): Record<string, string> | undefined => {
  const text = refuseContractWords(interaction, fields.text);
  if (text) return { text };
  const wrong = refuseDays(fields, interaction.ccg.settings, interaction.now);
  if (wrong) return { [wrong.field]: wrong.words };
  return fields.named.length > 0 && !mayBeNamed(audience) ? { named: onlyRoles } : undefined;
};

const onlyRoles =
  'Names are shown only for a task of people who hold a role. Choose a level or a role ' +
  'above, or leave this empty.';

const toChoice = (
  { text, link: typed, by, when, repeat, named: ticked }: RemindFields,
  audience: Audience,
): ReminderChoice | undefined => {
  const [link, named] = [typed || null, ticked.length > 0];
  const choice = { id: randomUUID(), text, link, audience, by, when, repeat, named };
  return reminderChoiceSchema.safeParse(choice).data;
};
