import { describe, expect, it } from 'vitest';
import { wins } from '../../../src/domain/summary/wins.ts';
import {
  areaName,
  areasOf,
  decideTap,
  describeSpread,
  describeTapped,
  ownPractices,
  planIntroduction,
  refuseWin,
  type WinFacts,
} from '../../../src/domain/wins/wins.ts';
import {
  abbey,
  diabetesLead,
  haddad,
  harbour,
  monday,
  morgan,
  nair,
  osei,
  person,
  register,
  riverside,
  settings,
} from '../../world.ts';

const win: WinFacts & { authorId: string; practiceCode: string | null } = {
  what: 'We ring before the clinic',
  result: 'Fewer come twice.',
  practice: 'Riverside Surgery',
  area: 'Diabetes',
  author: osei.name,
  sharedAt: monday,
  interested: 0,
  practices: 0,
  authorId: osei.id,
  practiceCode: riverside.code,
};
const { practices, roles } = register();

describe('what is shared', () => {
  const draft = {
    what: win.what,
    result: win.result,
    practiceCode: riverside.code,
    areaKey: diabetesLead.key,
  };
  const choices = { practices: ownPractices(osei, practices), areas: areasOf(roles) };

  it('is a practice’s where its author works, or everybody’s', () => {
    expect(refuseWin(draft, choices)).toBeUndefined();
    expect(refuseWin({ ...draft, practiceCode: null, areaKey: null }, choices)).toBeUndefined();
    expect(refuseWin({ ...draft, practiceCode: abbey.code }, choices)).toEqual({
      place: expect.stringContaining('where you work'),
    });
  });

  it('says what was done and what came of it; what is wrong is said beside its own field', () =>
    expect(
      Object.keys(
        refuseWin(
          { what: 'We', result: '', practiceCode: 'X', areaKey: 'leadership:chair' },
          choices,
        ) ?? {},
      ),
    ).toEqual(['what', 'result', 'place', 'area']));

  it('is for no practice that has not confirmed its author', () =>
    expect(ownPractices(person('Dr New', [riverside], { confirmed: false }), practices)).toEqual(
      [],
    ));

  it('belongs to an area by its name, not its lead’s title', () =>
    expect(areaName(diabetesLead)).toBe('Diabetes'));
});

describe('a tap', () => {
  const tap = (kind: 'interested' | 'does_too', who = haddad, about = win) =>
    decideTap(kind, { win: about, person: who, practices });

  it('counts for the practice of whoever taps', () =>
    expect(tap('does_too')).toEqual({ practiceCode: abbey.code }));

  it('on one’s own win does nothing, kindly', () =>
    expect(tap('interested', osei)).toMatchObject({
      code: 'own_win',
      refused: expect.stringContaining('You shared this yourself'),
    }));

  it(
    '“We do this too” adds no practice to the one that shared it, and none for people without ' +
      'one',
    () => {
      expect(tap('does_too', morgan)).toMatchObject({
        code: 'own_practice',
        refused: expect.stringContaining('Riverside Surgery, so it counts already'),
      });
      expect(tap('does_too', nair)).toMatchObject({
        code: 'no_practice',
      });
      expect(tap('does_too', morgan, { ...win, practiceCode: null })).toEqual({
        practiceCode: riverside.code,
      });
      expect(tap('does_too', person('Dr Both', [riverside, harbour]))).toEqual({
        practiceCode: harbour.code,
      });
    },
  );

  it('“Interested” is open to those without a practice', () =>
    expect(tap('interested', nair)).toEqual({ practiceCode: null }));

  it('is answered with who is told of whom, or that nobody is', () => {
    expect(describeTapped('interested', 'noted', win)).toContain(
      'Dr Amara Osei will be told your name and practice',
    );
    expect(describeTapped('interested', 'noted', { ...win, author: null })).toContain(
      'no longer here to be told',
    );
    expect(describeTapped('does_too', 'noted', win)).toContain('counted, and not named');
    expect(describeTapped('interested', 'taken back', win)).toBe(
      'Taken back. Tap once more if you think again.',
    );
    expect(describeTapped('interested', 'taken back, but told', win)).toBe(
      'Taken back. Dr Amara Osei has been told your name already.',
    );
  });
});

describe('the introduction to the author', () => {
  const plan = (now: string, who = osei) => planIntroduction(settings, new Date(now))(who, []);

  it('waits for the next sending window, so that all who tap before are in one message', () => {
    expect(plan('2026-09-07T08:00:00Z').dueAt).toEqual(new Date('2026-09-07T11:45:00Z'));
    expect(plan('2026-09-07T15:00:00Z').dueAt).toEqual(new Date('2026-09-08T11:45:00Z'));
  });

  it('waits for tomorrow’s where today’s has begun', () =>
    expect(plan('2026-09-07T11:50:00Z').dueAt).toEqual(new Date('2026-09-08T11:45:00Z')));

  it('keeps to the author’s quiet time, and takes no place of their week’s limit', () => {
    const quietUntil = new Date('2026-09-15T00:00:00Z');
    expect(plan('2026-09-07T08:00:00Z', { ...osei, quietUntil })).toEqual({
      dueAt: new Date('2026-09-15T11:45:00Z'),
      week: '2026-09-14',
      slot: 100,
      reason: 'quiet',
    });
  });
});

describe('how far it has spread', () => {
  it('is said in words, and not at all while there is nothing to say', () => {
    expect(describeSpread({ interested: 3, practices: 2 })).toBe(
      '3 people are interested; 2 practices do this too',
    );
    expect(describeSpread({ interested: 1, practices: 0 })).toBe('1 person is interested');
    expect(describeSpread({ interested: 0, practices: 1 })).toBe('1 practice does this too');
    expect(describeSpread({ interested: 0, practices: 0 })).toBe('');
  });
});

describe('wins in the summary', () => {
  const say = (all: readonly WinFacts[]) => wins({ wins: all, now: monday, words: settings });
  const later = (what: string, days: number, spread = 0): WinFacts => ({
    ...win,
    what,
    practice: null,
    area: null,
    interested: spread,
    sharedAt: new Date(monday.getTime() - days * 86_400_000),
  });

  it('are not there while nobody has shared any', () => expect(say([])).toBeUndefined());

  it('say what, where, what came of it and how far it has spread', () =>
    expect(say([{ ...win, result: 'Fewer come twice', practices: 2 }])).toEqual({
      title: 'What works',
      shapes: [
        {
          shape: 'text',
          lines: [
            '“We ring before the clinic” (Riverside Surgery, Diabetes, Monday 7 September): ' +
              'Fewer come twice. 2 practices do this too.',
          ],
        },
      ],
    }));

  it('stand newest first however far each has spread, and the latest five only', () => {
    const all = [
      later('Six', 6, 90),
      later('One', 1),
      later('Three', 3, 5),
      later('Two', 2),
      later('Five', 5),
      later('Four', 4),
    ];
    const [shape] = say(all)?.shapes ?? [];
    const lines = shape?.shape === 'text' ? shape.lines : [];
    expect(lines.map((line) => /“(.*?)”/.exec(line)?.[1])).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
    ]);
  });
});
