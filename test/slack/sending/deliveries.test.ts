import { describe, expect, it } from 'vitest';
import { describeDeliveries } from '../../../src/slack/sending/deliveries-report.ts';
import { monday } from '../../world.ts';

type Given = Parameters<typeof describeDeliveries>[0][number];

const tuesday = new Date('2026-09-15T11:45:00Z');
const delivery = (
  state: Given['state'],
  reason: Given['reason'] = null,
  kind: Given['kind'] = 'invite',
): Given => ({
  kind,
  turn: 1,
  state,
  reason,
  dueAt: tuesday,
});
const sent = Array.from({ length: 41 }, () => delivery('sent'));

describe('a lead is told where the messages of a round stand', () => {
  it('what was sent, what waits until when and why, and what was not delivered and why', () => {
    const given = [
      ...sent,
      delivery('held', 'weekly_limit'),
      delivery('cancelled', 'account_deactivated'),
    ];
    expect(describeDeliveries(given, monday)).toBe(
      '41 sent, 1 held until Tuesday 15 September at 12:45 (weekly limit) and 1 not ' +
        'delivered (account deactivated).',
    );
  });

  it('what is no longer needed is not called undelivered', () => {
    const given = [
      ...sent,
      delivery('cancelled', 'replied'),
      delivery('cancelled', 'replied', 'chase'),
    ];
    expect(describeDeliveries(given, monday)).toBe('41 sent.');
  });

  it('what may have arrived is called neither sent nor lost', () =>
    expect(describeDeliveries([...sent, delivery('uncertain')], monday)).toBe(
      '41 sent and 1 that may have arrived.',
    ));
});
