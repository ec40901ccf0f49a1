// Something a person asked for and cannot have, as a value: a code for the program, and plain words
// for the person that say why and what to do. Anything thrown is a bug.

/** Why something was refused: what callers and tests look at. */
export type RefusalCode =
  // who asks, and of whom
  | 'account_unfit'
  | 'account_second'
  | 'not_confirmed'
  | 'not_allowed'
  | 'is_self'
  | 'name_ambiguous'
  | 'name_unknown'
  | 'colleague_not_on_list'
  | 'person_gone'
  // days and times
  | 'day_missing'
  | 'day_passed'
  | 'days_reversed'
  | 'too_far_ahead'
  | 'no_working_day'
  // roles and seats
  | 'practice_moved'
  | 'practice_closed'
  | 'not_on_list'
  | 'wrong_locality'
  | 'wrong_profession'
  | 'already_held'
  | 'role_full'
  | 'role_gone'
  | 'seat_gone'
  | 'seat_taken'
  // requests
  | 'request_withdrawn'
  | 'request_answered'
  | 'request_lapsed'
  | 'invited_recently'
  | 'nobody_reachable'
  // the catalogue of roles, and settings
  | 'title_taken'
  | 'title_invalid'
  | 'seats_invalid'
  | 'seats_held'
  | 'term_invalid'
  | 'role_permanent'
  | 'role_held'
  | 'setting_unknown'
  | 'setting_invalid'
  | 'window_reversed'
  // writing a survey
  | 'no_questions'
  | 'too_many_questions'
  | 'question_repeated'
  | 'question_mark_missing'
  | 'question_mark_repeated'
  | 'question_empty'
  | 'comment_repeated'
  | 'comment_empty'
  | 'scale_invalid'
  | 'scale_ends_invalid'
  | 'answer_empty'
  | 'answer_repeated'
  | 'too_few_answers'
  | 'too_many_answers'
  | 'text_missing'
  | 'text_too_long'
  | 'template_gone'
  | 'template_and_questions'
  // sending and answering it
  | 'audience_empty'
  | 'audience_unreachable'
  | 'audience_too_small'
  | 'closes_before_opening'
  | 'closes_before_sending'
  | 'closes_too_late'
  | 'overlaps_next'
  | 'planner_gone'
  | 'round_closed'
  | 'answer_unknown'
  // wins
  | 'own_win'
  | 'own_practice'
  | 'no_practice';

export type Refusal = { readonly code: RefusalCode; readonly refused: string };

/** @param words - a sentence or two for the person who asked: why not, and what to do. */
export const refuse = (code: RefusalCode, words: string): Refusal => ({ code, refused: words });

export const isRefusal = (decision: unknown): decision is Refusal =>
  typeof decision === 'object' && decision !== null && 'refused' in decision;
