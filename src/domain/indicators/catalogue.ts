// Which figures a CCG keeps: two that every CCG has, and those of its own setting, each written
// “id=Name|kind|side”.
import { z } from 'zod';

export const indicatorKinds = ['proportion', 'rate', 'ratio'] as const;
export const indicatorSides = ['higher', 'both'] as const;

export type Indicator = {
  /** As files name it. */
  readonly id: string;
  readonly name: string;
  /** Counted out of those who could be; per 1,000 patients; or beside what was expected. */
  readonly kind: (typeof indicatorKinds)[number];
  /** Above which limits it is worth a conversation: the higher only, or either. */
  readonly side: (typeof indicatorSides)[number];
};

const everyCcg: readonly Indicator[] = [
  { id: 'emergency_admissions', name: 'Emergency admissions', kind: 'rate', side: 'higher' },
  { id: 'prescribing', name: 'Prescribing', kind: 'proportion', side: 'both' },
];

const indicatorSchema = z.object({
  id: z.string().regex(/^[a-z0-9_]{1,40}$/),
  name: z.string().regex(/^[^,;]{2,60}$/),
  kind: z.enum(indicatorKinds),
  side: z.enum(indicatorSides),
});

/** A line of the setting as an indicator; undefined where it does not read as one. */
export const readIndicator = (line: string): Indicator | undefined => {
  const [, id, name, kind, side] =
    /^([^=]*)=([^|]*)\|([^|]*)\|([^|]*)$/.exec(line)?.map((part) => part.trim()) ?? [];
  const lowered = { id: id?.toLowerCase(), kind: kind?.toLowerCase(), side: side?.toLowerCase() };
  return indicatorSchema.safeParse({ ...lowered, name }).data;
};

/** All indicators of a CCG, by name. Its own line takes the place of one that every CCG has. */
export const indicatorsOf = ({
  indicators,
}: {
  readonly indicators: readonly string[];
}): Indicator[] => {
  const own = indicators.flatMap((line) => readIndicator(line) ?? []);
  const all = new Map([...everyCcg, ...own].map((indicator) => [indicator.id, indicator]));
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
};
