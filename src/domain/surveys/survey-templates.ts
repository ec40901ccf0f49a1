// The surveys a lead can choose from, in our own words. To add one, add an entry here.
import type { Template } from './surveys.ts';

const agreement = ['Yes, very much', 'Mostly', 'Not really', 'Not at all'];

export const surveyTemplates: readonly Template[] = [
  {
    key: 'member_pulse',
    title: 'How are we doing?',
    about: 'A pulse: informed, heard, able to influence, knows whom to call',
    questions: [
      { text: 'Do you know what we are trying to do this year?', options: agreement },
      { text: 'Do our decisions reflect what practices tell us?', options: agreement },
      {
        text: 'If something got in your way, would you know whom to call?',
        options: ['Yes', 'Not sure', 'No'],
      },
    ],
    comment: 'What one thing should we do differently?',
  },
  {
    key: 'meeting_follow_up',
    title: 'After our meeting',
    about: 'Was a members’ meeting worth the time it took?',
    questions: [
      {
        text: 'Was the meeting worth your time?',
        options: ['Yes', 'Partly', 'No', 'I was not there'],
      },
      { text: 'Is it clear what happens next?', options: ['Yes', 'Partly', 'No'] },
      { text: 'How often should we meet?', options: ['More often', 'As now', 'Less often'] },
    ],
    comment: 'Anything we should take up from it?',
  },
  {
    key: 'call_for_topics',
    title: 'What should we talk about?',
    about: 'Topics for the next protected learning afternoon',
    questions: [
      {
        text: 'Which topic would help you most?',
        options: [
          'Long-term conditions',
          'Mental health',
          'Prescribing',
          'Urgent care',
          'Running the practice',
        ],
      },
      {
        text: 'Which form suits you best?',
        options: ['A talk', 'Working through cases', 'Visiting each other'],
      },
    ],
    comment: 'A topic that is missing, or a speaker you would like?',
  },
  {
    key: 'pathway_feedback',
    title: 'Is the new form working?',
    about: 'Feedback on a pathway or a form; put its name into the title',
    questions: [
      {
        text: 'How well does it work in your practice?',
        options: ['Well', 'With some effort', 'Not yet', 'Not used so far'],
      },
      {
        text: 'What would help most?',
        options: ['Clearer wording', 'Fewer fields', 'Quicker replies', 'Somebody to ask'],
      },
    ],
    comment: 'What should be changed first?',
  },
  {
    key: 'obstacles',
    title: 'What stands in your way?',
    about: 'What keeps people from taking part, and what would make it easier',
    questions: [
      {
        text: 'What most keeps you from taking part in commissioning?',
        options: [
          'Time',
          'I hear of it too late',
          'I see little come of it',
          'I do not know how',
          'Nothing does',
        ],
      },
      {
        text: 'What would make it easier?',
        options: [
          'Protected time',
          'Cover for sessions',
          'Shorter papers',
          'Other times of day',
          'One person to call',
        ],
      },
    ],
    comment: 'What else stands in your way?',
  },
  {
    key: 'larger_role',
    title: 'Would you like a larger role?',
    about: 'Who might take a larger part; ask with names to follow it up',
    questions: [
      {
        text: 'Would you like to take a larger part?',
        options: ['Yes, soon', 'Perhaps later', 'I am happy as it is'],
      },
      {
        text: 'Where would you like to help?',
        options: ['My practice', 'A clinical area', 'The leadership', 'I am not sure yet'],
      },
      {
        text: 'What would make it possible?',
        options: ['Paid time', 'Training', 'Sharing it', 'Hearing more first'],
      },
    ],
    comment: 'An interest or a skill we should know of?',
  },
  {
    key: 'development',
    title: 'What would you like to learn?',
    about: 'Development needs of those who lead, or would like to',
    questions: [
      {
        text: 'What would help you most in your role this year?',
        options: [
          'Making sense of data',
          'Leading change',
          'Chairing meetings',
          'How budgets work',
          'Having a mentor',
        ],
      },
      {
        text: 'How do you like to learn?',
        options: ['In short sessions', 'On a course', 'From a colleague', 'By reading'],
      },
      {
        text: 'How much time could you give it?',
        options: ['An hour a month', 'Half a day a month', 'More', 'None just now'],
      },
    ],
    comment: 'Something you would like to learn that is not here?',
  },
  {
    key: 'practice_details',
    title: 'Are your practice’s details right?',
    about: 'A yearly check of what is kept about each practice; ask with names',
    questions: [
      {
        text: 'Are the people on your Home page those who work at your practice?',
        options: ['Yes', 'Nearly', 'No'],
      },
      {
        text: 'Are those who lead for your practice the right ones?',
        options: ['Yes', 'No', 'Nobody leads yet'],
      },
      {
        text: 'Do our messages reach the right people at your practice?',
        options: ['Yes', 'Mostly', 'No'],
      },
    ],
    comment: 'What should be put right?',
  },
  {
    key: 'priorities',
    title: 'What should come first?',
    about: 'What members would put first in next year’s plan',
    questions: [
      {
        text: 'Where should next year’s plan begin?',
        options: [
          'Access',
          'Long-term conditions',
          'Mental health',
          'Prescribing',
          'Community services',
        ],
      },
      {
        text: 'How would you like to shape the plan?',
        options: ['In a meeting', 'In writing', 'By short questions', 'Others may'],
      },
    ],
    comment: 'What would make the most difference where you work?',
  },
  {
    key: 'did_it_help',
    title: 'Did it help?',
    about: 'Some weeks after a change; put what was changed into the title',
    questions: [
      { text: 'Have you noticed the change?', options: ['Yes', 'A little', 'No'] },
      {
        text: 'How much has it helped in your daily work?',
        options: ['1', '2', '3', '4', '5'],
        ends: ['not at all', 'very much'],
      },
      { text: 'Should it stay?', options: ['Yes', 'With changes', 'No', 'Too early to say'] },
    ],
    comment: 'What would make it better?',
  },
];
