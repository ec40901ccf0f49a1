// How many people take part at each level, and that every practice is in.
import { peopleAt } from '../roles/register.ts';
import { capitalise, pluralise } from '../text/words.ts';
import type { SummaryFacts } from './facts.ts';
import type { Section } from './shapes.ts';

const levels = ['leadership', 'area_lead', 'practice_lead'] as const;

export const levelsOfInvolvement = ({ register, words }: SummaryFacts): Section => {
  const rows = [
    ...levels.map((level) => ({
      name: capitalise(words[level]),
      people: peopleAt(register, level),
    })),
    { name: capitalise(words.everyday), people: register.members.length },
  ];
  const gps = register.members.filter(({ profession }) => profession === 'gp').length;
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
          `${pluralise(register.members.length, 'person', 'people')} in ` +
            `${pluralise(register.practices.length, 'practice')}, ${gps} of them GPs. ` +
            'Everyone’s daily work is part of it.',
        ],
      },
    ],
  };
};
