// The words we send, all of them: product rules that hold for every sentence in domain and slack.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { surveyTemplates } from '../src/domain/surveys/survey-templates.ts';

const files = globSync('src/{domain,slack}/**/*.ts');
/** String literals that people could read: those with a space between words. */
/** Part of a regular expression, which nobody reads as a sentence. */
const isPattern = (text: string) => /\(\?[:!<=]|\\[bdps]/.test(text);
const sentences = files.flatMap((file) => {
  const code = readFileSync(file, 'utf8')
    .replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '')
    .replace(/\s\/\/ .*$/gm, '')
    .replace(/\/\*\*.*?\*\//gs, '');
  const literals = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, quoted, template]) => quoted ?? template ?? '',
  );
  return literals
    .filter((text) => /\p{L}\p{Ll}+ \p{L}/u.test(text) && !isPattern(text))
    .map((text) => ({ file, text: text.replace(/\$\{[^}]*\}/g, '…') }));
});
const saying = (pattern: RegExp) =>
  sentences.filter(({ text }) => pattern.test(text)).map(({ file, text }) => `${file}: ${text}`);

describe('every sentence we send', () => {
  it('is found by this test', () => {
    expect(sentences.length).toBeGreaterThan(150);
    expect(saying(/Who will see|Answers are counted without names/).length).toBeGreaterThan(0);
  });

  it('has no exclamation mark', () => expect(saying(/!(?!=)/)).toEqual([]));

  it('tells no clinician what to offer the patient in front of them', () =>
    expect(
      saying(
        /\b(prescribe|refer|admit|offer|treat|discharge)\b[^.]*\bpatients?\b|\bpatients?\b[^.]*\b(should|must|need to)\b|you (should|must) (prescribe|refer|admit|treat)/i,
      ),
    ).toEqual([]));

  it('forces nobody', () =>
    expect(
      saying(
        /\byou (must|have to|are required|are expected)\b|\bcompulsory\b|\bmandatory\b|\bfailed to (reply|answer|respond)\b/i,
      ),
    ).toEqual([]));

  it('ranks nobody and shames nobody', () =>
    expect(
      saying(
        /\bleague\b|\bbest practices?\b|\bworst\b|\btop \d|\bbottom \d|\bpoor(ly)?\b|\bunderperform|\blagging\b|\bnon-respon|\bdisengaged\b/i,
      ),
    ).toEqual([]));

  it('does not speak for the contract holder', () =>
    expect(saying(/\bbreach\b|\bremedial\b|\bsanction|\blist closure\b/i)).toEqual([]));

  it('is in British English', () =>
    expect(saying(/\b(organiz|color\b|behavior|center\b|summariz|recogniz)/i)).toEqual([]));
});

describe('every survey we offer', () => {
  it.each(surveyTemplates.map((template) => [template.title, template] as const))(
    '“%s” asks about the CCG, never about care of a patient',
    (_, { questions, comment }) => {
      for (const text of [
        comment,
        ...questions.flatMap((question) => [question.text, ...question.options]),
      ])
        expect(text).not.toMatch(/\bpatient/i);
    },
  );
});

describe('the organisation’s words', () => {
  it('stand in words.ts alone, where each CCG can set its own', () =>
    expect(
      saying(/\b(CCGs?|locality|localities|practice leads?|NHS England)\b/).filter(
        (line) => !/^src\/domain\/(text\/words|roles\/catalogue)\.ts/.test(line),
      ),
    ).toEqual([]));
});
