import { describe, expect, it } from 'vitest';
import {
  checkSetting,
  readSettings,
  settingKeys,
  settingsList,
} from '../../src/domain/settings.ts';
import { joinList, pluralise } from '../../src/domain/text/words.ts';
import { settings } from '../world.ts';

describe('settings', () => {
  it('without any, the defaults hold', () =>
    expect(settings).toMatchObject({
      organisation: 'CCG',
      contract_holder: 'NHS England',
      window_start: '12:45',
      window_end: '14:00',
      weekly_prompts: 1,
      anonymity_threshold: 10,
    }));

  it('what is stored and sound replaces the default; what is not sound does not', () =>
    expect(
      readSettings({ organisation: 'ICB', weekly_prompts: 9, window_start: 'noon' }),
    ).toMatchObject({
      organisation: 'ICB',
      weekly_prompts: 1,
      window_start: '12:45',
    }));

  it.each([
    ['weekly_prompts', '2', 2],
    ['organisation', 'sub-ICB location', 'sub-ICB location'],
    ['extra_holidays', '2027-06-04, 2027-06-07', ['2027-06-04', '2027-06-07']],
    ['extra_holidays', '', []],
  ])('%s = “%s” is understood', (key, text, value) =>
    expect(checkSetting(settings, key, text)).toMatchObject({ [key]: value }),
  );

  it.each([
    ['weekly_prompts', '0', 'Give a whole number from 1 to 3.'],
    ['weekly_prompts', 'many', 'Give a whole number from 1 to 3.'],
    ['anonymity_threshold', '4', 'Give a whole number from 5 to 50.'],
    ['window_start', '9 am', 'Give a time such as 12:45.'],
    [
      'window_start',
      '15:00',
      'The sending window must start before it ends. Change the other end first.',
    ],
    ['extra_holidays', 'Friday', 'Give dates such as 2027-06-04, with commas between.'],
  ])('%s = “%s” is refused with what to give', (key, text, words) =>
    expect(checkSetting(settings, key, text)).toMatchObject({ refused: words }),
  );

  it('an unknown setting is refused with the list', () =>
    expect(checkSetting(settings, 'colour', 'red')).toMatchObject({
      code: 'setting_unknown',
      refused: expect.stringContaining('anonymity_threshold'),
    }));

  it('every setting says what it does in a sentence', () => {
    for (const key of settingKeys) expect(settingsList[key].sentence).toMatch(/^[A-Z].*\.$/);
  });
});

describe('words', () => {
  it('counts and lists read as people write them', () => {
    expect([
      pluralise(1, 'practice'),
      pluralise(2, 'practice'),
      pluralise(0, 'locality', 'localities'),
    ]).toEqual(['1 practice', '2 practices', '0 localities']);
    expect([
      joinList([]),
      joinList(['A']),
      joinList(['A', 'B']),
      joinList(['A', 'B', 'C'], 'or'),
    ]).toEqual(['', 'A', 'A and B', 'A, B or C']);
  });
});
