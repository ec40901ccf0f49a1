// Every setting of a CCG: its default, its bounds and a sentence that says what it does.
import { z } from 'zod';
import { readIndicator } from './indicators/catalogue.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Rhythm, rhythms } from './summary/rhythm.ts';
import { type Words, wordDefaults } from './text/words.ts';

type Setting<T> = {
  readonly schema: z.ZodType<T>;
  readonly fallback: T;
  readonly sentence: string;
};

const setting = <T>(schema: z.ZodType<T>, fallback: T, sentence: string): Setting<T> => ({
  schema,
  fallback,
  sentence,
});

const word = z
  .string()
  .trim()
  .min(2, 'Give a word of at least two letters.')
  .max(60, 'Keep it under 60 letters.');
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 12:45.');
const wholeNumber = (least: number, most: number) => {
  const advice = `Give a whole number from ${least} to ${most}.`;
  return z.coerce.number(advice).int(advice).min(least, advice).max(most, advice);
};
const dates = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(/[\s,]+/).filter(Boolean) : given),
  z.array(z.iso.date('Give dates such as 2027-06-04, with commas between.')),
);
const ownIndicators = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(/\s*[,;\n]\s*/).filter(Boolean) : given),
  z
    .array(
      z
        .string()
        .refine(
          readIndicator,
          'Write each as id=Name|kind|side, such as flu_jabs=Flu jabs|proportion|both.',
        ),
    )
    .max(10, 'Ten are enough: each is one more to look after.'),
);

const words = Object.fromEntries(
  Object.entries(wordDefaults).map(([key, { fallback, sentence }]) => [
    key,
    setting(word, fallback as string, sentence),
  ]),
) as { readonly [Key in keyof Words]: Setting<string> };

export const settingsList = {
  ...words,
  window_start: setting(timeOfDay, '12:45', 'Prompts are sent from this time of day, UK time.'),
  window_end: setting(timeOfDay, '14:00', 'No prompt is sent from this time of day on, UK time.'),
  extra_holidays: setting<string[]>(
    dates,
    [],
    'Days without prompts besides weekends and bank holidays, with commas between.',
  ),
  learning_afternoons: setting<string[]>(
    dates,
    [],
    'Protected learning afternoons, with commas between: no message from 12:00 on those ' +
      'days, as practices close for them.',
  ),
  weekly_prompts: setting(wholeNumber(1, 3), 1, 'How many prompts a person may get in a week.'),
  monthly_seconds: setting(
    wholeNumber(30, 600),
    180,
    'How many seconds of a person’s time prompts may ask for in a month.',
  ),
  summary_every: setting<Rhythm>(
    z.enum(rhythms, 'Give month, week or never.'),
    'month',
    'How often the summary is posted in the channel, on the first working day: month, week ' +
      'or never.',
  ),
  guests: setting<'yes' | 'no'>(
    z.enum(['yes', 'no'], 'Give yes or no.'),
    'no',
    'Whether guests of the Slack workspace may take part: yes or no.',
  ),
  messages_per_minute: setting(
    wholeNumber(10, 300),
    200,
    'How many messages a minute are sent in all; Slack takes several hundred.',
  ),
  look_again_seconds: setting(
    wholeNumber(1, 600),
    30,
    'How long to wait before looking whether a message arrived, and between the two looks.',
  ),
  anonymity_threshold: setting(
    wholeNumber(5, 50),
    10,
    'The smallest group whose anonymous answers may be shown.',
  ),
  indicators: setting<string[]>(
    ownIndicators,
    [],
    'Figures kept beside emergency admissions and prescribing, with commas between, such as ' +
      'flu_jabs=Flu jabs|proportion|both. The kind is proportion, rate (per 1,000 patients) or ' +
      'ratio (beside what was expected); the side is higher or both.',
  ),
} as const;

export type SettingKey = keyof typeof settingsList;
export type Settings = { readonly [Key in SettingKey]: (typeof settingsList)[Key]['fallback'] };

export const settingKeys = Object.keys(settingsList) as SettingKey[];

/** All settings of a CCG: what is stored where it is sound, the default otherwise. */
export const readSettings = (stored: unknown): Settings => {
  const values = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const read = (key: SettingKey) => {
    const { schema, fallback } = settingsList[key];
    return [key, (schema as z.ZodType).catch(fallback).parse(values[key] ?? fallback)];
  };
  return Object.fromEntries(settingKeys.map(read)) as Settings;
};

/** What a typed value means for a setting, or why it cannot be taken. */
export const checkSetting = (current: Settings, key: string, text: string): Settings | Refusal => {
  if (!isSettingKey(key))
    return refuse(
      'setting_unknown',
      `There is no setting “${key}”. The settings are: ${settingKeys.join(', ')}.`,
    );
  const parsed = (settingsList[key].schema as z.ZodType).safeParse(text);
  if (!parsed.success)
    return refuse(
      'setting_invalid',
      parsed.error.issues[0]?.message ?? 'That value cannot be used.',
    );
  const next = { ...current, [key]: parsed.data } as Settings;
  if (next.window_start >= next.window_end)
    return refuse(
      'window_reversed',
      'The sending window must start before it ends. Change the other end first.',
    );
  return next;
};

const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingsList, key);
