// The surveys a lead can choose from, in our own words. To add one, add an entry here.
import { participationTemplates } from './participation-templates.ts';
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
  ...participationTemplates,
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
