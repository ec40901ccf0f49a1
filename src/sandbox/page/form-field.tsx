import { useId } from 'react';
import type { Field } from './shapes.ts';

type Props = {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

type ControlProps = {
  readonly element: Field['element'];
  readonly value: string;
  readonly optional: boolean;
  readonly onChange: (value: string) => void;
  readonly about: { id: string; 'aria-invalid': boolean; 'aria-describedby': string };
};

/** An input with its label, its hint and what is wrong with it. */
export const FormField = ({ field, value, error, onChange }: Props) => {
  const { label, hint, element, optional = false } = field;
  const id = useId();
  const about = { id, 'aria-invalid': error !== undefined, 'aria-describedby': `${id}-error ${id}-hint` };
  const controls = { element, value, optional, onChange, about };
  const isRadio = element.type === 'radio_buttons';
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {isRadio ? (
        <fieldset aria-describedby={about['aria-describedby']}>
          <legend>
            <Label text={label.text} optional={optional} />
          </legend>
          <Radios {...controls} />
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>
            <Label text={label.text} optional={optional} />
          </label>
          {element.type === 'static_select' ? <Select {...controls} /> : <TextInput {...controls} />}
        </>
      )}
      <p id={`${id}-error`} className="error">
        {error}
      </p>
      <p id={`${id}-hint`} className="hint">
        {hint?.text}
      </p>
    </div>
  );
};

const Label = ({ text, optional }: { text: string; optional: boolean }) => (
  <>
    {text}
    {optional && <span className="optional"> (optional)</span>}
  </>
);

const Select = ({ element, value, optional, onChange, about }: ControlProps) => {
  if (element.type !== 'static_select') return null;
  return (
    <select {...about} value={value} onChange={({ target }) => onChange(target.value)}>
      {(optional || !element.initial_option) && <option value="">{element.placeholder?.text ?? 'Choose one'}</option>}
      {element.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text.text}
        </option>
      ))}
    </select>
  );
};

const Radios = ({ element, value, onChange, about }: ControlProps) =>
  element.type !== 'radio_buttons'
    ? null
    : element.options.map((option) => (
        <label key={option.value} className="radio">
          <input
            type="radio"
            name={about.id}
            aria-invalid={about['aria-invalid']}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.text.text}
            {option.description && <small>{option.description.text}</small>}
          </span>
        </label>
      ));

const TextInput = ({ element, value, onChange, about }: ControlProps) => {
  if (element.type !== 'plain_text_input') return null;
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
