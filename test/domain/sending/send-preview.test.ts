import { describe, expect, it } from 'vitest';
import type { Reservation } from '../../../src/domain/sending/capacity.ts';
import { describeCost, previewSending } from '../../../src/domain/sending/send-preview.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { monday, morgan, osei, person, riverside, settings } from '../../world.ts';

describe('what asking costs, said beforehand', () => {
  const busy: Reservation = { dueAt: addDays(monday, 1), slot: 1, seconds: 30 };
  const ask = (
    people = [osei, morgan],
    reservations = new Map<string, Reservation[]>(),
    before = addDays(monday, 14),
  ) => previewSending({ people, seconds: 30, reservations, before }, settings, monday);

  it('people, seconds, members’ minutes and the moment', () => {
    const preview = ask(
      Array.from({ length: 43 }, (_, index) => person(`Dr ${index}`, [riverside])),
    );
    expect('asked' in preview && describeCost(preview, monday)).toEqual([
      'This asks 43 people for 30 seconds each, 22 minutes of members’ time in all.',
      'It goes out today at 12:45.',
    ]);
  });

  it('those with no room this week get it later, and that is said', () => {
    const preview = ask([osei, morgan], new Map([[osei.id, [busy]]]));
    expect('asked' in preview && describeCost(preview, monday)).toContain(
      '1 person gets it later: their week is full, they are away, or they asked for quiet.',
    );
  });

  it('those with no room before it closes are not asked, and that is said', () => {
    const preview = ask([osei, morgan], new Map([[osei.id, [busy]]]), addDays(monday, 4));
    expect('asked' in preview && describeCost(preview, monday)).toContain(
      '1 person has no room before it closes and will not be asked.',
    );
  });

  it('people without a Slack account are not asked, and that is said', () => {
    const preview = ask([osei, { ...morgan, slackId: null }]);
    expect('asked' in preview && describeCost(preview, monday)).toContain(
      '1 person has no Slack account here yet and will not be asked.',
    );
  });

  it('an empty audience is refused', () =>
    expect(ask([])).toMatchObject({ code: 'audience_empty' }));

  it('a closing before anyone may be written to is refused', () =>
    expect(ask([osei], new Map(), addDays(monday, 0))).toMatchObject({
      code: 'closes_before_sending',
    }));
});
