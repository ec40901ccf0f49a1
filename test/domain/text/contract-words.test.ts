import { describe, expect, it } from 'vitest';
import { describeContract, findContractWords } from '../../../src/domain/text/contract-words.ts';
import { settings } from '../../world.ts';

describe('contract words in what leads write', () => {
  it.each([
    ['You may receive a breach notice.', 'breach notice'],
    ['This is a breach of contract.', 'breach of contract'],
    ['Not replying breaches your agreement', 'breaches your agreement'],
    ['Practices that do not reply are in breach.', 'in breach'],
    ['A remedial notice will follow', 'remedial notice'],
    ['We expect remedial action by Friday', 'remedial action'],
    ['Contract sanctions may apply', 'Contract sanctions'],
    ['contractual sanction', 'contractual sanction'],
    ['This can lead to sanctions under the contract', 'sanctions under the contract'],
    ['Have you asked for list closure?', 'list closure'],
    ['Tell us about list-closures', 'list closures'],
    ['Do you have a closed list?', 'closed list'],
    ['Do you plan to close your list?', 'close your list'],
    ['closing the practice’s registered list', 'closing the practices registered list'],
    ['closing the patient list', 'closing the patient list'],
    ['List dispersal begins in May', 'List dispersal'],
    ['Termination of the contract is possible', 'Termination of the contract'],
    ['They may terminate a contract', 'terminate a contract'],
    ['contract termination', 'contract termination'],
    ['a notice of termination', 'notice of termination'],
    ['As your GMS contract says', 'GMS contract'],
    ['the PMS agreement', 'PMS agreement'],
    ['an APMS\ncontract', 'APMS contract'],
    ['the General Medical Services contract', 'General Medical Services contract'],
    ['It is a contractual requirement', 'contractual requirement'],
    ['You are contractually bound', 'contractually'],
    ['Please check your contract', 'your contract'],
    ['the practices’ contracts', 'the practices contracts'],
    ['a contract variation is coming', 'contract variation'],
    ['We will withhold the payment', 'withhold the payment'],
    ['ｂｒｅａｃｈ ｎｏｔｉｃｅ', 'breach notice'],
    ['br\u200Beach of con\u00ADtract', 'breach of contract'],
  ])('“%s” is found', (text, found) => expect(findContractWords(text)).toBe(found));

  it.each([
    'Contract a cold this winter? Flu vaccines for staff are in.',
    'Ten people contracted norovirus.',
    'A quick word about muscle contractions and contracture.',
    'The contractor repairs the lift on Monday.',
    'GPs are independent contractors.',
    'Zero-hours contracts are on the agenda of the staff forum.',
    'Check your contract of employment for study leave.',
    'A data breach is reported within 72 hours.',
    'Breach of the four-hour target rose in winter.',
    'How to avoid being in breach of data protection when you share a screen.',
    'Breaches of the 18-week wait',
    'The coast path was breached by the sea.',
    'The partners sanction the plan.',
    'Economic sanctions are not our subject.',
    'Remedial massage for staff, Thursday',
    'The list closes on Friday: put your name down.',
    'The waiting list closure is over.',
    'Please close the list of questions.',
    'Closed questions first, then the list of dates.',
    'Termination of pregnancy pathway: is the new form working?',
    'The contact list is attached.',
    'This is voluntary and not contractual.',
    'A non-contractual extra',
    'GMS list sizes were published today.',
    'PMS clinics and menopause care',
    'Notice the new referral form.',
    'The webinar on the new GP contract is on Tuesday.',
    'Contract cleaners start on Monday.',
    'Please look over your practice’s entry.',
    'The bridge closes; allow ten minutes more.',
    'Improvement work, and a notice board',
  ])('“%s” passes', (text) => expect(findContractWords(text)).toBeUndefined());

  it('the answer says whose matter it is, in the CCG’s own word, and that nothing was saved', () =>
    expect(describeContract('list closure', { ...settings, contract_holder: 'the ICB' })).toBe(
      '“list closure” sounds like a contract matter, and practices’ contracts are held by ' +
        'the ICB. Nothing was saved; please take it up with them.',
    ));
});
