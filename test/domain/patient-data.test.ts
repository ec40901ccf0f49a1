import { describe, expect, it } from 'vitest';
import { findPatientData, sayFindings } from '../../src/domain/patient-data.ts';
import { practice } from '../world.ts';

const practices = [practice('Y99001', 'Riverside Surgery', null, { postcode: 'ZF1 1AA', telephone: '01632 960 101' })];
const find = (text: string) => findPatientData(text, practices);

describe('patient data in free text', () => {
  it.each([
    ['an NHS number', 'about 943 476 5919 please', 'NHS number'],
    ['an NHS number with dashes', '987-654-3210', 'NHS number'],
    ['an NHS number in full-width digits', '４０１０２３２１３７', 'NHS number'],
    ['an NHS number with a zero-width space inside', '943\u200B4765919', 'NHS number'],
    ['a date of birth', 'DOB 3rd May 1961', 'date of birth'],
    ['a date in numbers', 'seen since 03/05/1961', 'date of birth'],
    ['a postcode that is not a practice’s', 'lives at SW1A 1AA', 'postcode'],
    ['a mobile number', 'ring 07700 900123', 'phone number'],
    ['an e-mail address', 'write to jo@example.com', 'e-mail address'],
    ['a title with a name', 'Mrs Smith was sent home', 'patient'],
    ['“patient” with a name', 'the patient John Baker', 'patient'],
  ])('%s is found', (_, text, kind) => expect(find(text)).toContain(kind));

  it.each([
    ['an ordinary comment', 'More time for diabetes at the next meeting, and earlier papers.'],
    ['ten digits that are no NHS number', '943 476 5918'],
    ['an ODS code', 'A81001 and Y99001 share a nurse'],
    ['a practice’s own postcode and telephone number', 'meet at ZF1 1AA or ring 01632 960 101'],
    ['patients in general', 'Patients wait too long for a first appointment.'],
    ['years and percentages', 'In 2025 it was 41.8 % and in 2026 about 58.2 %'],
    ['a Slack timestamp', '1700000000.000100'],
  ])('%s passes', (_, text) => expect(find(text)).toEqual([]));

  it('the refusal says what to take out and that nothing was saved', () =>
    expect(sayFindings(['NHS number', 'postcode'])).toBe(
      'This looks as if it holds an NHS number and a postcode. Please take it out: nothing about patients belongs in Slack. Nothing was saved.',
    ));
});
