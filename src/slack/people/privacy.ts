import type { Command, Feature } from '../bolt/feature.ts';
import { escapeMrkdwn, section } from '../ui/blocks.ts';

const command: Command = {
  name: 'privacy',
  also: ['data', 'gdpr'],
  usage: 'privacy',
  description: 'Who sees what, and for how long',
  permission: 'read privacy',
  open: true,
  run: async ({ member, slashCommand }) => {
    const organisation = member?.ccg.name ?? 'Your organisation';
    const threshold = member?.ccg.settings.anonymity_threshold ?? 10;
    return {
      reply: {
        text: 'Who sees what',
        blocks: privacyText(organisation, threshold, slashCommand).map((paragraph) =>
          section(paragraph),
        ),
      },
    };
  },
};

const privacyText = (organisation: string, threshold: number, slashCommand: string): string[] => [
  '*What is kept.* Your name, e-mail, profession, practice and roles, from your practice’s ' +
    'roster or from you; the messages we sent you and whether you replied; the days you work ' +
    `and are away, where you told us. ${escapeMrkdwn(organisation)} is responsible for it, and ` +
    'uses it to know who leads on what and to hear its members.',
  '*Who sees it.* Members see who holds which role, who stands in for whom, and the ' +
    'interests that their holders agreed to show. Engagement leads also see the roster, ' +
    'answers given with a name, and who has done a task that said so. What you share as a win ' +
    'stands in the channel with your name, because you said yes; if you tap Interested, only ' +
    'its author is told who you are. In channels there are only totals: never who has ' +
    'answered, and no list that ranks practices. Figures of a practice, such as its emergency ' +
    'admissions, are seen by its own confirmed leads and the engagement leads only, and each ' +
    'look is written into the history.',
  '*Anonymous answers.* They are counted without your name. We keep that you answered, ' +
    'without a time and never what; the counts are deleted when the survey closes. Results are ' +
    'shown only after closing, and so that nobody can work out the answers of fewer than ' +
    `${threshold} people; comments only if at least as many answered. One honest limit: ` +
    'somebody who could copy our database while a survey is open, or get at its disk or a ' +
    'backup of that time, could work answers out.',
  '*Patients.* Nothing about patients belongs here. What you write is checked before it is ' +
    'kept, all fields of a form together: for NHS and hospital numbers, dates of birth, ' +
    'postcodes, phone numbers, e-mail addresses, names after a title or “patient”, initials ' +
    'with an age or an illness, a person with a named home or street, and named relatives. It ' +
    'cannot recognise a name on its own or a story, so please leave those out. Of what is ' +
    'refused, only the kind and the time are kept.',
  `*Your choice.* \`${slashCommand} quiet\` stops messages for a while, or keeps them to the ` +
    `days you work; nobody else sees that. \`${slashCommand} leave\` takes you off the list ` +
    'and deletes your details; your interests go with them, and your name goes from what you ' +
    'shared; the history of roles keeps only a number in your place, and a fingerprint of your ' +
    'e-mail keeps a later roster from adding you again.',
];

export const privacy: Feature = { commands: [command] };
