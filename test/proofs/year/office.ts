// What the engagement leads and the person who runs the bot do: terms, files, confirming what is true, inviting where nobody leads.
import { addDays, londonDay } from '../../../src/domain/time/calendar.ts';
import { importers } from '../../../src/files/proposals.ts';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { leads, localitiesFile, type Person, type Practice, practicesFile, rosterFile, YEAR_CCG } from './ccg.ts';
import { as, expectWords, note, type Stage, say, tapIn, working } from './context.ts';
import { roles } from './invariants.ts';

const [lead = { name: '' }] = leads;

/** Sets each role's term in the form, as a lead would. */
export const setTerms = async (stage: Stage): Promise<void> => {
  for (const { key, months } of roles) {
    await say(stage, lead, 'settings');
    await as(stage, lead).tap('Roles');
    await as(stage, lead).submit({ role: key });
    expectWords(stage, JSON.stringify(await as(stage, lead).submit({ term: String(months) })), '"ok":true');
    await as(stage, lead).act('close');
  }
};

export const importFiles = async ({ house, practices, people, now }: Stage): Promise<void> => {
  const shelf = house.store.ccg(YEAR_CCG.code);
  const files = { practices: practicesFile(practices), localities: localitiesFile(practices), roster: rosterFile(people) };
  for (const [kind, bytes] of Object.entries(files)) {
    const proposal = await importers[kind as keyof typeof files](bytes, shelf, YEAR_CCG.code, now);
    if (proposal.bad.length > 0) throw new Error(`The ${kind} file has bad rows: ${JSON.stringify(proposal.bad)}`);
    await proposal.apply();
  }
};

/** Since the last files people have moved, and perhaps a practice has merged into a neighbour. Both become known with the files. */
export const newMonth = async (stage: Stage): Promise<void> => {
  const before = working(stage).map((person) => ({ person, practice: person.practice }));
  // whoever joined by hand and was on no roster yet keeps that practice until they say otherwise, so they do not move unseen
  for (const person of working(stage).filter(({ isListed }) => stage.dice.chance(0.015) && isListed)) {
    const to = stage.dice.oneOf(stage.practices.filter((each) => !each.closedOn && each !== person.practice));
    if (to) move(stage, person, to);
  }
  if (stage.dice.chance(0.4)) merge(stage);
  refill(stage);
  // whoever is back where they were has moved nowhere
  for (const { person, practice } of before)
    if (person.practice !== practice) stage.truth.drop(`Practice lead for ${practice?.name}`, person.name);
  for (const name of stage.dropped.keys()) stage.truth.leaves(name);
  stage.dropped.clear();
  await importFiles(stage);
  for (const person of working(stage)) {
    person.isListed = true;
    stage.truth.confirmMember(person.name, stage.now);
  }
};

const move = (stage: Stage, person: Person, to: Practice) => {
  note(stage, 'people who moved');
  person.practice = to;
};

/** A practice that all have left finds somebody new: with nobody at all, a roster could not name it. */
const refill = (stage: Stage) => {
  const staff = (practice: Practice) => working(stage).filter((each) => each.practice === practice);
  for (const practice of stage.practices.filter((each) => !each.closedOn && staff(each).length === 0)) {
    const somebody = stage.dice.oneOf(
      working(stage).filter((each) => each.isListed && each.practice && staff(each.practice).length > 2),
    );
    if (somebody) move(stage, somebody, practice);
  }
};

const merge = (stage: Stage) => {
  const closing = stage.dice.oneOf(
    stage.practices.filter((each) => !each.closedOn && ![...stage.dropped.values()].includes(each)),
  );
  const into = stage.dice.oneOf(
    stage.practices.filter((each) => !each.closedOn && each !== closing && each.locality === closing?.locality),
  );
  if (!closing || !into) return;
  note(stage, 'practices that merged');
  closing.closedOn = new Date(londonDay(addDays(stage.now, -1)));
  stage.truth.closes(`Practice lead for ${closing.name}`);
  for (const person of stage.people) if (person.practice === closing) person.practice = into;
};

/** A lead looks at their Home and confirms what they know to be true. */
export const confirmOnHome = async (stage: Stage): Promise<void> => {
  await as(stage, lead).openHome();
  const view = await as(stage, lead).home();
  for (const block of view.blocks) {
    const [button] = buttonsIn([block]);
    const text = textOf([block]);
    if (button?.label !== 'Confirm' || !stage.diceFor(`${stage.now} ${text}`).chance(0.5)) continue;
    const [, name = '', title, practice] = /^(.+?) \(<@\w+>\)(?:: (.+)| says they work at (.+))$/m.exec(text) ?? [];
    if (
      !(title
        ? stage.truth.holds(title, name)
        : stage.people.some((each) => each.name === name && each.practice?.name === practice))
    )
      continue;
    await as(stage, lead).act('tap', { viewId: view.id, actionId: button.actionId });
    await as(stage, lead).act('close');
    note(stage, 'confirmed by a lead');
    if (title) stage.truth.confirm(title, name, stage.now);
    else stage.truth.confirmMember(name, stage.now);
  }
};

/** A lead invites some of the practices where nobody leads. */
export const invite = async (stage: Stage): Promise<void> => {
  await say(stage, lead, `vacancies ${stage.dice.oneOf(['North', 'South', 'East', 'West'])}`);
  const message = (await as(stage, lead).messages()).findLast(({ ephemeralTo }) => ephemeralTo);
  const offered = (message?.blocks ?? []).filter((block) => buttonsIn([block]).some(({ label }) => label === 'Invite'));
  for (const block of stage.dice.some(offered, 3)) {
    const letter = {
      channel: message?.channel ?? '',
      ts: message?.ts ?? '',
      blocks: [block],
      text: textOf(message?.blocks ?? []),
    };
    const answered = await tapIn(stage, lead, letter, 'Invite');
    if (answered.includes('will be asked')) note(stage, 'practices invited');
  }
};
