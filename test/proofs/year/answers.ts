// How people answer surveys and reminders: all of it, the beginning, not now, later, or not at all.
import { buttonsIn } from '../../../src/sandbox/reading.ts';
import { expectWords, type Letter, note, type Reply, readAgain, tapIn } from './context.ts';

export const labelsIn = ({ blocks }: Letter): string[] =>
  buttonsIn(blocks).map(({ label }) => label);

const options = ({ blocks }: Letter) =>
  buttonsIn(blocks).filter(({ actionId }) => actionId.startsWith('answer.'));

/** Whether it asks a question of a survey. */
export const isQuestion = (letter: Letter): boolean => options(letter).length > 0;

export const aboutSurvey: Reply = async (context, person, letter) => {
  const mood = context.dice.oneOf([
    'all',
    'all',
    'all',
    'the beginning',
    'not now',
    'nothing',
    'nothing',
  ]);
  if (mood === 'nothing') return note(context, 'surveys left');
  if (mood === 'not now' && labelsIn(letter).includes('Not now')) {
    const said = await tapIn(context, person, letter, 'Not now');
    if (said.includes('2 of ')) return note(context, 'surveys not now, begun in another message');
    expectWords(context, said, 'that is fine, we will not ask again');
    return note(context, 'surveys not now');
  }
  note(context, 'surveys answered');
  for (
    let next: Letter | undefined = letter;
    next && isQuestion(next);
    next = await readAgain(context, person, letter)
  ) {
    const chosen = context.dice.oneOf(options(next));
    const answered = await tapIn(context, person, next, chosen?.label ?? '');
    if (mood === 'the beginning') return;
    if (answered.includes('has closed')) return note(context, 'answers that came too late');
  }
};

export const aboutReminder: Reply = async (context, person, letter) => {
  const mood = context.dice.oneOf(['done', 'done', 'done', 'not now', 'later', 'nothing']);
  if (mood === 'nothing') return note(context, 'reminders left');
  if (mood === 'done') {
    expectWords(context, await tapIn(context, person, letter, 'Done'), 'Done. Thank you.');
    return note(context, 'reminders done');
  }
  expectWords(
    context,
    await tapIn(context, person, letter, 'Not now'),
    'that is fine, we will not ask again',
  );
  note(context, 'reminders not now');
  const asked = await readAgain(context, person, letter);
  if (mood !== 'later' || !asked || !labelsIn(asked).includes('Next week')) return;
  expectWords(context, await tapIn(context, person, asked, 'Next week'), 'We will remind you on');
  note(context, 'reminders asked for once more');
};
