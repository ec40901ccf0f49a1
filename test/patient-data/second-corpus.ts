// Comments written by hand in other styles than the generator's, before the check was mended for
// them (“later”: after the first mending). Whoever mends looks at the failing lines of these two
// only; nobody looks at those of “held-out”.
import { readFileSync } from 'node:fs';
import type { Comment } from './corpus.ts';

type Part = 'development' | 'later' | 'held-out';

/** Names alone and stories, which nobody promises to find. */
const NOT_PROMISED = ['name_alone', 'story'];

const read = (part: Part, end: 'to-refuse' | 'to-take'): Comment[] =>
  readFileSync(new URL(`second-corpus/${part}-${end}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, kind = '', text = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
      return { kind, text };
    });

const isPromised = ({ kind }: Comment) => !NOT_PROMISED.includes(kind);

export const toRefuse = (part: Part) => read(part, 'to-refuse').filter(isPromised);
export const notPromised = (part: Part) =>
  read(part, 'to-refuse').filter((comment) => !isPromised(comment));
export const toTake = (part: Part) => read(part, 'to-take');
