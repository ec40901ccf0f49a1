// What leads write goes to many people, so besides what free-text.ts looks for, it is to hold
// nothing about contracts.
import { describeContract, findContractWords } from '../../domain/text/contract-words.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';

/** Why a text of a lead cannot be sent, for the field it was written in; nothing where it can. */
export const whyNotSent = ({ ccg }: MemberInteraction, text: string): string | undefined => {
  const contract = findContractWords(text);
  return contract === undefined ? undefined : describeContract(contract, ccg.settings);
};
