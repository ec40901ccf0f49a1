import { refuseAccount, refuseSecondAccount } from '../../domain/people/accounts.ts';
import { refuseClosed } from '../../domain/people/practices.ts';
import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';
import { joinForm, searchPractices } from './joining.ts';

export const findPracticeForm: Form<'find_practice'> = {
  form: 'find_practice',
  permission: 'join',
  open: true,
  run: async (interaction, { words }) => {
    const found = await searchPractices(interaction, words);
    return found.length > 0
      ? { modal: joinForm(found) }
      : {
          errors: {
            words: 'No practice here sounds like that. Try its town, its postcode or its code.',
          },
        };
  },
};

export const joinPracticeForm: Form<'join'> = {
  form: 'join',
  permission: 'join',
  open: true,
  run: async (
    { store, member, slackId, now, slashCommand, profile },
    { practice: key, profession },
  ) => {
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
  },
};
