// Fields that are one control: a line of text, a list to choose from, a date.
import type { ReactNode } from 'react';
import type { ElementOf, Field } from '../parts/shapes.ts';
import { useSeen } from '../seen.ts';

export type ControlProps<Element = Field['element']> = {
  readonly element: Element;
  readonly value: string;
  readonly optional: boolean;
  readonly onChange: (value: string) => void;
  readonly about: { id: string; 'aria-invalid': boolean; 'aria-describedby': string };
};

export const TextInput = ({
  element,
  value,
  onChange,
  about,
}: ControlProps<ElementOf<'plain_text_input'>>) => {
  const given = {
    ...about,
    value,
    maxLength: element.max_length ?? 3000,
    placeholder: element.placeholder?.text,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return element.multiline ? <textarea rows={4} {...given} /> : <input type="text" {...given} />;
};

/** A browser's own date field, which has no place for a placeholder. */
export const DateInput = ({ value, onChange, about }: Omit<ControlProps, 'element'>) => (
  <input type="date" {...about} value={value} onChange={({ target }) => onChange(target.value)} />
);

export const Select = ({
  element,
  optional,
  ...props
}: ControlProps<ElementOf<'static_select'>>) => (
  <List
    {...props}
    none={optional || !element.initial_option}
    placeholder={element.placeholder?.text ?? 'Choose one'}
  >
    {element.options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.text.text}
      </option>
    ))}
  </List>
);

export const PeopleSelect = ({
  element,
  optional,
  ...props
}: ControlProps<ElementOf<'users_select'>>) => {
  const people = useSeen().state.users.filter(({ deactivated }) => !deactivated);
  const isHere = people.some(({ id }) => id === element.initial_user);
  return (
    <List
      {...props}
      none={optional || !isHere}
      placeholder={element.placeholder?.text ?? 'Choose a person'}
    >
      {people
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </List>
  );
};

type ListProps = Pick<ControlProps, 'value' | 'onChange' | 'about'> & {
  /** Whether nothing can be chosen. */
  readonly none: boolean;
  readonly placeholder: string;
  readonly children: ReactNode;
};

const List = ({ value, onChange, about, none, placeholder, children }: ListProps) => (
  <select {...about} value={value} onChange={({ target }) => onChange(target.value)}>
    {none && <option value="">{placeholder}</option>}
    {children}
  </select>
);
