// What each kind of form element takes, and what it becomes in a view's state (docs.slack.dev,
// reference/block-kit/block-elements).
import { z } from 'zod';
import type { Workspace } from '../workspace.ts';

type Option = { readonly value: string };

export type Element = {
  readonly type: string;
  readonly action_id?: string;
  readonly options?: readonly Option[];
  readonly max_length?: number;
  readonly [field: string]: unknown;
};

type Kind = {
  /** What is wrong with what was filled in, if anything. */
  refuse(text: string, element: Element, workspace: Workspace): string | undefined;
  state(text: string | null, element: Element): object;
};

const oneOption: Kind = {
  refuse: (text, { options = [] }) =>
    options.some(({ value }) => value === text) ? undefined : 'Please choose one of the options.',
  state: (text, { options = [] }) => ({
    selected_option: options.find(({ value }) => value === text) ?? null,
  }),
};

export const kinds: Readonly<Record<string, Kind>> = {
  plain_text_input: {
    refuse: (text, { max_length: most = 3000 }) =>
      text.length > most ? `Please keep it under ${most} characters.` : undefined,
    state: (value) => ({ value }),
  },
  static_select: oneOption,
  radio_buttons: oneOption,
  checkboxes: {
    refuse: (text, { options = [] }) =>
      chosenIn(text).every((chosen) => options.some(({ value }) => value === chosen))
        ? undefined
        : 'Please choose only from the options.',
    state: (text, { options = [] }) => ({
      selected_options: options.filter(({ value }) => chosenIn(text ?? '').includes(value)),
    }),
  },
  users_select: {
    refuse: (text, _, { users, deactivated }) =>
      users.some(({ id }) => id === text) && !deactivated.has(text)
        ? undefined
        : 'Please choose somebody of this workspace.',
    state: (selected_user) => ({ selected_user }),
  },
  datepicker: {
    refuse: (text) =>
      z.iso.date().safeParse(text).success ? undefined : 'Please choose a date there is.',
    state: (selected_date) => ({ selected_date }),
  },
};

const chosenIn = (text: string) => text.split(',');
