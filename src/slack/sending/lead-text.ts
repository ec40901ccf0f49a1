import { describeContract, findContractWords } from '../../domain/text/contract-words.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';

/**
 * Why a text cannot be sent to many people: beyond patient data, which free-text.ts looks for, it
 * must not be about contracts. Nothing where it can be sent.
 */
export const refuseContractWords = (
  { ccg }: MemberInteraction,
  text: string,
): string | undefined => {
  const contract = findContractWords(text);
  return contract === undefined ? undefined : describeContract(contract, ccg.settings);
};
