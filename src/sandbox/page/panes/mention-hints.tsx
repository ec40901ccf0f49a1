// People to mention, offered while somebody types “@” and a part of a name in a command.
import { type KeyboardEvent, useId, useState } from 'react';
import type { Person } from '../control.ts';
import { useSeen } from '../seen.ts';

/** As many as fit above the field without hiding what was said. */
const MAX_ENTRIES = 6;

/**
 * What the field that is typed in needs, and the list above it. `type` puts another text into the
 * field.
 */
export const useMentions = (text: string, type: (text: string) => void) => {
  const { state } = useSeen();
  const id = useId();
  const [at, setAt] = useState({ text: '', index: 0 });
  const [closedAt, setClosedAt] = useState('');
  const people = text === closedAt ? [] : mentionable(state.users, text);
  const index = at.text === text ? at.index : 0;
  const choose = (person: Person | undefined) =>
    person && type(text.replace(partAtEnd, () => `@${person.name} `));
  const move = (step: number) =>
    setAt({ text, index: (index + step + people.length) % people.length });
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(people[index]),
    Tab: () => choose(people[index]),
    Escape: () => setClosedAt(text),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (people.length === 0 || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]?.();
  };
  return {
    field: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': people.length > 0 ? id : undefined,
      'aria-activedescendant': people[index] && optionId(id, people[index]),
      onKeyDown,
    },
    list: people.length > 0 && (
      <MentionHints id={id} people={people} index={index} onChoose={choose} />
    ),
  };
};

type Props = {
  readonly id: string;
  readonly people: readonly Person[];
  readonly index: number;
  readonly onChoose: (person: Person) => void;
};

const MentionHints = ({ id, people, index, onChoose }: Props) => (
  <div className="hints" id={id} role="listbox" aria-label="People" tabIndex={-1}>
    {people.map((person, each) => (
      <div
        key={person.id}
        id={optionId(id, person)}
        role="option"
        tabIndex={-1}
        aria-selected={each === index}
        onPointerDown={(event) => {
          event.preventDefault(); // the focus stays in the field
          onChoose(person);
        }}
      >
        <b>{person.name}</b> <small>{person.title}</small>
      </div>
    ))}
  </div>
);

const optionId = (id: string, person: Person) => `${id}-${person.id}`;

const partAtEnd = /(?<=\s)@([^@]*)$/;

/** Whom the last “@” may mean; nobody once a whole name stands there. */
const mentionable = (people: readonly Person[], text: string) => {
  const part = text.startsWith('/') ? partAtEnd.exec(text)?.[1]?.toLowerCase() : undefined;
  if (part === undefined || people.some(({ name }) => name.toLowerCase() === part)) return [];
  const isMeant = ({ name, deactivated }: Person) =>
    !deactivated && ` ${name.toLowerCase()}`.includes(` ${part}`);
  return people.filter(isMeant).slice(0, MAX_ENTRIES);
};
