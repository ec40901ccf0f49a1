import { describe, expect, it } from 'vitest';
import { surveyTemplates } from '../../../src/domain/surveys/survey-templates.ts';
import {
  decideAnswer,
  nextQuestion,
  secondsFor,
  surveyLimits,
  surveySchema,
} from '../../../src/domain/surveys/surveys.ts';
import { monday, round } from '../../world.ts';

describe('templates', () => {
  it.each(surveyTemplates.map((template) => [template.title, template] as const))(
    '“%s” is a survey Slack can show and a GP can answer in a minute',
    (_, template) => {
      expect(surveySchema.safeParse(template).success).toBe(true);
      expect(secondsFor(template)).toBeLessThanOrEqual(60);
      expect(template.title.length).toBeLessThanOrEqual(surveyLimits.title);
      for (const { options } of template.questions)
        expect(new Set(options).size).toBe(options.length);
    },
  );

  it.each(surveyTemplates.map((template) => [template.title, template] as const))(
    '“%s” is told to the lead who chooses it in the 75 characters that a list has',
    (_, { title, about }) => expect(Math.max(title.length, about.length)).toBeLessThanOrEqual(75),
  );

  it('there are at least eight', () => expect(surveyTemplates.length).toBeGreaterThanOrEqual(8));

  it.each(['key', 'title', 'about'] as const)('no two have the same %s', (field) =>
    expect(new Set(surveyTemplates.map((template) => template[field])).size).toBe(
      surveyTemplates.length,
    ),
  );
});

describe('answering', () => {
  it('questions come in order, and each once', () => {
    expect(nextQuestion(round().survey, new Set())).toBe(0);
    expect(nextQuestion(round().survey, new Set([0, 2]))).toBe(1);
    expect(nextQuestion(round().survey, new Set([0, 1, 2]))).toBeUndefined();
  });

  it('a tap after closing is refused, whether or not the round has been closed yet', () => {
    expect(decideAnswer(round({ closedAt: monday }), 0, 0, monday)).toMatchObject({
      code: 'round_closed',
    });
    expect(decideAnswer(round({ closesAt: monday }), 0, 0, monday)).toMatchObject({
      code: 'round_closed',
    });
  });

  it('an option that does not exist is refused', () => {
    expect(decideAnswer(round(), 0, 4, monday)).toMatchObject({ code: 'answer_unknown' });
    expect(decideAnswer(round(), 7, 0, monday)).toMatchObject({ code: 'answer_unknown' });
    expect(decideAnswer(round(), 0, 0, monday)).toBe('count');
  });
});
