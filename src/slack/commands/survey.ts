import { surveyTemplates } from '../../domain/survey-templates.ts';
import { audienceFields } from '../audience-field.ts';
import { chooseByRadio, chooseOne, option, typeText } from '../blocks.ts';
import { modal } from '../forms.ts';
import { unitField } from '../unit-field.ts';
import type { Command } from '../visit.ts';

export const survey: Command = {
  name: 'survey',
  also: ['pulse', 'ask'],
  usage: 'survey',
  says: 'Ask members up to three short questions',
  act: 'ask members',
  run: async ({ home, ccg }) => {
    const templates = surveyTemplates.map(({ key, title, about }) => option(title, key, about));
    const { anonymity_threshold: threshold } = ccg.settings;
    const anonymous = option(
      'Anonymous',
      'anonymous',
      `Shown only for groups of at least ${threshold}; cannot be changed once tapped`,
    );
    const named = option('With names', 'named', 'Engagement leads see who answered what');
    const weeks = [option('One week', '1'), option('Two weeks', '2'), option('Three weeks', '3')];
    const chase = [option('Yes, one week later, as that week’s one prompt', 'yes'), option('No', 'no')];
    return {
      modal: modal('survey', {
        title: 'Ask members',
        submit: 'See what it asks',
        carries: {},
        blocks: [
          chooseOne({ id: 'template', label: 'Survey' }, templates, templates[0]),
          typeText(
            { id: 'title', label: 'Title members see', hint: 'Leave empty to use the survey’s own title.', optional: true },
            { most: 80, placeholder: 'After our meeting of 12 May' },
          ),
          ...audienceFields('Whom to ask', await home.ground(), ccg.settings),
          unitField,
          chooseByRadio({ id: 'names', label: 'Names' }, [anonymous, named], anonymous),
          chooseOne({ id: 'weeks', label: 'Open for' }, weeks, weeks[1]),
          chooseByRadio({ id: 'chase', label: 'Ask those who have not replied once more?' }, chase, chase[0]),
        ],
      }),
    };
  },
};
