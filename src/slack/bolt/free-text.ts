// The one place where people's own words are checked for patient data: every form passes through it
// on its way to its handler.
import { describeFindings, findPatientData } from '../../domain/text/patient-data.ts';
import { type FormName, freeTextIn } from '../ui/modals.ts';
import type { MemberInteraction, Response } from './interaction.ts';

/**
 * What to take out, beside the fields that seem to hold patient data; nothing where none does. Only
 * the kinds and the time are kept.
 */
export const refuseFreeText = async (
  { ccgStore, now }: MemberInteraction,
  form: FormName,
  fields: Readonly<Record<string, unknown>>,
): Promise<Response | undefined> => {
  const written = Object.fromEntries(
    freeTextIn(form).flatMap((field) => (fields[field] ? [[field, String(fields[field])]] : [])),
  );
  if (Object.keys(written).length === 0) return undefined;
  const found = findPatientData(written, await ccgStore.practices.all(), now);
  const kinds = [...new Set(Object.values(found).flat())];
  if (kinds.length === 0) return undefined;
  await ccgStore.refused.note(kinds, now);
  return {
    errors: Object.fromEntries(
      Object.entries(found).map(([field, of]) => [field, describeFindings(of)]),
    ),
  };
};
