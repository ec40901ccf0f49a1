import { describe, expect, it } from 'vitest';
import type { SurveyAsking } from '../../../src/domain/sending/series.ts';
import type { RoundFacts, SummaryFacts } from '../../../src/domain/summary/facts.ts';
import { opening } from '../../../src/domain/summary/headline.ts';
import { localityGroups } from '../../../src/domain/summary/seats.ts';
import { summarise, summariseOverTime } from '../../../src/domain/summary/sections.ts';
import type { Shape } from '../../../src/domain/summary/shapes.ts';
import {
  chair,
  diabetesLead,
  haddad,
  holding,
  monday,
  morgan,
  osei,
  person,
  practice,
  practiceLead,
  register,
  riverside,
  round,
  settings,
  summaryFacts,
} from '../../world.ts';

const practices = ['Fernbridge', 'Harbourside', 'The Wolds'].flatMap((locality) =>
  [1, 2, 3, 4].map((number) =>
    practice(`${locality}-${number}`, `${locality} ${number}`, locality),
  ),
);
const people = practices.map(({ name }, index) =>
  person(`Dr ${name}`, [practices[index] ?? riverside]),
);
const world = register({
  practices,
  members: [...people, osei, morgan, haddad],
  holdings: [
    holding(practiceLead, osei, 1, { practiceCode: 'Fernbridge-1' }),
    holding(practiceLead, morgan, 2, { practiceCode: 'Fernbridge-1' }),
    holding(diabetesLead, haddad, 1),
    holding(chair, haddad, 1),
  ],
});
const closed = (turnout: RoundFacts['turnout'], counts = [20, 5, 3, 2]): RoundFacts => ({
  ...round({ closedAt: monday }),
  turnout,
  results: [
    { question: 0, cut: 'all', groups: [{ group: 'everyone', shown: { kind: 'counts', counts } }] },
  ],
});
const facts = (changes: Partial<SummaryFacts> = {}) =>
  summaryFacts({ register: world, ...changes });
const inWords = (given: SummaryFacts) =>
  summarise(given)
    .flatMap(({ title, shapes }) => [title, ...shapes.flatMap(words)])
    .join('\n');
const words = (shape: Shape) =>
  shape.shape === 'text'
    ? shape.lines
    : shape.shape === 'table'
      ? shape.rows.map((row) => row.join(' | '))
      : [];

describe('the summary', () => {
  it('counts people at each level once, however many seats they hold', () =>
    expect(inWords(facts())).toContain(
      'Leadership: 1 · Clinical area lead: 1 · Practice lead: 2 · Everyday: 15',
    ));

  it('counts practices with a lead by locality, in alphabetical order', () => {
    expect(inWords(facts())).toContain(
      'Fernbridge | 4 | 1 | 2 of 8\nHarbourside | 4 | 0 | 0 of 8\nThe Wolds | 4 | 0 | 0 of ' +
        '8\nAll | 12 | 1 | 2 of 24',
    );
    expect(inWords(facts())).toContain('Free seats: 22 for practice leads');
  });

  it('reports role holders and others apart, and “not now” as an answer', () => {
    const holders = [osei, morgan, haddad].map(({ id }) => ({
      personId: id,
      outcome: 'answered' as const,
    }));
    const withRole = [
      ...holders,
      ...holders.map(({ personId }) => ({ personId, outcome: 'answered' as const })),
    ];
    const others = people.slice(0, 6).map(({ id }, index) => ({
      personId: id,
      outcome: index < 2 ? ('not_now' as const) : ('waiting' as const),
    }));
    const text = inWords(facts({ rounds: [closed([...withRole, ...others])] }));
    expect(text).toContain('Of 6 people with a role: 6 answered, 0 said not now, 0 no reply');
    expect(text).toContain('Of 6 others: 0 answered, 2 said not now, 4 no reply');
  });

  it('does not split a round where one of the groups is so small that it would point at people', () => {
    const turnout = [
      { personId: osei.id, outcome: 'waiting' as const },
      ...people.slice(0, 6).map(({ id }) => ({ personId: id, outcome: 'answered' as const })),
    ];
    expect(inWords(facts({ rounds: [closed(turnout)] }))).toContain(
      'Of 7 people: 6 answered, 0 said not now, 1 no reply',
    );
  });

  it('says what was heard in the latest round that has closed', () => {
    const text = inWords(
      facts({ rounds: [{ ...closed([]), closedAt: null, results: null }, closed([])] }),
    );
    expect(text).toContain(
      'Do you know what we are trying to do this year? Yes, very much 20 · Mostly 5 · Not ' +
        'really 3 · Not at all 2',
    );
  });

  it('names nobody and no practice', () => {
    const text = inWords(
      facts({
        rounds: [closed(people.map(({ id }) => ({ personId: id, outcome: 'waiting' as const })))],
      }),
    );
    for (const { name } of [...people, ...practices, osei]) expect(text).not.toContain(name);
  });

  it('has every figure of a chart in its text or table too', () => {
    for (const { shapes } of summarise(facts())) {
      const text = shapes.flatMap(words).join('\n');
      const figures = shapes.flatMap((shape) =>
        shape.shape === 'bars' ? shape.series.flatMap(({ values }) => values) : [],
      );
      for (const figure of figures) expect(text).toMatch(new RegExp(`\\b${figure}\\b`));
    }
  });
});

describe('localities in public', () => {
  const groups = (...sizes: number[]) =>
    localityGroups(
      {
        practices: sizes.flatMap((size, index) =>
          Array.from({ length: size }, (_, number) =>
            practice(`${index}-${number}`, 'x', `L${index}`),
          ),
        ),
      },
      settings,
    ).map(({ name, codes }) => [name, codes.length]);

  it('of three practices or more are shown, in alphabetical order', () =>
    expect(groups(3, 5, 4)).toEqual([
      ['L0', 3],
      ['L1', 5],
      ['L2', 4],
    ]));
  it('of fewer are taken together', () =>
    expect(groups(4, 2, 1)).toEqual([
      ['L0', 4],
      ['Smaller localities', 3],
    ]));
  it('of fewer, alone, are joined by the next smallest', () =>
    expect(groups(4, 5, 1)).toEqual([
      ['L1', 5],
      ['Smaller localities', 5],
    ]));

  it('begins with what has changed in a month', () => {
    const led = (withLeadBefore: number, ...codes: string[]) =>
      opening(
        facts({
          withLeadBefore,
          register: register({
            practices,
            holdings: codes.map((practiceCode) => holding(practiceLead, osei, 1, { practiceCode })),
          }),
        }),
      );
    const [first, second] = ['Fernbridge-1', 'Harbourside-1'] as const;
    expect(led(0, first, second)).toBe(
      'Two more practices have a lead than in August; 2 of 12 now do.',
    );
    expect(led(1, first, second)).toBe(
      'One more practice has a lead than in August; 2 of 12 now do.',
    );
    expect(led(2, first, second)).toBe('2 of 12 practices have a lead, as in August.');
    expect(led(12, first)).toBe('1 of 12 practices has a lead, 11 fewer than in August.');
  });

  it('says how much of members’ time was asked for, beside what may be', () =>
    expect(
      inWords(
        facts({ asked: { since: new Date('2026-08-07T08:00:00Z'), people: 38, seconds: 1330 } }),
      ),
    ).toContain(
      'Since Friday 7 August we have asked 38 members for 22 minutes in all: 35 seconds each ' +
        'on average, of at most 3 minutes a month.',
    ));

  it('says which surveys are open and which come within a month, and nothing of reminders', () => {
    const everyone = { kind: 'everyone' } as const;
    const survey = { kind: 'survey', title: 'After our meeting' } as SurveyAsking;
    const planned = [
      {
        asking: survey,
        audience: everyone,
        repeat: 'monthly' as const,
        firstAt: new Date('2026-09-14T08:00:00Z'),
        nextAt: new Date('2026-09-14T08:00:00Z'),
      },
      {
        asking: survey,
        audience: everyone,
        repeat: 'once' as const,
        firstAt: new Date('2026-12-14T09:00:00Z'),
        nextAt: new Date('2026-12-14T09:00:00Z'),
      },
      {
        audience: everyone,
        asking: {
          kind: 'reminder',
          text: 'Send your rota',
          link: null,
          days: null,
          named: false,
        } as const,
        repeat: 'once' as const,
        firstAt: new Date('2026-09-15T08:00:00Z'),
        nextAt: new Date('2026-09-15T08:00:00Z'),
      },
    ];
    const section = summarise(
      facts({ planned, rounds: [{ ...closed([]), closedAt: null, results: null }] }),
    ).at(-1);
    expect(section).toEqual({
      title: 'Coming up',
      shapes: [
        {
          shape: 'text',
          lines: [
            '“After our meeting” opens on Monday 14 September, every month on the 14th',
            '“How are we doing?” is open until Monday 21 September',
          ],
        },
      ],
    });
  });
});

describe('in public', () => {
  const [fernbridge, harbourside] = [people.slice(0, 4), people.slice(4, 8)];
  const answeredBy = (...who: typeof people) =>
    who.map(({ id }) => ({ personId: id, outcome: 'answered' as const }));

  it('nothing is said of a survey that reached only a practice or two', () => {
    const crowd = Array.from({ length: 6 }, () => answeredBy(...fernbridge.slice(0, 2))).flat();
    expect(inWords(facts({ rounds: [closed(crowd)] }))).not.toContain('How are we doing?');
    expect(
      inWords(facts({ rounds: [closed([...crowd, ...answeredBy(...harbourside)])] })),
    ).toContain('How are we doing?');
  });

  it('nothing is said of a survey for one practice, reached or still to come', () => {
    const audience = { kind: 'everyone', practiceCode: 'Fernbridge-1' } as const;
    const survey = { kind: 'survey', title: 'Only for you' } as SurveyAsking;
    const soon = new Date('2026-09-14T08:00:00Z');
    const planned = [
      { asking: survey, audience, repeat: 'once' as const, firstAt: soon, nextAt: soon },
    ];
    const rounds = [{ ...closed([]), title: 'Only for you', closedAt: null, audience }];
    expect(inWords(facts({ planned, rounds }))).not.toContain('Only for you');
  });
});

describe('what we heard', () => {
  const named = (...counts: number[]) => ({ ...closed([], counts), anonymous: false });

  it(
    'holds a named round to the same rules: fewer answers than may be shown are passed over ' +
      'for the round before',
    () => {
      const text = inWords(
        facts({
          rounds: [{ ...named(5, 1, 0, 0), title: 'After our meeting' }, named(12, 3, 2, 1)],
        }),
      );
      expect(text).not.toContain('After our meeting\n');
      expect(text).toContain('Yes, very much 12 · Mostly 3 · Not really 2 · Not at all 1');
    },
  );

  it('says “nearly all” of a named round where its counts would be everybody’s answers', () =>
    expect(inWords(facts({ rounds: [named(11, 0, 0, 0)] }))).toContain(
      'Nearly all said: Yes, very much',
    ));
});

describe('the summary over time', () => {
  const results = (...questions: number[][]) =>
    questions.map((counts, question) => ({
      question,
      cut: 'all' as const,
      groups: [{ group: 'everyone', shown: { kind: 'counts' as const, counts } }],
    }));
  const turnout = (
    withRole: RoundFacts['turnout'][number]['outcome'],
    others: RoundFacts['turnout'][number]['outcome'],
  ) => [
    ...world.holdings
      .slice(0, 1)
      .flatMap(({ person: { id } }) =>
        Array.from({ length: 5 }, () => ({ personId: id, outcome: withRole })),
      ),
    ...people.slice(0, 10).map(({ id }, index) => ({
      personId: id,
      outcome: index < 4 ? others : ('waiting' as const),
    })),
  ];
  const rounds = [
    {
      ...closed(turnout('answered', 'not_now')),
      closedAt: monday,
      results: results([6, 3, 1, 0], [5, 5, 0, 0], [2, 1, 1]),
    },
    {
      ...closed(turnout('waiting', 'answered')),
      closedAt: new Date('2026-06-08T08:00:00Z'),
      results: results([1, 2, 1, 0], [0, 0, 4, 0], [1, 3, 0]),
    },
  ];

  it('draws role holders and others apart, and the pulse, each with the same figures in a table', () => {
    const [participation, pulse] = summariseOverTime(facts({ rounds }));
    expect(participation?.shapes[0]).toMatchObject({
      shape: 'lines',
      categories: ['8 Jun 2026', '7 Sept 2026'],
      series: [
        { name: 'People with a role', values: [0, 100] },
        { name: 'Others', values: [40, 40] },
      ],
    });
    expect(participation?.shapes[1]).toMatchObject({
      rows: [
        ['Closed', 'People with a role', 'Others'],
        ['8 Jun 2026', '0%', '40%'],
        ['7 Sept 2026', '100%', '40%'],
      ],
    });
    expect(pulse?.shapes[0]).toMatchObject({
      series: [
        { name: 'Informed', values: [75, 90] },
        { name: 'Heard', values: [0, 100] },
        { name: 'Knows whom to call', values: [25, 50] },
      ],
    });
  });

  it(
    'leaves out rounds whose figures may not be shown, and says nothing until there are two to ' +
      'compare',
    () => {
      const [latest, first] = rounds;
      const hidden = {
        ...first,
        results: [
          { question: 0, cut: 'all', groups: [{ group: 'everyone', shown: { kind: 'hidden' } }] },
        ],
      };
      const told = summariseOverTime(
        facts({
          rounds: [
            latest,
            { ...hidden, turnout: turnout('answered', 'answered').slice(3) },
          ] as RoundFacts[],
        }),
      );
      expect(told).toEqual([]);
    },
  );
});
