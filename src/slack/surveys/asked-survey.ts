// The survey that a lead chose or wrote, read from the modal's fields.
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { SurveyAsking } from '../../domain/sending/series.ts';
import { readQuestions } from '../../domain/surveys/own-questions.ts';
import { surveyTemplates } from '../../domain/surveys/survey-templates.ts';
import type { Survey } from '../../domain/surveys/surveys.ts';

/** The option for a lead's own questions, beside the keys of the templates. */
export const OWN = 'own';

type Chosen = {
  readonly template: string;
  readonly questions: string | null;
  readonly title: string | null;
};
type AskedSurvey = Pick<SurveyAsking, 'template' | 'title' | 'survey'>;

/** The survey to ask, or why there is none, with the field it is about. */
export const readAsked = ({
  template: key,
  questions: typed,
  title,
}: Chosen): AskedSurvey | (Refusal & { readonly field: string }) => {
  if (key === OWN)
    return typed
      ? readOwn(typed, title)
      : { field: 'questions', ...refuse('no_questions', NONE_WRITTEN) };
  if (typed) return { field: 'template', ...refuse('template_and_questions', NOT_CHOSEN) };
  const template = surveyTemplates.find((each) => each.key === key);
  if (!template)
    return {
      field: 'template',
      ...refuse('template_gone', 'This survey is no longer offered. Please choose another.'),
    };
  const { questions, comment } = template;
  return { template: key, title: title || template.title, survey: { questions, comment } };
};

const NONE_WRITTEN =
  'Write your questions here, one on each line. Or choose one of the surveys above.';
const NOT_CHOSEN =
  'You have written your own questions below. Choose “Our own questions” here to ask them, ' +
  'or clear them to ask this survey.';

const readOwn = (typed: string, title: string | null) => {
  const survey = readQuestions(typed);
  return isRefusal(survey)
    ? { field: 'questions', ...survey }
    : { template: OWN, title: title || titleFor(survey), survey };
};

const titleFor = ({ questions }: Survey) =>
  questions.length === 1 ? 'A question for you' : 'A few questions for you';
