// What the people of the year's simulation share, and how they look at their messages: only through
// what Slack shows them.
import { londonTime } from '../../../src/domain/time/calendar.ts';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import type { TestWorld } from '../../support/bot/world.ts';
import type { Dice, Person, Practice } from './ccg.ts';
import type { Expected } from './invariants.ts';

export type YearContext = {
  readonly world: TestWorld;
  readonly practices: readonly Practice[];
  readonly people: readonly Person[];
  readonly truth: Expected;
  /** For one occasion, by its name: messages may come in any order. */
  diceFor(occasion: string): Dice;
  readonly dice: Dice;
  /**
   * Who has gone without a word since the last files, by name, and from where. Nobody knows before
   * the next files say so.
   */
  readonly dropped: Map<string, Practice>;
  /** How often something happened, for the figures. */
  readonly tally: Map<string, number>;
  /** Where the bot did not say what it should by the truth. */
  readonly surprises: string[];
  now: Date;
};

export const note = ({ tally }: YearContext, what: string): void =>
  void tally.set(what, (tally.get(what) ?? 0) + 1);

/** Moves the clock to a time of a London day. */
export const moveTo = async (context: YearContext, day: string, time: string): Promise<void> => {
  context.now = londonTime(day, time);
  await context.world.moveTo(context.now.toISOString());
};

export const as = ({ world }: YearContext, { name }: { readonly name: string }) => world.as(name);

export const working = (context: YearContext): Person[] =>
  context.people.filter(({ practice, isNew }) => practice && !isNew);

export const colleaguesOf = (context: YearContext, person: Person): Person[] =>
  working(context).filter((each) => each !== person && each.practice === person.practice);

/** Types a command and returns what only they see in answer to it. */
export const say = async (
  context: YearContext,
  who: { readonly name: string },
  text: string,
): Promise<string> => {
  const person = as(context, who);
  await person.type(text);
  return textOf((await person.messages()).findLast(({ ephemeralTo }) => ephemeralTo)?.blocks ?? []);
};

export type Letter = {
  readonly channel: string;
  readonly ts: string;
  readonly blocks: readonly unknown[];
  readonly text: string;
};

/**
 * Taps a button of one message or view, and returns what that message says then; where the answer
 * is a new one, what that says.
 */
export const tapIn = async (
  context: YearContext,
  who: { readonly name: string },
  letter: Letter,
  label: string,
): Promise<string> => {
  const person = as(context, who);
  const actionId = buttonsIn(letter.blocks).find((button) => button.label === label)?.actionId;
  await person.act('tap', { channel: letter.channel, ts: letter.ts, actionId });
  const seen = await person.messages();
  const after = textOf(seen.find(({ ts }) => ts === letter.ts)?.blocks ?? []);
  return after === letter.text
    ? textOf(seen.findLast(({ ephemeralTo }) => ephemeralTo)?.blocks ?? [])
    : after;
};

/** What the bot has sent somebody, in their order; whoever has nothing new need not look. */
export const lettersOf = async (
  context: YearContext,
  who: { readonly name: string; readonly id: string },
): Promise<Letter[]> => {
  const channel = `D${who.id.slice(1)}`;
  if (!context.world.sandbox.desk.workspace.messages.has(channel)) return [];
  const seen = await as(context, who).messages();
  return seen
    .filter(({ ephemeralTo }) => !ephemeralTo)
    .map((message) => ({ ...message, text: textOf(message.blocks) }));
};

/** What somebody does about a message. */
export type Reply = (context: YearContext, person: Person, letter: Letter) => Promise<void>;

/** A message as it looks now. */
export const readAgain = async (
  context: YearContext,
  who: { readonly name: string; readonly id: string },
  { ts }: Letter,
): Promise<Letter | undefined> =>
  (await lettersOf(context, who)).find((letter) => letter.ts === ts);

/** Whether the bot has sent somebody what they have not read. */
export const hasNews = (
  { world }: YearContext,
  { id }: { readonly id: string },
  read: ReadonlySet<string>,
): boolean => {
  const channel = `D${id.slice(1)}`;
  const seen = messagesIn(world.sandbox.desk.workspace, channel);
  return seen.some(({ ts, ephemeralTo }) => !ephemeralTo && !read.has(`${channel} ${ts}`));
};

/** What somebody reads must have these words in it. */
export const expectWords = ({ surprises, now }: YearContext, said: string, words: string): void => {
  if (!said.includes(words))
    surprises.push(`${now.toISOString()}: expected “${words}”, and read: ${said}`);
};
