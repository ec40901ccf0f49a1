// How people answer surveys and reminders: all of it, the beginning, not now, later, or not at all.
import { buttonsIn } from '../../../src/sandbox/reading.ts';
import { expectWords, type Letter, note, type Reply, readAgain, tapIn } from './context.ts';

export const labelsIn = ({ blocks }: Letter): string[] => buttonsIn(blocks).map(({ label }) => label);

const options = ({ blocks }: Letter) => buttonsIn(blocks).filter(({ actionId }) => actionId.startsWith('answer.'));

/** Whether it asks a question of a survey. */
export const isQuestion = (letter: Letter): boolean => options(letter).length > 0;

export const aboutSurvey: Reply = async (stage, person, letter) => {
  const mood = stage.dice.oneOf(['all', 'all', 'all', 'the beginning', 'not now', 'nothing', 'nothing']);
  if (mood === 'nothing') return note(stage, 'surveys left');
  if (mood === 'not now' && labelsIn(letter).includes('Not now')) {
    const said = await tapIn(stage, person, letter, 'Not now');
    if (said.includes('2 of ')) return note(stage, 'surveys not now, begun in another message');
    expectWords(stage, said, 'that is fine, we will not ask again');
    return note(stage, 'surveys not now');
  }
  note(stage, 'surveys answered');
  for (let next: Letter | undefined = letter; next && isQuestion(next); next = await readAgain(stage, person, letter)) {
    const chosen = stage.dice.oneOf(options(next));
    const answered = await tapIn(stage, person, next, chosen?.label ?? '');
    if (mood === 'the beginning') return;
    if (answered.includes('has closed')) return note(stage, 'answers that came too late');
  }
};

export const aboutReminder: Reply = async (stage, person, letter) => {
  const mood = stage.dice.oneOf(['done', 'done', 'done', 'not now', 'later', 'nothing']);
  if (mood === 'nothing') return note(stage, 'reminders left');
  if (mood === 'done') {
    expectWords(stage, await tapIn(stage, person, letter, 'Done'), 'Done. Thank you.');
    return note(stage, 'reminders done');
  }
  expectWords(stage, await tapIn(stage, person, letter, 'Not now'), 'that is fine, we will not ask again');
  note(stage, 'reminders not now');
  const asked = await readAgain(stage, person, letter);
  if (mood !== 'later' || !asked || !labelsIn(asked).includes('Next week')) return;
  expectWords(stage, await tapIn(stage, person, asked, 'Next week'), 'We will remind you on');
  note(stage, 'reminders asked for once more');
};
