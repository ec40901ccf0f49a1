import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { readQuestions } from '../../../src/domain/surveys/own-questions.ts';
import { surveySchema } from '../../../src/domain/surveys/surveys.ts';

const asked = (typed: string) => {
  const read = readQuestions(typed);
  return isRefusal(read) ? read : read.questions;
};
const scale = ['1', '2', '3', '4', '5'];

describe('own questions, one on a line', () => {
  it.each([
    ['answers with slashes between', 'Is it working? Yes / Partly / No', ['Yes', 'Partly', 'No']],
    ['without spaces around the slashes', 'Is it working? Yes/Partly/No', ['Yes', 'Partly', 'No']],
    ['no answers mean yes or no', 'Is it working?', ['Yes', 'No']],
    ['a scale', 'How well does it work? 1-5', scale],
    ['a scale in words', 'How well does it work? 1 to 5', scale],
    ['a scale with the dash that phones type', 'How well does it work? 1 – 5', scale],
    ['answers that begin like a scale', 'How often? 1 to 5 times / More', ['1 to 5 times', 'More']],
    ['numbers that are answers', 'How many? 1 / 2 / 3', ['1', '2', '3']],
  ])('%s', (_, typed, options) =>
    expect(asked(typed)).toEqual([{ text: typed.replace(/\?.*/, '?'), options }]),
  );

  it.each(['1-5: not at all, very much', '1 to 5 not at all,very much'])(
    'a scale may name its ends: %s',
    (typed) =>
      expect(asked(`How well does it work? ${typed}`)).toEqual([
        { text: 'How well does it work?', options: scale, ends: ['not at all', 'very much'] },
      ]),
  );

  it('bullets, numbers, empty lines and doubled spaces are how people write, and are left out', () =>
    expect(asked('\n1. Is  it working?\r\n\n- Is it quick? Yes / No \n• Is it kind?')).toEqual(
      ['Is it working?', 'Is it quick?', 'Is it kind?'].map((text) => ({
        text,
        options: ['Yes', 'No'],
      })),
    ));

  it('a line that begins with “Comment:” invites a comment, wherever it stands', () => {
    expect(readQuestions('Comment: What else?\nIs it working?')).toMatchObject({
      comment: 'What else?',
    });
    expect(readQuestions('Is it working?')).toMatchObject({ comment: '' });
  });

  it.each([
    ['nothing', ' \n ', 'no_questions', 'Write at least one question'],
    ['a comment alone', 'Comment: What else?', 'no_questions', 'Write at least one question'],
    ['more than three', 'A?\nB?\nC?\nD?', 'too_many_questions', 'more is not answered in a minute'],
    ['no question mark', 'A?\nRate it 1-5', 'question_mark_missing', 'Line 2 has no question mark'],
    [
      'two question marks',
      'Is it quick? And kind? Yes / No',
      'question_mark_repeated',
      'Line 1 has two question marks',
    ],
    ['answers alone', '\n? Yes / No', 'question_empty', 'Line 2 has answers and no question'],
    ['one answer', 'Is it working? Yes', 'too_few_answers', 'Line 1 has only one answer'],
    [
      'six answers',
      'Which? A / B / C / D / E / F',
      'too_many_answers',
      'Line 1 has 6 answers. Five at most',
    ],
    ['an empty answer', 'Is it working? Yes / / No', 'answer_empty', 'Line 1 has an empty answer'],
    [
      'an answer twice',
      'Is it working? Yes / No / yes',
      'answer_repeated',
      'Line 1 has the answer “yes” twice',
    ],
    [
      'a question twice',
      'Is it working?\n\nis it working? Yes / Partly',
      'question_repeated',
      'Line 3 asks again what was asked before',
    ],
    ['a long question', `${'a'.repeat(200)}?`, 'text_too_long', 'has 201 characters, and 200 fit'],
    [
      'a long answer',
      `Is it? ${'a'.repeat(31)} / No`,
      'text_too_long',
      'has 31 characters, and 30 fit',
    ],
    [
      'a long comment line',
      `Is it?\nComment: ${'a'.repeat(151)}`,
      'text_too_long',
      'Line 2: the comment line',
    ],
    [
      'an empty comment line',
      'Is it?\nComment:',
      'comment_empty',
      'Line 2 says nothing after “Comment:”',
    ],
    [
      'two comment lines',
      'Is it?\nComment: a\nComment: b',
      'comment_repeated',
      'Line 3 asks for a comment a second time',
    ],
    ['another scale', 'How likely? 0-10', 'scale_invalid', 'a scale goes from 1 to 5'],
    ['a scale with one end', 'How well? 1-5: not at all', 'scale_ends_invalid', 'name both ends'],
    [
      'a scale with one end and no colon',
      'How well? 1-5 not at all',
      'scale_ends_invalid',
      'name both ends',
    ],
    ['a scale with three ends', 'How well? 1-5: a, b, c', 'scale_ends_invalid', 'name both ends'],
    [
      'a scale with a long end',
      `How well? 1-5: ${'a'.repeat(31)}, b`,
      'text_too_long',
      'the end of a scale',
    ],
  ])('%s is refused with the line and what to do', (_, typed, code, words) =>
    expect(readQuestions(typed)).toMatchObject({ code, refused: expect.stringContaining(words) }),
  );

  it('whatever is typed is a survey that Slack can show, or a refusal', () => {
    const piece = fc.constantFrom(
      'Is it',
      '?',
      ' / ',
      'Yes',
      '1-5',
      ': ',
      ', ',
      'Comment:',
      '\n',
      '"',
      '\\',
      '\t',
      '👩‍⚕️',
      'a'.repeat(60),
    );
    const typed = fc.oneof(
      fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readQuestions(text);
        if (!isRefusal(read)) expect(surveySchema.safeParse(read).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
