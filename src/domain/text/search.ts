// Forgiving search: part of a name is enough, and so is a name with a typing error.
import MiniSearch from 'minisearch';

/** Something people look for: its name, and other words they use for it. */
export type Findable = { readonly name: string; readonly also?: readonly string[] };

/**
 * What the words could mean, best first. An exact name or other word wins alone. `errors`: how much
 * of a word may be wrong.
 */
export const search = <T extends Findable>(
  things: readonly T[],
  words: string,
  errors = 0.2,
): T[] => {
  const wanted = normal(words);
  if (!wanted) return [];
  const exact = things.filter(({ name, also = [] }) =>
    [name, ...also].some((term) => normal(term) === wanted),
  );
  return exact.length > 0 ? exact : similar(things, wanted, errors);
};

const similar = <T extends Findable>(things: readonly T[], wanted: string, errors: number): T[] => {
  // short words must be right, or “gp” would find everything
  const fuzzy = (term: string) => (term.length > 3 ? errors : false);
  const index = new MiniSearch({
    fields: ['name', 'also'],
    searchOptions: { prefix: true, fuzzy, boost: { name: 2 } },
  });
  index.addAll(
    things.map(({ name, also = [] }, id) => ({
      id,
      name: normal(name),
      also: normal(also.join(' ')),
    })),
  );
  const everyWord = index.search(wanted, { combineWith: 'AND' });
  const hits = everyWord.length > 0 ? everyWord : index.search(wanted);
  const best = hits[0]?.score ?? 0;
  return hits.filter(({ score }) => score >= best / 2).flatMap(({ id }) => things[id] ?? []);
};

const normal = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
