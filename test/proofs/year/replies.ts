// How people answer what the bot asks them: by what they read in the message, with the dice, and often not at all.

import { londonDay } from '../../../src/domain/time/calendar.ts';
import { aboutReminder, aboutSurvey, isQuestion, labelsIn } from './answers.ts';
import type { Person } from './ccg.ts';
import {
  as,
  colleaguesOf,
  expectWords,
  hasNews,
  type Letter,
  lettersOf,
  note,
  type Reply,
  readAgain,
  type Stage,
  tapIn,
  working,
} from './context.ts';
import { roleOf } from './invariants.ts';

/** Everyone reads what has come since they last looked; those who are away do so when they are back. */
export const answerLetters = async (stage: Stage, read: Set<string>): Promise<void> => {
  for (const person of working(stage)) {
    if ((person.awayUntil && person.awayUntil > stage.now) || !hasNews(stage, person, read)) continue;
    for (const letter of await lettersOf(stage, person)) {
      const key = `${letter.channel} ${letter.ts}`;
      if (!read.has(key)) await answer(stage, person, (await readAgain(stage, person, letter)) ?? letter); // another may have changed it
      read.add(key);
    }
  }
};

const answer: Reply = async (stage, person, letter) => {
  const known = isQuestion(letter) ? (['', aboutSurvey] as const) : replies.find(([label]) => labelsIn(letter).includes(label));
  const dice = stage.diceFor(`${person.name} ${letter.text} ${londonDay(stage.now)}`);
  if (known && dice.chance(0.85)) await known[1]({ ...stage, dice }, person, letter);
};

const found = ({ text }: Letter, pattern: RegExp): string[] => {
  const match = pattern.exec(text);
  if (!match) throw new Error(`This does not say ${pattern}: ${text}`);
  return match.slice(1);
};

const aboutTerm: Reply = async (stage, person, letter) => {
  const [title = ''] = found(letter, /Your term as (.+?) ends/);
  const { truth, dice, now } = stage;
  if (!truth.holds(title, person.name)) return; // it has passed to somebody else since
  if (dice.chance(0.2)) return offerTo(stage, person, letter, title);
  if (dice.chance(0.2)) {
    expectWords(stage, await tapIn(stage, person, letter, 'Step down'), 'Thank you for all you did');
    note(stage, 'stepped down when asked');
    return truth.drop(title, person.name);
  }
  const answered = await tapIn(stage, person, letter, 'Still me');
  if (answered.includes('has lapsed')) return note(stage, 'terms that had lapsed');
  expectWords(stage, answered, 'You go on as');
  note(stage, 'still me');
  truth.goOn(title, person.name, now);
};

const offerTo = async (stage: Stage, person: Person, letter: Letter, title: string) => {
  const role = roleOf(title);
  const near = role.key === 'practice_lead' ? colleaguesOf(stage, person) : working(stage).filter((each) => each !== person);
  const able = near.filter(({ name, job }) => role.jobs.includes(job) && !stage.truth.holds(title, name));
  const colleague = stage.dice.oneOf(able);
  if (!colleague) return;
  await tapIn(stage, person, letter, 'Hand over');
  expectWords(stage, JSON.stringify(await as(stage, person).submit({ colleague: colleague.id })), '"ok":true');
  await as(stage, person).act('close');
  note(stage, 'offered when asked');
};

/** Moves a seat in the truth where both were told that it has moved. */
const aboutOffer: Reply = async (stage, person, letter) => {
  const [giver = '', title = ''] = found(letter, /\*(.+?) \(<@\w+>\) would like to hand (.+?) on to you/);
  if (stage.dice.chance(0.25)) return void (await tapIn(stage, person, letter, 'Not now'));
  const answered = await tapIn(stage, person, letter, 'Yes, I take it on');
  if (!answered.includes(`has passed from ${giver} to you`)) return note(stage, 'offers that had gone');
  note(stage, 'handed over');
  stage.truth.pass(title, giver, person.name, !roleOf(title).isConfirmedByLeads, stage.now);
};

const aboutTakeover: Reply = async (stage, person, letter) => {
  const [asker = '', title = ''] = found(letter, /\*(.+?) \(<@\w+>\) would like to take over as (.+?)\*/);
  if (stage.dice.chance(0.4)) return void (await tapIn(stage, person, letter, 'Not now'));
  const answered = await tapIn(stage, person, letter, 'Yes, I hand it on');
  if (!answered.includes(`${asker} takes over from here`)) return note(stage, 'takeovers that had gone');
  note(stage, 'taken over');
  stage.truth.pass(title, person.name, asker, !roleOf(title).isConfirmedByLeads, stage.now);
};

const aboutCover: Reply = async (stage, person, letter) => {
  const answered = await tapIn(stage, person, letter, 'Yes, I stand in');
  if (answered.includes('You stand in for')) note(stage, 'covers agreed');
};

const aboutConfirming: Reply = async (stage, person, letter) => {
  const [name = '', title = ''] = found(letter, /\*(.+?) \(<@\w+>\) has taken (.+?)\.\*/);
  if (!stage.truth.holds(title, name)) return;
  if ((await tapIn(stage, person, letter, 'Confirm')).includes('Confirmed:')) {
    note(stage, 'confirmed by a colleague');
    stage.truth.confirm(title, name, stage.now);
  }
};

const aboutVacancy: Reply = async (stage, person, letter) => {
  const [title = ''] = found(letter, /Nobody is (.+?) at the moment/);
  if (!stage.dice.chance(0.4) || stage.truth.holds(title, person.name) || title !== `Practice lead for ${person.practice?.name}`)
    return;
  const answered = await tapIn(stage, person, letter, 'Take this seat');
  expectWords(stage, answered, stage.truth.isFull(title) ? 'Both seats are taken' : 'You are now');
  if (stage.truth.isFull(title)) return;
  note(stage, 'took a seat when invited');
  stage.truth.take(title, person.name, true, stage.now);
};

const aboutInterests =
  (label: string): Reply =>
  async (stage, person, letter) => {
    expectWords(stage, await tapIn(stage, person, letter, label), 'Your declaration is up to date');
    note(stage, 'declared interests when asked');
  };

/** By the first button that says what a message is about. */
const replies: readonly (readonly [label: string, reply: Reply])[] = [
  ['Done', aboutReminder],
  ['Still me', aboutTerm],
  ['Yes, I take it on', aboutOffer],
  ['Yes, I hand it on', aboutTakeover],
  ['Yes, I stand in', aboutCover],
  ['Confirm', aboutConfirming],
  ['Take this seat', aboutVacancy],
  ['None to declare', aboutInterests('None to declare')],
  ['Nothing has changed', aboutInterests('Nothing has changed')],
];
