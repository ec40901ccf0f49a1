// Everything people can type, tap and submit. A new one is written in its folder and named here.
import { addComment } from './actions/add-comment.ts';
import { answer } from './actions/answer.ts';
import { answerAgain } from './actions/answer-again.ts';
import { changeSetting } from './actions/change-setting.ts';
import { chooseDays } from './actions/choose-days.ts';
import { chooseRole } from './actions/choose-role.ts';
import { claimSeat, takeOver } from './actions/claim-seat.ts';
import { closeLoop } from './actions/close-loop.ts';
import { confirmMember, confirmSeat } from './actions/confirm.ts';
import { endCover } from './actions/end-cover.ts';
import { endSeries } from './actions/end-series.ts';
import { goQuiet } from './actions/go-quiet.ts';
import { handOver, offerSeatTo } from './actions/hand-over.ts';
import { affirmInterests, declareInterest, endInterest } from './actions/interests.ts';
import { invitePractice } from './actions/invite-practice.ts';
import { leaveAction } from './actions/leave.ts';
import { lighterTouch } from './actions/lighter-touch.ts';
import { noteContact, undoContact } from './actions/note-contact.ts';
import { postSummary } from './actions/post-summary.ts';
import { postWin } from './actions/post-win.ts';
import { previewTap } from './actions/preview.ts';
import { releaseSeat } from './actions/release-seat.ts';
import { remindAgain } from './actions/remind-again.ts';
import { done, notForMe, notNow } from './actions/reply.ts';
import { accept, decline, stillMe } from './actions/reply-to-request.ts';
import { showFigures } from './actions/show-figures.ts';
import { showHistory } from './actions/show-history.ts';
import { showOverTime } from './actions/show-over-time.ts';
import { showPractice, showPractices } from './actions/show-practices.ts';
import { showPrompt } from './actions/show-prompt.ts';
import { sendResults, showResults, turnResults } from './actions/show-results.ts';
import { takeBackWin } from './actions/take-back-win.ts';
import { tapWin } from './actions/tap-win.ts';
import { withdrawAnswers } from './actions/withdraw-answers.ts';
import { claim } from './commands/claim.ts';
import { cover } from './commands/cover.ts';
import { handover } from './commands/handover.ts';
import { helpFrom } from './commands/help.ts';
import { history } from './commands/history.ts';
import { interests } from './commands/interests.ts';
import { join } from './commands/join.ts';
import { leave } from './commands/leave.ts';
import { me } from './commands/me.ts';
import { practices } from './commands/practices.ts';
import { privacy } from './commands/privacy.ts';
import { quiet } from './commands/quiet.ts';
import { release } from './commands/release.ts';
import { remind } from './commands/remind.ts';
import { results } from './commands/results.ts';
import { settings } from './commands/settings.ts';
import { share } from './commands/share.ts';
import { summary } from './commands/summary.ts';
import { survey } from './commands/survey.ts';
import { vacancies } from './commands/vacancies.ts';
import { who } from './commands/who.ts';
import { claimForm } from './forms/claim.ts';
import { closeLoopForm } from './forms/close-loop.ts';
import { commentForm } from './forms/comment.ts';
import { coverForm } from './forms/cover.ts';
import { handoverForm } from './forms/handover.ts';
import { interestForm } from './forms/interest.ts';
import { findPracticeForm, joinPracticeForm } from './forms/join.ts';
import { ownTimeForm } from './forms/own-time.ts';
import { remindForm, remindSendForm } from './forms/remind.ts';
import { chooseRoleForm, roleForm } from './forms/role.ts';
import { settingForm } from './forms/setting.ts';
import { shareForm } from './forms/share.ts';
import { shareSendForm } from './forms/share-send.ts';
import { surveyForm } from './forms/survey.ts';
import { surveySendForm } from './forms/survey-send.ts';
import type { Form } from './forms.ts';
import type { Action, Command } from './visit.ts';

export const commands: readonly Command[] = [
  ...[claim, who, me, quiet, join, release, handover, cover, interests, share, privacy, leave],
  ...[survey, remind, results, summary, vacancies, practices, settings, history],
  helpFrom(() => commands),
];

export const actions = [
  ...[claimSeat, releaseSeat, takeOver, handOver, offerSeatTo, confirmSeat, confirmMember],
  ...[accept, decline, stillMe, endCover, declareInterest, affirmInterests, endInterest],
  ...[answer, answerAgain, withdrawAnswers, addComment, notNow, notForMe, remindAgain, done, showPrompt],
  ...[goQuiet, chooseDays, lighterTouch],
  ...[leaveAction, postSummary, showOverTime, invitePractice, changeSetting, chooseRole, showHistory],
  ...[showResults, turnResults, sendResults, closeLoop],
  ...[showPractices, showPractice, noteContact, undoContact],
  ...[previewTap, endSeries],
  ...[tapWin, takeBackWin, postWin],
  ...[showFigures],
] as readonly Action[];

export const forms = [
  ...[claimForm, handoverForm, coverForm, interestForm, findPracticeForm, joinPracticeForm, commentForm, ownTimeForm],
  ...[settingForm, chooseRoleForm, roleForm],
  ...[surveyForm, surveySendForm, remindForm, remindSendForm, closeLoopForm],
  ...[shareForm, shareSendForm],
] as readonly Form[];
