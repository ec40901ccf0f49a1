// What several parts of the story do: fill in a form and send it, and answer a prompt.
import { buttonsIn } from '../sandbox/reading.ts';
import type { Visitor } from '../sandbox/visitor.ts';

/** Fills in the form, looks at what it asks of people, sends it and closes the window. */
export const ask = async (
  lead: Visitor,
  command: 'survey' | 'remind',
  values: Readonly<Record<string, string>>,
) => {
  await lead.type(command);
  await lead.submit(values);
  await lead.submit();
  await lead.act('close');
};

/**
 * Each answers in their own way: most as the mood of the time is, some otherwise, a few say not
 * now.
 */
export const answer = async (people: readonly Visitor[], lean: readonly string[]) => {
  for (const [index, person] of people.entries()) {
    if (index % 9 === 8) await tapWhereSeen(person, 'Not now');
    else await answerAs(person, index, lean);
  }
};

const answerAs = async (person: Visitor, index: number, lean: readonly string[]) => {
  for (const [question, favourite] of lean.entries()) {
    const options = await optionsBefore(person);
    const isContrary = (index * 5 + question * 2) % 7 < 3;
    await tapWhereSeen(
      person,
      (isContrary ? options[(index + question) % options.length] : favourite) ?? favourite,
    );
  }
};

const optionsBefore = async (person: Visitor): Promise<string[]> =>
  buttonsIn((await person.messages()).at(-1)?.blocks ?? [])
    .filter(({ actionId }) => actionId.startsWith('answer.'))
    .map(({ label }) => label);

export const tapWhereSeen = async (person: Visitor, label: string) => {
  const last = (await person.messages()).at(-1);
  if (buttonsIn(last?.blocks ?? []).some((button) => button.label === label))
    await person.tap(label);
};
