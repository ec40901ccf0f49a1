import { describe, expect, it } from 'vitest';
import { type Change, describeChange } from '../../../src/domain/roles/history.ts';
import { replay } from '../../../src/domain/roles/replay.ts';
import { monday, practiceLead, register, riverside, settings } from '../../world.ts';

const change = (kind: Change['kind'], changes: Partial<Change> = {}): Change => ({
  at: monday,
  kind,
  actorId: 'osei',
  personId: 'osei',
  roleKey: practiceLead.key,
  practiceCode: riverside.code,
  locality: null,
  about: null,
  reason: null,
  ...changes,
});

describe('history', () => {
  it('adds up to who holds what, and whether it is confirmed', () => {
    const asked = change('role_asked');
    const held = {
      personId: 'osei',
      roleKey: 'practice_lead',
      practiceCode: riverside.code,
      locality: null,
    };
    expect(replay([asked])).toEqual([{ ...held, confirmed: false }]);
    expect(replay([asked, change('role_confirmed')])).toEqual([{ ...held, confirmed: true }]);
    expect(replay([change('role_claimed'), change('role_lapsed')])).toEqual([
      { ...held, confirmed: false },
    ]);
    expect(replay([change('role_claimed'), change('role_released')])).toEqual([]);
    expect(
      replay([
        change('role_claimed'),
        change('role_ended', { reason: 'handed_over' }),
        change('role_claimed', { personId: 'morgan' }),
      ]),
    ).toEqual([{ ...held, personId: 'morgan', confirmed: true }]);
  });

  it('is told in sentences, with names of those who are still here', () => {
    const facts = {
      names: new Map([['osei', 'Dr Amara Osei']]),
      roles: register().roles,
      practices: register().practices,
      words: settings,
    };
    const say = (line: Change) => describeChange(line, facts, monday);
    expect(say(change('role_claimed'))).toBe(
      'Monday 7 September at 09:00: Dr Amara Osei took Practice lead for Riverside Surgery.',
    );
    expect(say(change('role_ended', { personId: 'gone', reason: 'account_deactivated' }))).toBe(
      'Monday 7 September at 09:00: somebody who has left is no longer Practice lead for ' +
        'Riverside Surgery: their Slack account was deactivated.',
    );
    expect(say(change('lead_added', { actorId: null }))).toContain(
      'became an engagement lead, by the person who runs the bot',
    );
  });
});
