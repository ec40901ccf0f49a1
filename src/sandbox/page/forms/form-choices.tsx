// Fields that are several controls: radio buttons and checkboxes.

import type { ElementOf } from '../parts/shapes.ts';
import type { ControlProps } from './form-controls.tsx';

export const Radios = ({
  element,
  value,
  onChange,
  about,
}: ControlProps<ElementOf<'radio_buttons'>>) =>
  element.options.map((option) => (
    <Choice
      key={option.value}
      type="radio"
      option={option}
      about={about}
      checked={value === option.value}
      onChange={() => onChange(option.value)}
    />
  ));

/** Their value is the chosen options' values with commas between. */
export const Checkboxes = ({
  element,
  value,
  onChange,
  about,
}: ControlProps<ElementOf<'checkboxes'>>) => {
  const chosen = value.split(',').filter(Boolean);
  const toggle = (option: string) =>
    chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option];
  return element.options.map((option) => (
    <Choice
      key={option.value}
      type="checkbox"
      option={option}
      about={about}
      checked={chosen.includes(option.value)}
      onChange={() => onChange(toggle(option.value).join(','))}
    />
  ));
};

type ChoiceProps = {
  readonly type: 'radio' | 'checkbox';
  readonly option: ElementOf<'radio_buttons' | 'checkboxes'>['options'][number];
  readonly about: ControlProps['about'];
  readonly checked: boolean;
  readonly onChange: () => void;
};

const Choice = ({ type, option, about, checked, onChange }: ChoiceProps) => (
  <label className="choice">
    <input
      type={type}
      name={about.id}
      aria-invalid={about['aria-invalid']}
      checked={checked}
      onChange={onChange}
    />
    <span>
      {option.text.text}
      {option.description && <small>{option.description.text}</small>}
    </span>
  </label>
);
