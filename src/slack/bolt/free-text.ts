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
  const written = Object.fromEntries(
    freeTextIn(modal).flatMap((field) => (fields[field] ? [[field, String(fields[field])]] : [])),
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
