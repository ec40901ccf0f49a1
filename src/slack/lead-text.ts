// What leads write goes to many people, so it is looked at before it is kept: nothing about patients, nothing about contracts.
import { findContractWords, sayContract } from '../domain/contract-words.ts';
import { findPatientData, sayFindings } from '../domain/patient-data.ts';
import type { MemberVisit } from './visit.ts';

/** Why a text of a lead cannot be sent, for the field it was written in; nothing where it can. */
export const whyNotSent = async ({ home, ccg }: MemberVisit, text: string): Promise<string | undefined> => {
  const found = findPatientData(text, await home.practices.all());
  if (found.length > 0) return sayFindings(found);
  const contract = findContractWords(text);
  return contract === undefined ? undefined : sayContract(contract, ccg.settings);
};
