// Joining the list of one's practice; open to strangers.
import type { z } from 'zod';
import { refuseAccount, refuseSecondAccount } from '../../domain/people/accounts.ts';
import { refuseClosed } from '../../domain/people/practices.ts';
import { type Command, type Feature, onSubmit } from '../bolt/feature.ts';
import type { Interaction, Response } from '../bolt/interaction.ts';
import { notice, textMessage } from '../ui/blocks.ts';
import { searchPractices } from './find-practice.ts';
import { askForPractice, choosePractice, findPracticeModal, joinModal } from './join-message.ts';

const command: Command = {
  name: 'join',
  also: ['register', 'practice'],
  description: 'Find your practice and join its list',
  permission: 'join',
  open: true,
  run: async (interaction, words) => {
    if (!words) return { modal: askForPractice };
    const found = await searchPractices(interaction, words);
    return found.length > 0
      ? { modal: choosePractice(found) }
      : { reply: textMessage(nothingFound(words)) };
  },
};

const nothingFound = (words: string) =>
  `No practice here sounds like “${words}”. Try another part of its name, its town, its ` +
  'postcode or its code.';

const findPractice = async (
  interaction: Interaction,
  { words }: z.infer<typeof findPracticeModal.fields>,
): Promise<Response> => {
  const found = await searchPractices(interaction, words);
  return found.length > 0
    ? { modal: choosePractice(found) }
    : {
        errors: {
          words: 'No practice here sounds like that. Try its town, its postcode or its code.',
        },
      };
};

const joinPractice = async (
  { store, member, slackId, now, slashCommand, profile }: Interaction,
  { practice: key, profession }: z.infer<typeof joinModal.fields>,
): Promise<Response> => {
  const [ccgCode = '', code = ''] = key.split('/');
  const ccg = await store.ccgs.find(ccgCode);
  const practices = await store.ccg(ccgCode).practices.all();
  const practice = practices.find((each) => each.code === code);
  if (!ccg || !practice || (member && member.ccg.code !== ccgCode))
    return {
      errors: { practice: 'This practice is not in the list any more. Please search again.' },
    };
  const account = await profile();
  const { organisation, guests } = ccg.settings;
  const refusal =
    refuseClosed(practice, practices, now, ccg.settings) ??
    refuseAccount(account, guests === 'yes', organisation);
  if (refusal) return { errors: { practice: refusal.refused } };
  const { name, email } = account;
  const joining = { name, email, slackId, profession, practiceCode: code };
  if ((await store.ccg(ccgCode).people.join(joining, now)) === 'email_taken')
    return { errors: { practice: refuseSecondAccount(organisation).refused } };
  const words =
    `Welcome. You are on the list of ${practice.name}, to be confirmed by the ` +
    `${ccg.settings.organisation}. You can take a role right away: type “${slashCommand} ` +
    'claim”.';
  return { modal: notice('Join your practice', words), home: true };
};

export const join: Feature = {
  commands: [command],
  modals: [
    onSubmit(findPracticeModal, { permission: 'join', open: true, run: findPractice }),
    onSubmit(joinModal, { permission: 'join', open: true, run: joinPractice }),
  ],
};
