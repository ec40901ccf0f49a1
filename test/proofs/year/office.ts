// What the engagement leads and the person who runs the bot do: terms, files, confirming what is
// true, inviting where nobody leads.
import { addDays, londonDay } from '../../../src/domain/time/calendar.ts';
import { importers } from '../../../src/files/proposals.ts';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import {
  leads,
  localitiesFile,
  type Person,
  type Practice,
  practicesFile,
  rosterFile,
  YEAR_CCG,
} from './ccg.ts';
import { as, expectWords, note, say, tapIn, working, type YearContext } from './context.ts';
import { roles } from './invariants.ts';

const [lead = { name: '' }] = leads;

/** Sets each role's term in the form, as a lead would. */
export const setTerms = async (context: YearContext): Promise<void> => {
  for (const { key, months } of roles) {
    await say(context, lead, 'settings');
    await as(context, lead).tap('Roles');
    await as(context, lead).submit({ role: key });
    expectWords(
      context,
      JSON.stringify(await as(context, lead).submit({ term: String(months) })),
      '"ok":true',
    );
    await as(context, lead).act('close');
  }
};

export const importFiles = async ({
  world,
  practices,
  people,
  now,
}: YearContext): Promise<void> => {
  const shelf = world.store.ccg(YEAR_CCG.code);
  const files = {
    practices: practicesFile(practices),
    localities: localitiesFile(practices),
    roster: rosterFile(people),
  };
  for (const [kind, bytes] of Object.entries(files)) {
    const proposal = await importers[kind as keyof typeof files](bytes, shelf, YEAR_CCG.code, now);
    if (proposal.bad.length > 0)
      throw new Error(`The ${kind} file has bad rows: ${JSON.stringify(proposal.bad)}`);
    await proposal.apply();
  }
};

/**
 * Since the last files people have moved, and perhaps a practice has merged into a neighbour. Both
 * become known with the files.
 */
export const newMonth = async (context: YearContext): Promise<void> => {
  const before = working(context).map((person) => ({ person, practice: person.practice }));
  // whoever joined by hand and was on no roster yet keeps that practice until they say otherwise,
  // so they do not move unseen
  for (const person of working(context).filter(
    ({ isListed }) => context.dice.chance(0.015) && isListed,
  )) {
    const to = context.dice.oneOf(
      context.practices.filter((each) => !each.closedOn && each !== person.practice),
    );
    if (to) move(context, person, to);
  }
  if (context.dice.chance(0.4)) merge(context);
  refill(context);
  // whoever is back where they were has moved nowhere
  for (const { person, practice } of before)
    if (person.practice !== practice)
      context.truth.drop(`Practice lead for ${practice?.name}`, person.name);
  for (const name of context.dropped.keys()) context.truth.leaves(name);
  context.dropped.clear();
  await importFiles(context);
  for (const person of working(context)) {
    person.isListed = true;
    context.truth.confirmMember(person.name, context.now);
  }
};

const move = (context: YearContext, person: Person, to: Practice) => {
  note(context, 'people who moved');
  person.practice = to;
};

/**
 * A practice that all have left finds somebody new: with nobody at all, a roster could not name it.
 */
const refill = (context: YearContext) => {
  const staff = (practice: Practice) =>
    working(context).filter((each) => each.practice === practice);
  for (const practice of context.practices.filter(
    (each) => !each.closedOn && staff(each).length === 0,
  )) {
    const somebody = context.dice.oneOf(
      working(context).filter(
        (each) => each.isListed && each.practice && staff(each.practice).length > 2,
      ),
    );
    if (somebody) move(context, somebody, practice);
  }
};

const merge = (context: YearContext) => {
  const closing = context.dice.oneOf(
    context.practices.filter(
      (each) => !each.closedOn && ![...context.dropped.values()].includes(each),
    ),
  );
  const into = context.dice.oneOf(
    context.practices.filter(
      (each) => !each.closedOn && each !== closing && each.locality === closing?.locality,
    ),
  );
  if (!closing || !into) return;
  note(context, 'practices that merged');
  closing.closedOn = new Date(londonDay(addDays(context.now, -1)));
  context.truth.closes(`Practice lead for ${closing.name}`);
  for (const person of context.people) if (person.practice === closing) person.practice = into;
};

/** A lead looks at their Home and confirms what they know to be true. */
export const confirmOnHome = async (context: YearContext): Promise<void> => {
  await as(context, lead).openHome();
  const view = await as(context, lead).home();
  for (const block of view.blocks) {
    const [button] = buttonsIn([block]);
    const text = textOf([block]);
    if (button?.label !== 'Confirm' || !context.diceFor(`${context.now} ${text}`).chance(0.5))
      continue;
    const [, name = '', title, practice] =
      /^(.+?) \(<@\w+>\)(?:: (.+)| says they work at (.+))$/m.exec(text) ?? [];
    if (
      !(title
        ? context.truth.holds(title, name)
        : context.people.some((each) => each.name === name && each.practice?.name === practice))
    )
      continue;
    await as(context, lead).act('tap', { viewId: view.id, actionId: button.actionId });
    await as(context, lead).act('close');
    note(context, 'confirmed by a lead');
    if (title) context.truth.confirm(title, name, context.now);
    else context.truth.confirmMember(name, context.now);
  }
};

/** A lead invites some of the practices where nobody leads. */
export const invite = async (context: YearContext): Promise<void> => {
  await say(context, lead, `vacancies ${context.dice.oneOf(['North', 'South', 'East', 'West'])}`);
  const message = (await as(context, lead).messages()).findLast(({ ephemeralTo }) => ephemeralTo);
  const offered = (message?.blocks ?? []).filter((block) =>
    buttonsIn([block]).some(({ label }) => label === 'Invite'),
  );
  for (const block of context.dice.some(offered, 3)) {
    const letter = {
      channel: message?.channel ?? '',
      ts: message?.ts ?? '',
      blocks: [block],
      text: textOf(message?.blocks ?? []),
    };
    const answered = await tapIn(context, lead, letter, 'Invite');
    if (answered.includes('will be asked')) note(context, 'practices invited');
  }
};
