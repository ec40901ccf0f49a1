// Surveys of what people need in order to take part, or to take a larger part.
import type { Template } from './surveys.ts';

export const participationTemplates: readonly Template[] = [
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
];
