import { describe, expect, it } from 'vitest';
import { describeFindings, findPatientData } from '../../../src/domain/text/patient-data.ts';
import { toRefuse, toTake } from '../../patient-data/hard-comments.ts';
import { monday, practice } from '../../world.ts';

const practices = [
  practice('Y99001', 'Riverside Surgery', null, {
    postcode: 'ZF1 1AA',
    telephone: '01632 960 101',
  }),
];
const find = (text: string, now = monday) =>
  findPatientData({ text }, practices, now)['text'] ?? [];

describe('patient data in free text', () => {
  it.each([
    ['an NHS number', 'about 943 476 5919 please', 'nhs_number'],
    ['an NHS number with dashes', '987-654-3210', 'nhs_number'],
    ['an NHS number in full-width digits', '４０１０２３２１３７', 'nhs_number'],
    ['an NHS number with a zero-width space inside', '943\u200B4765919', 'nhs_number'],
    [
      'an NHS number with a slip of the finger, where it is called one',
      'NHS no 943 476 5918',
      'nhs_number',
    ],
    ['a hospital number, where it is called one', 'hospital number A123456', 'hospital_number'],
    ['a date of birth', 'DOB 3rd May 1961', 'date_of_birth'],
    ['a date in numbers', 'seen since 03/05/1961', 'date_of_birth'],
    ['a child’s date of birth, where it is called one', 'born 03/05/2026', 'date_of_birth'],
    ['a postcode that is not a practice’s', 'lives at SW1A 1AA', 'postcode'],
    ['a mobile number', 'ring 07700 900123', 'phone_number'],
    ['an e-mail address', 'write to jo@example.com', 'email_address'],
    ['a title with a name', 'Mrs Smith was sent home', 'patient'],
    ['“patient” with a name', 'the patient John Baker', 'patient'],
    ['initials with an age', 'JS, 82yo', 'patient'],
  ])('%s is found', (_, text, kind) => expect(find(text)).toContain(kind));

  it.each([
    ['an ordinary comment', 'More time for diabetes at the next meeting, and earlier papers.'],
    ['ten digits that are no NHS number', '943 476 5918'],
    ['an ODS code', 'A81001 and Y99001 share a nurse'],
    ['a practice’s own postcode and telephone number', 'meet at ZF1 1AA or ring 01632 960 101'],
    ['a practice’s own telephone number as from abroad', '+44 (0)1632 960 101'],
    ['patients in general', 'Patients wait too long for a first appointment.'],
    ['years and percentages', 'In 2025 it was 41.8 % and in 2026 about 58.2 %'],
    ['a Slack timestamp', '1700000000.000100'],
    ['the date of a meeting', 'not on 12/05/2026, better 3 Nov 26'],
    ['what an organisation did years ago', 'CQC rated us Good on 14/06/2019'],
    ['a colleague', 'Dr Osei and Helen Carver'],
  ])('%s passes', (_, text) => expect(find(text)).toEqual([]));

  it('a date is that of a meeting for some years, and later may be that of a birth', () => {
    const text = 'He was there, 12/05/2024.';
    expect(find(text, new Date('2027-12-31T12:00:00Z'))).toEqual([]);
    expect(find(text, new Date('2028-01-01T12:00:00Z'))).toEqual(['date_of_birth']);
  });

  it.each(toRefuse)('written by hand, %s: “%s” is refused', (kind, text) =>
    expect(find(text)).toContain(kind),
  );

  it.each(toTake)('written by hand: “%s” is taken', (text) => expect(find(text)).toEqual([]));

  it('the refusal says what to take out and that nothing was saved', () =>
    expect(describeFindings(['nhs_number', 'postcode', 'patient'])).toBe(
      'This looks as if it holds an NHS number, a postcode and a patient’s name. Please take ' +
        'it out: nothing about patients belongs in Slack. Nothing was saved.',
    ));
});
