// Everything people can type, tap and submit. A new one is written in its folder and named here.
import { addComment } from './actions/add-comment.ts';
import { answer } from './actions/answer.ts';
import { answerAgain } from './actions/answer-again.ts';
import { claimSeat } from './actions/claim-seat.ts';
import { confirmMember, confirmSeat } from './actions/confirm.ts';
import { goQuiet } from './actions/go-quiet.ts';
import { leaveAction } from './actions/leave.ts';
import { postSummary } from './actions/post-summary.ts';
import { releaseSeat } from './actions/release-seat.ts';
import { done, notNow } from './actions/reply.ts';
import { showPrompt } from './actions/show-prompt.ts';
import { showResults } from './actions/show-results.ts';
import { claim } from './commands/claim.ts';
import { helpFrom } from './commands/help.ts';
import { join } from './commands/join.ts';
import { leave } from './commands/leave.ts';
import { me } from './commands/me.ts';
import { privacy } from './commands/privacy.ts';
import { quiet } from './commands/quiet.ts';
import { release } from './commands/release.ts';
import { remind } from './commands/remind.ts';
import { summary } from './commands/summary.ts';
import { survey } from './commands/survey.ts';
import { vacancies } from './commands/vacancies.ts';
import { who } from './commands/who.ts';
import { claimForm } from './forms/claim.ts';
import { commentForm } from './forms/comment.ts';
import { findPracticeForm, joinPracticeForm } from './forms/join.ts';
import { remindForm, remindSendForm } from './forms/remind.ts';
import { surveyForm, surveySendForm } from './forms/survey.ts';
import type { Form } from './forms.ts';
import type { Action, Command } from './visit.ts';

export const commands: readonly Command[] = [
  ...[claim, who, me, quiet, join, release, privacy, leave],
  ...[survey, remind, summary, vacancies],
  helpFrom(() => commands),
];

export const actions = [
  ...[claimSeat, releaseSeat, confirmSeat, confirmMember],
  ...[answer, answerAgain, addComment, notNow, done, showPrompt],
  ...[goQuiet, leaveAction, postSummary, showResults],
] as readonly Action[];

export const forms = [
  ...[claimForm, findPracticeForm, joinPracticeForm, commentForm],
  ...[surveyForm, surveySendForm, remindForm, remindSendForm],
] as readonly Form[];
