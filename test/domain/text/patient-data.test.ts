import fc from 'fast-check';
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
    ['an NHS number in Arabic-Indic digits', '٩٤٣ ٤٧٦ ٥٩١٩', 'nhs_number'],
    ['an NHS number in Devanagari digits', '९४३ ४७६ ५९१९', 'nhs_number'],
    ['an NHS number with odd separators', '943*476~5919', 'nhs_number'],
    ['an NHS number in words', 'nine four three four seven six five nine one nine', 'nhs_number'],
    ['an NHS number of nine digits, called one', 'NHS no 943 476 591', 'nhs_number'],
    ['an NHS number of eleven digits, called one', 'NHS no 943 476 59199', 'nhs_number'],
    ['a mistyped NHS number beside a patient', 'her bloods, 943 476 5918', 'nhs_number'],
    ['a birth in words', 'born the third of March nineteen forty-two', 'date_of_birth'],
    ['a day long ago in words', 'third of March nineteen forty-two, no letter', 'date_of_birth'],
    ['a hospital number in another form', 'MRN RQW0044718', 'hospital_number'],
    ['a hospital number that belongs to her', 'her RXP number is RXP0445121', 'hospital_number'],
    ['a spelt postcode', 'lives at T S 1 8 4 Q X', 'postcode'],
    [
      'a phone number in words',
      'oh seven seven double oh nine double oh one two three',
      'phone_number',
    ],
    ['an e-mail address in words', 'jane dot smith at gmail dot com', 'email_address'],
    ['a title with a letter, an age and an illness', 'Mrs K, 84, with COPD', 'patient'],
    ['a title with a letter and a street', 'Mr B from Elm Road', 'patient'],
    ['initials with an age and an illness', 'RT, 45, schizophrenia', 'patient'],
    ['an age and a named home', 'an 84-year-old at Fairview care home', 'patient'],
    ['a named relative', 'her daughter Susan Bell rang', 'patient'],
    ['a named relative in small letters', 'his daughter michelle rang', 'patient'],
    ['a name with an age', 'Susan Bell, 84, fell', 'patient'],
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
    ['a colleague with a job', 'Mr Hughes, the orthopaedic surgeon, and Mrs Webb (PM)'],
    ['a nurse', 'Sister Jones on ward 4 is brilliant'],
    ['who was thanked', 'Thanks to Miss Ali and her team'],
    ['a service’s number', '0300 123 1234, 0800 917 2000, 111, 999 and 119'],
    ['a switchboard', 'the switchboard on 01632 960000 never answers'],
    ['a hospital’s postcode', 'the General Hospital, DL3 6HX, has no parking'],
    ['a shared mailbox', 'info@example.org or england.contactus@nhs.net'],
    ['a service’s mailbox', 'stoma.nurses@trust.nhs.uk'],
    ['an appraisal', 'my appraisal was on 12/3/2021'],
    ['a founding day', 'the practice was founded on 1 May 1961'],
    ['a day in words', 'my appraisal was the third of March twenty nineteen'],
    ['a typical patient', 'A typical 84-year-old in a care home takes nine medicines.'],
    ['the writer’s own family', 'my husband John is a GP too'],
  ])('%s passes', (_, text) => expect(find(text)).toEqual([]));

  it('a date is that of a meeting for some years, and later may be that of a birth', () => {
    const text = 'He was there, 12/05/2024.';
    expect(find(text, new Date('2027-12-31T12:00:00Z'))).toEqual([]);
    expect(find(text, new Date('2028-01-01T12:00:00Z'))).toEqual(['date_of_birth']);
  });

  it('what stands in two fields is found in both, and in no third', () =>
    expect(
      findPatientData({ what: 'About 943 476', place: 'Fernbridge', result: '5919' }, [], monday),
    ).toEqual({ what: ['nhs_number'], result: ['nhs_number'] }));

  it('a label in one field and a number in the other are found in both, either way round', () => {
    const both = { first: ['date_of_birth'], second: ['date_of_birth'] };
    for (const [first, second] of [
      ['DOB', '3/5/26'],
      ['3/5/26', 'DOB'],
    ] as const)
      expect(findPatientData({ first, second }, [], monday)).toEqual(both);
  });

  it('what stands in one field is found in that one only', () =>
    expect(findPatientData({ what: 'Mrs Smith', result: 'All well' }, [], monday)).toEqual({
      what: ['patient'],
    }));

  it('any text is read to its end, and found the same again', () => {
    const parts = fc.constantFrom(
      ...[
        'nine ',
        'oh ',
        '9',
        ' ',
        'Mr ',
        'Mrs A. ',
        'van ',
        'at ',
        '.',
        '@',
        'her daughter ',
        'AB ',
      ],
      ...[
        'born on the ',
        '84 year old ',
        'lady at ',
        'nhs no ',
        '12/05/',
        'TS18 4',
        '(',
        '+44',
        '-',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(parts, { maxLength: 150 }).map((all) => all.join('')),
      parts.map((part) => part.repeat(Math.ceil(3000 / part.length))),
    );
    fc.assert(
      fc.property(text, (written) => {
        expect(find(written)).toEqual(find(written));
      }),
      { numRuns: 40 },
    );
  });

  it.each(toRefuse)('written by hand, %s: “%s” is refused', (kind, text) =>
    expect(find(text)).toContain(kind),
  );

  it.each(toTake)('written by hand: “%s” is taken', (text) => expect(find(text)).toEqual([]));

  it('the refusal says what to take out and that nothing was saved', () =>
    expect(describeFindings(['nhs_number', 'postcode', 'patient'])).toBe(
      'This looks as if it holds an NHS number, a postcode and a patient’s name or ' +
        'description. Please take it out: nothing about patients belongs in Slack. Nothing was ' +
        'saved.',
    ));
});
