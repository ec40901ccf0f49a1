// Buttons and modals that are still in the two lists of slack/ui.
import { type ButtonName, type ButtonValue, buttons } from '../ui/buttons.ts';
import { type Form, forms } from '../ui/modals.ts';
import type { ButtonHandler, Handler, ModalHandler } from './feature.ts';

export type { Command } from './feature.ts';
export type Action<Name extends ButtonName = ButtonName> = Handler<[value: ButtonValue<Name>]> & {
  readonly tap: Name;
};

export const fromAction = (action: Action): ButtonHandler =>
  ({
    ...action,
    button: { button: action.tap, value: buttons[action.tap] },
  }) as unknown as ButtonHandler;

export const fromForm = (form: Form): ModalHandler => {
  const { fields, carries } = forms[form.form];
  return {
    ...form,
    modal: { modal: form.form, fields, metadata: carries },
  } as unknown as ModalHandler;
};
