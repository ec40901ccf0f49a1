// A lead's own questions, one a line: the question, its question mark, then its answers with
// slashes between.
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { MAX_QUESTIONS, type Survey, surveyLimits } from './surveys.ts';

/** How the questions are written, for those who have not done it before. */
export const OWN_EXAMPLE = 'Is the new form working? Yes / Partly / No';

/** What the typed lines ask, or which line to change and how. */
export const readQuestions = (typed: string): Survey | Refusal => {
  const lines = typed.split('\n').map((text, index) => ({ text: tidy(text), number: index + 1 }));
  const written = lines.filter(({ text }) => text !== '');
  const [comments, closed] = [
    written.filter(isComment),
    written.filter((line) => !isComment(line)),
  ];
  const comment = readComment(comments);
  if (isRefusal(comment)) return comment;
  if (closed.length === 0)
    return refuse(
      'no_questions',
      `Write at least one question with answers to tap, such as “${OWN_EXAMPLE}”.`,
    );
  if (closed.length > MAX_QUESTIONS)
    return refuse(
      'too_many_questions',
      `These are ${closed.length} questions. Keep the three that matter most: more is not ` +
        'answered in a minute.',
    );
  const questions = closed.map(readQuestion);
  const refused = questions.find(isRefusal) ?? refuseRepeats(closed, questions as Question[]);
  return refused ?? { questions: questions as Question[], comment };
};

type TypedLine = { readonly text: string; readonly number: number };
type Question = Survey['questions'][number];

/** Without bullets, numbers and doubled spaces. */
const tidy = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^(?:[-–•*]|\d{1,2}[.)])\s+/, '');

const COMMENT = /^comments?\s*:\s*/i;

const isComment = ({ text }: TypedLine) => COMMENT.test(text);

const readComment = ([line, second]: readonly TypedLine[]): string | Refusal => {
  if (!line) return '';
  if (second)
    return refuse(
      'comment_repeated',
      `Line ${second.number} asks for a comment a second time. One is enough; take one of ` +
        'them out.',
    );
  const text = line.text.replace(COMMENT, '');
  if (text === '')
    return refuse(
      'comment_empty',
      `Line ${line.number} says nothing after “Comment:”. Write there what people may comment on.`,
    );
  return tooLong(line, 'comment line', text, surveyLimits.comment) ?? text;
};

const readQuestion = (line: TypedLine): Question | Refusal => {
  const [asked = '', answers, more] = line.text.split('?');
  if (answers === undefined)
    return refuse(
      'question_mark_missing',
      `Line ${line.number} has no question mark. Write the question, a question mark, then ` +
        'the answers.',
    );
  if (more !== undefined)
    return refuse(
      'question_mark_repeated',
      `Line ${line.number} has two question marks. Ask one thing on each line, and give its ` +
        'answers after the mark.',
    );
  if (asked === '')
    return refuse(
      'question_empty',
      `Line ${line.number} has answers and no question. Write the question before the ` +
        'question mark.',
    );
  const text = `${asked}?`;
  const read = readAnswers(line, answers.trim());
  return (
    tooLong(line, 'question', text, surveyLimits.question) ??
    (isRefusal(read) ? read : { text, ...read })
  );
};

type Answers = Pick<Question, 'options' | 'ends'>;

const readAnswers = (line: TypedLine, typed: string): Answers | Refusal => {
  if (typed === '') return { options: ['Yes', 'No'] };
  const scale = SCALE.exec(typed);
  return scale ? readScale(line, scale) : readOptions(line, typed);
};

/** “1-5”, “1 to 5: not at all, very much”; with slashes they are answers like any others. */
const SCALE = /^(\d+)\s*(?:-|–|to)\s*(\d+)\b\s*:?\s*([^/]*)$/i;

const readScale = (
  line: TypedLine,
  [, from, to, typed = '']: RegExpExecArray,
): Answers | Refusal => {
  if (from !== '1' || to !== '5')
    return refuse(
      'scale_invalid',
      `Line ${line.number}: a scale goes from 1 to 5. Write “1-5”, or “1-5: not at all, very ` +
        'much”.',
    );
  const options = ['1', '2', '3', '4', '5'];
  if (typed === '') return { options };
  const [low = '', high = '', ...more] = typed.split(',').map((end) => end.trim());
  if (low === '' || high === '' || more.length > 0)
    return refuse(
      'scale_ends_invalid',
      `Line ${line.number}: name both ends of the scale with a comma between, such as “1-5: ` +
        'not at all, very much”.',
    );
  return (
    tooLong(line, 'end of a scale', low, surveyLimits.answer) ??
    tooLong(line, 'end of a scale', high, surveyLimits.answer) ?? { options, ends: [low, high] }
  );
};

const readOptions = (line: TypedLine, typed: string): Answers | Refusal => {
  const options = typed.split('/').map((answer) => answer.trim());
  const { fewest, most } = surveyLimits.answers;
  if (options.includes(''))
    return refuse(
      'answer_empty',
      `Line ${line.number} has an empty answer. Put one slash between two answers, and none ` +
        'at the ends.',
    );
  if (options.length < fewest)
    return refuse(
      'too_few_answers',
      `Line ${line.number} has only one answer. Give two to five, with slashes between, or ` +
        'none for Yes / No.',
    );
  if (options.length > most)
    return refuse(
      'too_many_answers',
      `Line ${line.number} has ${options.length} answers. Five at most fit beside each ` +
        'other; leave some out.',
    );
  const twice = firstRepeated(options);
  if (twice)
    return refuse(
      'answer_repeated',
      `Line ${line.number} has the answer “${twice}” twice. Take one of them out.`,
    );
  const refused = options
    .map((answer) => tooLong(line, 'answer', answer, surveyLimits.answer))
    .find(Boolean);
  return refused ?? { options };
};

const tooLong = (
  { number }: TypedLine,
  what: string,
  text: string,
  most: number,
): Refusal | undefined =>
  text.length > most
    ? refuse(
        'text_too_long',
        `Line ${number}: the ${what} “${[...text].slice(0, 20).join('')}…” has ` +
          `${text.length} characters, and ${most} fit. Shorten it.`,
      )
    : undefined;

const refuseRepeats = (
  lines: readonly TypedLine[],
  questions: readonly Question[],
): Refusal | undefined => {
  const twice = firstRepeated(questions.map(({ text }) => text));
  const line = lines[questions.findLastIndex(({ text }) => text === twice)];
  return twice && line
    ? refuse(
        'question_repeated',
        `Line ${line.number} asks again what was asked before. Take one of them out.`,
      )
    : undefined;
};

/** The first text that was there before, whatever its capitals. */
const firstRepeated = (texts: readonly string[]): string | undefined =>
  texts.find(
    (text, index) => texts.findIndex((other) => other.toLowerCase() === text.toLowerCase()) < index,
  );
