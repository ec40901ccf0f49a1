import { useId } from 'react';
import type { Field } from '../parts/shapes.ts';
import { Checkboxes, Radios } from './form-choices.tsx';
import { type ControlProps, DateInput, PeopleSelect, Select, TextInput } from './form-controls.tsx';

type Props = {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

/** An input with its label, its hint and what is wrong with it. */
export const FormField = ({ field, value, error, onChange }: Props) => {
  const { label, hint, element, optional = false } = field;
  const id = useId();
  const about = {
    id,
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-error ${id}-hint`,
  };
  const control = (
    <Control
      element={element}
      value={value}
      optional={optional}
      onChange={onChange}
      about={about}
    />
  );
  const hasSeveral = element.type === 'radio_buttons' || element.type === 'checkboxes';
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {hasSeveral ? (
        <fieldset aria-describedby={about['aria-describedby']}>
          <legend>
            <Label text={label.text} optional={optional} />
          </legend>
          {control}
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>
            <Label text={label.text} optional={optional} />
          </label>
          {control}
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

const Control = ({ element, ...props }: ControlProps) => {
  switch (element.type) {
    case 'plain_text_input':
      return <TextInput {...props} element={element} />;
    case 'static_select':
      return <Select {...props} element={element} />;
    case 'users_select':
      return <PeopleSelect {...props} element={element} />;
    case 'datepicker':
      return <DateInput {...props} />;
    case 'radio_buttons':
      return <Radios {...props} element={element} />;
    case 'checkboxes':
      return <Checkboxes {...props} element={element} />;
  }
};
