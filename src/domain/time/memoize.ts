/** More answers than this are not kept. */
const MAX_ENTRIES = 10_000;

/**
 * The same question may be asked for thousands of people at once: what depends on nothing but its
 * key is worked out once.
 */
export const memoize = <Key extends string | number, Answer>(
  answer: (key: Key) => Answer,
): ((key: Key) => Answer) => {
  const known = new Map<Key, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MAX_ENTRIES) known.clear();
    const worked = answer(key);
    known.set(key, worked);
    return worked;
  };
};
