// What a survey is: at most three closed questions and one optional comment, answered in one tap
// each.
import { z } from 'zod';
import { type Refusal, refuse } from '../refusal.ts';
import type { Unit } from './practice-unit.ts';

export const MAX_QUESTIONS = 3;

/**
 * In characters. Slack shows at most 75 on a button; five short answers fit beside each other on a
 * phone.
 */
export const surveyLimits = {
  question: 200,
  answer: 30,
  answers: { fewest: 2, most: 5 },
  comment: 150,
  title: 80,
} as const;

const answerSchema = z.string().min(1).max(surveyLimits.answer);

const questionSchema = z.object({
  text: z.string().min(1).max(surveyLimits.question),
  options: z.array(answerSchema).min(surveyLimits.answers.fewest).max(surveyLimits.answers.most),
  /** What the first and the last answer of a scale stand for. */
  ends: z.tuple([answerSchema, answerSchema]).optional(),
});

export const surveySchema = z.object({
  questions: z.array(questionSchema).min(1).max(MAX_QUESTIONS),
  /** The invitation to add a comment; empty where none is asked for. */
  comment: z.string().max(surveyLimits.comment),
});

export type Survey = z.infer<typeof surveySchema>;

export type Template = Survey & {
  readonly key: string;
  readonly title: string;
  /** One sentence for the lead who chooses it. */
  readonly about: string;
};

export type Round = {
  readonly id: string;
  readonly template: string;
  readonly title: string;
  readonly survey: Survey;
  readonly anonymous: boolean;
  /** Who answers: each person, or one lead for each practice. */
  readonly unit: Unit;
  /** The smallest group whose answers may be shown. */
  readonly threshold: number;
  /** How often those who have not replied are asked again. */
  readonly chases: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
  /** The series it belongs to, where it is one of several. */
  readonly seriesId: string | null;
  /** “You said, we will”: what a lead answered to what members said, and when. */
  readonly response: string | null;
  readonly respondedAt: Date | null;
};

/**
 * Seconds that reading and tapping one closed question takes; an optional comment is the person's
 * own choice and costs nothing.
 */
const SECONDS_A_QUESTION = 10;

/** What a survey asks of each person, in seconds. */
export const secondsFor = (survey: Survey): number => survey.questions.length * SECONDS_A_QUESTION;

/** The first question without an answer, or none when all are answered. */
export const nextQuestion = (survey: Survey, answered: ReadonlySet<number>): number | undefined =>
  [...survey.questions.keys()].find((question) => !answered.has(question));

/** Whether a tap on an option may be counted now. */
export const decideAnswer = (
  round: Round,
  question: number,
  option: number,
  now: Date,
): 'count' | Refusal => {
  if (isClosed(round, now))
    return refuse(
      'round_closed',
      'This survey has closed, so nothing was saved. Thank you all the same.',
    );
  if (round.survey.questions[question]?.options[option] === undefined)
    return refuse(
      'answer_unknown',
      'That answer does not belong to this survey, so nothing was saved.',
    );
  return 'count';
};

export const isClosed = (round: Round, now: Date): boolean =>
  round.closedAt !== null || now >= round.closesAt;
