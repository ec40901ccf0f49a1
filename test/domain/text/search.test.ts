import { describe, expect, it } from 'vitest';
import { findable } from '../../../src/domain/people/practices.ts';
import { defaultCatalogue } from '../../../src/domain/roles/catalogue.ts';
import { findRoles } from '../../../src/domain/roles/roles.ts';
import { search } from '../../../src/domain/text/search.ts';
import { abbey, harbour, practice, riverside } from '../../world.ts';

const best = (words: string) => findRoles(defaultCatalogue, words)[0]?.title;

describe('finding a role', () => {
  it.each([
    ['diabetes', 'Diabetes lead'],
    ['Diabetis', 'Diabetes lead'],
    ['chronic disease', 'Long-term conditions lead'],
    ['ltc', 'Long-term conditions lead'],
    ['lead', 'Practice lead'],
    ['mental', 'Mental health lead'],
    ['COPD', 'Respiratory lead'],
    ['a&e', 'Urgent and emergency care lead'],
    ['governing body', 'Governing body GP'],
    ['chair', 'Chair'],
    ['deputy chair', 'Deputy chair'],
    ['end of life', 'End of life care lead'],
  ])('“%s” finds %s', (words, title) => expect(best(words)).toBe(title));

  it('an exact name is found alone', () =>
    expect(findRoles(defaultCatalogue, 'chair')).toHaveLength(1));
  it('words that mean nothing find nothing', () =>
    expect(findRoles(defaultCatalogue, 'xyzzy')).toEqual([]));
  it('no words find nothing', () => expect(findRoles(defaultCatalogue, '  ')).toEqual([]));
});

describe('finding a practice', () => {
  const oswald = practice('Y99003', "St Oswald's Practice", 'Fernbridge', {
    address: '14 Church Street, Fernbridge',
    postcode: 'ZF1 3AD',
  });
  const practices = [riverside, abbey, harbour, oswald].map(findable);
  it.each([
    ['river', 'Riverside Surgery'],
    ['rivreside', 'Riverside Surgery'],
    ['Y99002', 'Abbey Medical Centre'],
    ['st oswalds', "St Oswald's Practice"],
    ['zf1 3ad', "St Oswald's Practice"],
    ['church street', "St Oswald's Practice"],
  ])('“%s” finds %s', (words, name) => expect(search(practices, words)[0]?.name).toBe(name));
});
