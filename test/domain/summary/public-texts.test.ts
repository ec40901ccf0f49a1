import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummaryFacts } from '../../../src/domain/summary/facts.ts';
import { localityGroups } from '../../../src/domain/summary/seats.ts';
import { summarise, summariseOverTime } from '../../../src/domain/summary/sections.ts';
import type { Shape } from '../../../src/domain/summary/shapes.ts';
import { surveyTemplates } from '../../../src/domain/surveys/survey-templates.ts';
import type { Survey } from '../../../src/domain/surveys/surveys.ts';
import { overTimeMessage, summaryMessage } from '../../../src/slack/summary/summary-message.ts';
import { anyCcg } from '../../support/public-summaries.ts';

const all = (facts: SummaryFacts) => [...summarise(facts), ...summariseOverTime(facts)];
const messages = (facts: SummaryFacts) =>
  JSON.stringify([summaryMessage(facts), overTimeMessage(facts)]);
const shapes = (facts: SummaryFacts): Shape[] =>
  all(facts).flatMap((section) => [...section.shapes]);
const holds = (property: (facts: SummaryFacts) => void) => fc.assert(fc.property(anyCcg, property));

describe('what stands in the channel, whatever the CCG', () => {
  it('names no practice, no code of one, and nobody', () =>
    holds((facts) => {
      const said = messages(facts);
      const { practices, members } = facts.register;
      for (const { name, code } of practices) {
        expect(said).not.toContain(name);
        expect(said).not.toContain(`${code} `);
      }
      for (const { name, id } of members) {
        expect(said).not.toContain(name);
        expect(said).not.toContain(id);
      }
    }));

  it('says nothing of what fewer people answered than may be shown', () =>
    holds((facts) => {
      const shown = surveyTemplates
        .flatMap(({ questions }) => questions)
        .flatMap((question) => countsIn(facts, question));
      for (const counts of shown)
        expect(counts.reduce((sum, chosen) => sum + chosen, 0)).toBeGreaterThanOrEqual(10);
      const large = facts.rounds.filter(
        ({ turnout }) => turnout.filter(({ outcome }) => outcome === 'answered').length >= 10,
      );
      const pulse = summariseOverTime(facts).find(({ title }) => title === 'The pulse over time')
        ?.shapes[0];
      if (pulse?.shape === 'lines')
        expect(pulse.categories.length).toBeLessThanOrEqual(large.length);
    }));

  it('shows no replies of a group of fewer than five people', () =>
    holds((facts) => {
      const groups = [
        ...messages(facts).matchAll(/Of (\d+) (?:people with a role|others|people|practices):/g),
      ];
      for (const [, size] of groups) expect(Number(size)).toBeGreaterThanOrEqual(5);
    }));

  it('shows no locality of fewer than three practices, unless the CCG has no more', () =>
    holds((facts) => {
      const { practices } = facts.register;
      const sizes = localityGroups(facts.register, facts.words).map(({ codes }) => codes.length);
      for (const size of sizes) expect(size).toBeGreaterThanOrEqual(Math.min(3, practices.length));
    }));

  it('is in the order of the alphabet, with what was taken together and the sum at the end', () =>
    holds((facts) => {
      for (const shape of shapes(facts).filter(({ shape }) => shape === 'table')) {
        const names = shape.shape === 'table' ? shape.rows.slice(1).map(([name = '']) => name) : [];
        const localities = names.filter((name) => name.startsWith('Locality'));
        expect(localities).toEqual(localities.toSorted((a, b) => a.localeCompare(b)));
      }
    }));

  it('says every figure of a chart in words too', () =>
    holds((facts) => {
      for (const { shapes: drawn } of all(facts))
        for (const chart of drawn.filter(
          (shape) => shape.shape === 'bars' || shape.shape === 'lines',
        ))
          for (const figure of figuresIn(chart)) expect(wordsIn(drawn)).toContain(figure);
    }));
});

/** “Was it worth your time? Yes 12 · Partly 5 · No 2”, read back. */
const countsIn = (
  facts: SummaryFacts,
  { text, options }: Survey['questions'][number],
): number[][] => {
  const line = new RegExp(
    `${escaped(text)} ${options.map((option) => `${escaped(option)} (\\d+)`).join(' · ')}`,
    'g',
  );
  return [...messages(facts).matchAll(line)].map(([, ...counts]) => counts.map(Number));
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const figuresIn = (chart: Shape) =>
  chart.shape === 'bars' || chart.shape === 'lines'
    ? chart.series.flatMap(({ values }) => values.map(String))
    : [];

const wordsIn = (drawn: readonly Shape[]) =>
  drawn
    .flatMap((shape) =>
      shape.shape === 'text' ? shape.lines : shape.shape === 'table' ? shape.rows.flat() : [],
    )
    .join(' ')
    .match(/\d+/g) ?? [];
