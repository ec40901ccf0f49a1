// The surveys a lead can choose from, in our own words. To add one, add an entry here.
import type { Template } from './surveys.ts';

const agreement = ['Yes, very much', 'Mostly', 'Not really', 'Not at all'];

export const surveyTemplates: readonly Template[] = [
  {
    key: 'member_pulse',
    title: 'How are we doing?',
    about: 'A pulse of membership: informed, heard, able to influence.',
    questions: [
      { text: 'Do you know what we are trying to do this year?', options: agreement },
      { text: 'Do our decisions reflect what practices tell us?', options: agreement },
      { text: 'If something got in your way, would you know whom to call?', options: ['Yes', 'Not sure', 'No'] },
    ],
    comment: 'What one thing should we do differently?',
  },
  {
    key: 'meeting_follow_up',
    title: 'After our meeting',
    about: 'Was a members’ meeting worth the time it took?',
    questions: [
      { text: 'Was the meeting worth your time?', options: ['Yes', 'Partly', 'No', 'I was not there'] },
      { text: 'Is it clear what happens next?', options: ['Yes', 'Partly', 'No'] },
      { text: 'How often should we meet?', options: ['More often', 'As now', 'Less often'] },
    ],
    comment: 'Anything we should take up from it?',
  },
  {
    key: 'call_for_topics',
    title: 'What should we talk about?',
    about: 'A call for topics for the next protected learning afternoon.',
    questions: [
      {
        text: 'Which topic would help you most?',
        options: ['Long-term conditions', 'Mental health', 'Prescribing', 'Urgent care', 'Running the practice'],
      },
      { text: 'Which form suits you best?', options: ['A talk', 'Working through cases', 'Visiting each other'] },
    ],
    comment: 'A topic that is missing, or a speaker you would like?',
  },
];
