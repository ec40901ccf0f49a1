import type { Visitor } from '../sandbox/visitor.ts';

export type DemoContext = {
  as(name: string): Visitor;
  everyone: readonly Visitor[];
  /** To a day of the story, counted in weeks from its first Monday, and a time of day. */
  until(week: number, day: number, time: string): Promise<void>;
  /** That day as a form takes it. */
  day(week: number, day: number): string;
};
