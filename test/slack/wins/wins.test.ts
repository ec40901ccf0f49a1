import { describe, expect, it } from 'vitest';
import type { Introduced, RequestView } from '../../../src/domain/roles/requests.ts';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { introductionMessage } from '../../../src/slack/wins/introduction-message.ts';
import { winCard } from '../../../src/slack/wins/win-message.ts';
import { monday, settings } from '../../world.ts';

const id = '5f0c6f0e-4a44-4a8e-9f5f-0c1f2e3d4a5b';
const ccg = { code: '99Z', name: 'NHS Fernshire CCG', channelId: 'C0ENGAGE', settings };
const win = {
  ...{
    id,
    what: 'We ring <!channel> first',
    result: 'Fewer come twice',
    practice: 'Riverside Surgery',
    area: 'Diabetes',
  },
  ...{ author: 'Dr Amara Osei', sharedAt: monday, interested: 0, practices: 0, takenBackAt: null },
};
const card = (changes: Partial<Parameters<typeof winCard>[0]> = {}) =>
  textOf(winCard({ ...win, ...changes }, ccg, monday).blocks);

describe('the card of a win', () => {
  it('says what, where, what came of it and who shared it, and pings nobody', () => {
    expect(card()).toContain('*What works: We ring &lt;!channel&gt; first*\nFewer come twice');
    expect(card()).toContain(
      'Riverside Surgery · Diabetes · shared by Dr Amara Osei, Monday 7 September',
    );
    expect(card()).not.toContain('<');
  });

  it('says before the tap who will be told', () =>
    expect(card()).toContain('If you tap Interested, Dr Amara Osei will be told'));

  it('counts only what there is, and never who does not', () => {
    expect(card()).not.toMatch(/\b0\b/);
    expect(card({ interested: 3, practices: 2 })).toContain(
      '3 people are interested; 2 practices do this too',
    );
  });

  it('is the organisation’s where it is no practice’s', () =>
    expect(card({ practice: null })).toContain('NHS Fernshire CCG · '));

  it('goes on without its author, whom nobody can be introduced to', () => {
    const { blocks } = winCard({ ...win, author: null }, ccg, monday);
    expect(textOf(blocks)).toContain('shared by a colleague');
    expect(buttonsIn(blocks).map(({ label }) => label)).toEqual(['We do this too']);
  });

  it('has no words and no buttons once it is taken back', () => {
    const { blocks } = winCard({ ...win, takenBackAt: monday }, ccg, monday);
    expect(textOf(blocks)).toBe('Something that works was shared here. Taken back by its author.');
    expect(buttonsIn(blocks)).toEqual([]);
  });
});

describe('an introduction', () => {
  const interested = {
    name: 'Dr Leila Haddad',
    slackId: 'U0HADDAD',
    practice: 'Abbey Medical Centre',
    what: 'We ring first',
  };
  const say = (...introduced: Introduced[]) =>
    textOf(introductionMessage({ introduced } as unknown as RequestView).blocks);

  it('says who, where and about what, and asks for nothing', () => {
    expect(say(interested)).toContain(
      '*Dr Leila Haddad (<@U0HADDAD>)*, Abbey Medical Centre, would like to hear more about ' +
        '“We ring first”.',
    );
    expect(
      buttonsIn(introductionMessage({ introduced: [interested] } as unknown as RequestView).blocks),
    ).toEqual([]);
  });

  it('leaves out who has left, and what was taken back', () => {
    expect(say(interested, { ...interested, name: '', slackId: null })).not.toContain('**');
    expect(say({ ...interested, what: '' })).toContain('Nothing is needed.');
  });
});
