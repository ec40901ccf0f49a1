// Checks free text for patient data; every submitted modal passes through here before its handler.
import { describeFindings, findPatientData } from '../../domain/text/patient-data.ts';
import { freeTextIn, type ModalDefinition } from '../ui/modals.ts';
import type { MemberInteraction, Response } from './interaction.ts';

/**
 * Errors beside the fields that seem to hold patient data, or nothing. Of what is refused, only the
 * kinds and the time are kept.
 */
export const refuseFreeText = async (
  { ccgStore, now }: MemberInteraction,
  modal: Pick<ModalDefinition, 'fields'>,
  fields: Readonly<Record<string, unknown>>,
): Promise<Response | undefined> => {
  const written = freeTextIn(modal).flatMap((field) =>
    fields[field] ? [{ field, text: String(fields[field]) }] : [],
  );
  if (written.length === 0) return undefined;
  const practices = await ccgStore.practices.all();
  const refused = written
    .map(({ field, text }) => ({ field, found: findPatientData(text, practices, now) }))
    .filter(({ found }) => found.length > 0);
  if (refused.length === 0) return undefined;
  await ccgStore.refused.note(
    refused.flatMap(({ found }) => found),
    now,
  );
  return {
    errors: Object.fromEntries(refused.map(({ field, found }) => [field, describeFindings(found)])),
  };
};
