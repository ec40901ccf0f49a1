// How people answer what the bot asks them: by what they read in the message, with the dice, and
// often not at all.

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
  tapIn,
  working,
  type YearContext,
} from './context.ts';
import { roleOf } from './invariants.ts';

/**
 * Everyone reads what has come since they last looked; those who are away do so when they are back.
 */
export const answerLetters = async (context: YearContext, read: Set<string>): Promise<void> => {
  for (const person of working(context)) {
    if ((person.awayUntil && person.awayUntil > context.now) || !hasNews(context, person, read))
      continue;
    for (const letter of await lettersOf(context, person)) {
      const key = `${letter.channel} ${letter.ts}`;
      // another may have changed it
      if (!read.has(key))
        await answer(context, person, (await readAgain(context, person, letter)) ?? letter);
      read.add(key);
    }
  }
};

const answer: Reply = async (context, person, letter) => {
  const known = isQuestion(letter)
    ? (['', aboutSurvey] as const)
    : replies.find(([label]) => labelsIn(letter).includes(label));
  const dice = context.diceFor(`${person.name} ${letter.text} ${londonDay(context.now)}`);
  if (known && dice.chance(0.85)) await known[1]({ ...context, dice }, person, letter);
};

const found = ({ text }: Letter, pattern: RegExp): string[] => {
  const match = pattern.exec(text);
  if (!match) throw new Error(`This does not say ${pattern}: ${text}`);
  return match.slice(1);
};

const aboutTerm: Reply = async (context, person, letter) => {
  const [title = ''] = found(letter, /Your term as (.+?) ends/);
  const { truth, dice, now } = context;
  if (!truth.holds(title, person.name)) return; // it has passed to somebody else since
  if (dice.chance(0.2)) return offerTo(context, person, letter, title);
  if (dice.chance(0.2)) {
    expectWords(
      context,
      await tapIn(context, person, letter, 'Step down'),
      'Thank you for all you did',
    );
    note(context, 'stepped down when asked');
    return truth.drop(title, person.name);
  }
  const answered = await tapIn(context, person, letter, 'Still me');
  if (answered.includes('has lapsed')) return note(context, 'terms that had lapsed');
  expectWords(context, answered, 'You go on as');
  note(context, 'still me');
  truth.goOn(title, person.name, now);
};

const offerTo = async (context: YearContext, person: Person, letter: Letter, title: string) => {
  const role = roleOf(title);
  const near =
    role.key === 'practice_lead'
      ? colleaguesOf(context, person)
      : working(context).filter((each) => each !== person);
  const able = near.filter(
    ({ name, job }) => role.jobs.includes(job) && !context.truth.holds(title, name),
  );
  const colleague = context.dice.oneOf(able);
  if (!colleague) return;
  await tapIn(context, person, letter, 'Hand over');
  expectWords(
    context,
    JSON.stringify(await as(context, person).submit({ colleague: colleague.id })),
    '"ok":true',
  );
  await as(context, person).act('close');
  note(context, 'offered when asked');
};

/** Moves a seat in the truth where both were told that it has moved. */
const aboutOffer: Reply = async (context, person, letter) => {
  const [giver = '', title = ''] = found(
    letter,
    /\*(.+?) \(<@\w+>\) would like to hand (.+?) on to you/,
  );
  if (context.dice.chance(0.25)) return void (await tapIn(context, person, letter, 'Not now'));
  const answered = await tapIn(context, person, letter, 'Yes, I take it on');
  if (!answered.includes(`has passed from ${giver} to you`))
    return note(context, 'offers that had gone');
  note(context, 'handed over');
  context.truth.pass(title, giver, person.name, !roleOf(title).isConfirmedByLeads, context.now);
};

const aboutTakeover: Reply = async (context, person, letter) => {
  const [asker = '', title = ''] = found(
    letter,
    /\*(.+?) \(<@\w+>\) would like to take over as (.+?)\*/,
  );
  if (context.dice.chance(0.4)) return void (await tapIn(context, person, letter, 'Not now'));
  const answered = await tapIn(context, person, letter, 'Yes, I hand it on');
  if (!answered.includes(`${asker} takes over from here`))
    return note(context, 'takeovers that had gone');
  note(context, 'taken over');
  context.truth.pass(title, person.name, asker, !roleOf(title).isConfirmedByLeads, context.now);
};

const aboutCover: Reply = async (context, person, letter) => {
  const answered = await tapIn(context, person, letter, 'Yes, I stand in');
  if (answered.includes('You stand in for')) note(context, 'covers agreed');
};

const aboutConfirming: Reply = async (context, person, letter) => {
  const [name = '', title = ''] = found(letter, /\*(.+?) \(<@\w+>\) has taken (.+?)\.\*/);
  if (!context.truth.holds(title, name)) return;
  if ((await tapIn(context, person, letter, 'Confirm')).includes('Confirmed:')) {
    note(context, 'confirmed by a colleague');
    context.truth.confirm(title, name, context.now);
  }
};

const aboutVacancy: Reply = async (context, person, letter) => {
  const [title = ''] = found(letter, /Nobody is (.+?) at the moment/);
  if (
    !context.dice.chance(0.4) ||
    context.truth.holds(title, person.name) ||
    title !== `Practice lead for ${person.practice?.name}`
  )
    return;
  const answered = await tapIn(context, person, letter, 'Take this seat');
  expectWords(
    context,
    answered,
    context.truth.isFull(title) ? 'Both seats are taken' : 'You are now',
  );
  if (context.truth.isFull(title)) return;
  note(context, 'took a seat when invited');
  context.truth.take(title, person.name, true, context.now);
};

const aboutInterests =
  (label: string): Reply =>
  async (context, person, letter) => {
    expectWords(
      context,
      await tapIn(context, person, letter, label),
      'Your declaration is up to date',
    );
    note(context, 'declared interests when asked');
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
