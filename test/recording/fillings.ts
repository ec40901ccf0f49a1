// How each form is filled in: as it came, plausibly in a few ways, and with what has to be refused.
// A setting has only the last: it stays as it is.
import type { Field } from './elements.ts';

export type Filling = { readonly name: string; readonly values: Readonly<Record<string, string>> };

/** The day it is for who fills in the form, and whom they choose. */
export type Filler = { readonly today: Date; readonly self: string; readonly colleague: string };

export const fillingsOf = (fields: readonly Field[], filler: Filler): readonly Filling[] => {
  const fill = (name: string, how: How): Filling => ({
    name,
    values: Object.fromEntries(
      fields.flatMap((field, index) => asEntry(field.id, how(field, index))),
    ),
  });
  const fillings = [
    fill('as it came', ({ initial }) => initial),
    fill('filled in', (field) =>
      field.isOptional && field.type === 'datepicker' ? '' : plausible(field, filler, 1),
    ),
    fill('all filled in', (field, index) =>
      field.type === 'datepicker' ? day(filler, 7 + index) : plausible(field, filler, -1),
    ),
    fill('days the other way round', (field, index) =>
      field.type === 'datepicker' ? day(filler, 60 - 2 * index) : plausible(field, filler, 1),
    ),
    fill('with patient data', (field) =>
      field.type === 'plain_text_input' ? PATIENT : plausible(field, filler, 1),
    ),
  ];
  const [only] = fields;
  const isOneText = fields.length === 1 && only?.type === 'plain_text_input';
  const enough = isOneText
    ? only.initial
      ? [4]
      : [1, 4]
    : fields.length < 6
      ? [0, 1, 4]
      : [0, 1, 2, 3, 4];
  const seen = new Set<string>();
  return [...enough]
    .flatMap((index) => fillings[index] ?? [])
    .filter(({ values }) => {
      const key = JSON.stringify(values);
      return seen.has(key) ? false : seen.add(key);
    });
};

type How = (field: Field, index: number) => string;

const asEntry = (id: string, value: string): [string, string][] => (value ? [[id, value]] : []);

const PATIENT = 'Mrs Smith, NHS number 943 476 5919, came again';

const QUESTIONS =
  'Do the clinic times suit you? Yes / Mostly / No\nHow was the meeting? 1-5: poor, very ' +
  'good\nComment: What else?';

/** By what a field is called; else a sentence. */
const TYPED: readonly [RegExp, string][] = [
  [/own questions/i, QUESTIONS],
  [/link/i, 'https://example.org/directory'],
  [/part of its name/i, 'saltmarsh'],
  [/only at one practice/i, ''],
  [/seats|how many/i, '2'],
  [/months|years|term/i, '24'],
  [/title|called|name/i, 'Wound care lead'],
];

/** `at` is which option: counted from the first, or from the last where it is below nothing. */
const plausible = (
  { type, label, options, initial }: Field,
  { today, self, colleague }: Filler,
  at: number,
): string => {
  if (type === 'plain_text_input') return initial ? oneMore(initial) : typed(label);
  if (type === 'datepicker') return day({ today }, 7);
  if (type === 'users_select') return at < 0 ? self : colleague;
  if (type === 'checkboxes') return at < 0 ? options.join(',') : (options[0] ?? '');
  return options.at(Math.min(at, options.length - 1)) ?? '';
};

const typed = (label: string) => {
  const found = TYPED.find(([called]) => called.test(label));
  return found ? found[1] : 'Two of our nurses ring people the day before their clinic.';
};

/** A number grows by one; all else stays. */
const oneMore = (initial: string) =>
  /^\d+$/.test(initial) ? String(Number(initial) + 1) : initial;

const day = ({ today }: Pick<Filler, 'today'>, ahead: number): string =>
  new Date(today.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
