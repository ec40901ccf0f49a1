// How many people take part at each level, and that every practice is in.
import { peopleAt, unconfirmedMembers } from '../roles/register.ts';
import { capitalise, pluralise } from '../text/words.ts';
import type { SummaryFacts } from './facts.ts';
import type { Section } from './shapes.ts';

const levels = ['leadership', 'area_lead', 'practice_lead'] as const;

export const levelsOfInvolvement = ({ register, words }: SummaryFacts): Section => {
  const waiting = new Set(unconfirmedMembers(register));
  const members = register.members.filter((member) => !waiting.has(member));
  const rows = [
    ...levels.map((level) => ({
      name: capitalise(words[level]),
      people: peopleAt(register, level),
    })),
    { name: capitalise(words.everyday), people: members.length },
  ];
  const gps = members.filter(({ profession }) => profession === 'gp').length;
  return {
    title: 'Who takes part',
    shapes: [
      {
        shape: 'bars',
        title: 'People at each level',
        categories: rows.map(({ name }) => name),
        series: [{ name: 'People', values: rows.map(({ people }) => people) }],
      },
      {
        shape: 'text',
        lines: [
          rows.map(({ name, people }) => `${name}: ${people}`).join(' · '),
          `${pluralise(members.length, 'person', 'people')}` +
            `${waiting.size > 0 ? ` (and ${waiting.size} to be confirmed)` : ''} in ` +
            `${pluralise(register.practices.length, 'practice')}, ${gps} of them GPs. ` +
            'Everyone’s daily work is part of it.',
        ],
      },
    ],
  };
};
