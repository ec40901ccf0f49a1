// Everything people can type, tap and submit. A new one is written in its folder and named here.

import { helpFrom } from '../home/help.ts';
import { me } from '../home/me.ts';
import { practices } from '../indicators/practices.ts';
import { showFigures } from '../indicators/show-figures.ts';
import { showPractice, showPractices } from '../indicators/show-practices.ts';
import { availabilityForm } from '../people/availability-form.ts';
import { chooseDays } from '../people/choose-days.ts';
import { goQuiet } from '../people/go-quiet.ts';
import { join } from '../people/join.ts';
import { findPracticeForm, joinPracticeForm } from '../people/join-form.ts';
import { leave } from '../people/leave.ts';
import { leaveAction } from '../people/leave-action.ts';
import { lighterTouch } from '../people/lighter-touch.ts';
import { noteContact, undoContact } from '../people/note-contact.ts';
import { privacy } from '../people/privacy.ts';
import { quiet } from '../people/quiet.ts';
import { claim } from '../roles/claim.ts';
import { claimForm } from '../roles/claim-form.ts';
import { claimSeat, takeOver } from '../roles/claim-seat.ts';
import { confirmMember, confirmSeat } from '../roles/confirm.ts';
import { cover } from '../roles/cover.ts';
import { coverForm } from '../roles/cover-form.ts';
import { endCover } from '../roles/end-cover.ts';
import { handOver, offerSeatTo } from '../roles/hand-over.ts';
import { handover } from '../roles/handover.ts';
import { handoverForm } from '../roles/handover-form.ts';
import { history } from '../roles/history.ts';
import { interestForm } from '../roles/interest-form.ts';
import { interests } from '../roles/interests.ts';
import { affirmInterests, declareInterest, endInterest } from '../roles/interests-actions.ts';
import { invitePractice } from '../roles/invite-practice.ts';
import { release } from '../roles/release.ts';
import { releaseSeat } from '../roles/release-seat.ts';
import { accept, decline, stillMe } from '../roles/reply-to-request.ts';
import { showHistory } from '../roles/show-history.ts';
import { vacancies } from '../roles/vacancies.ts';
import { who } from '../roles/who.ts';
import { endSeries } from '../sending/end-series.ts';
import { previewTap } from '../sending/preview-button.ts';
import { remind } from '../sending/remind.ts';
import { snooze } from '../sending/remind-again.ts';
import { remindForm, remindSendForm } from '../sending/remind-form.ts';
import { done, notForMe, notNow } from '../sending/reply.ts';
import { showPrompt } from '../sending/show-prompt.ts';
import { changeSetting } from '../settings/change-setting.ts';
import { chooseRole } from '../settings/choose-role.ts';
import { chooseRoleForm, roleForm } from '../settings/role-form.ts';
import { settingForm } from '../settings/setting-form.ts';
import { settings } from '../settings/settings.ts';
import { postSummary } from '../summary/post-summary.ts';
import { showOverTime } from '../summary/show-over-time.ts';
import { summary } from '../summary/summary.ts';
import { addComment } from '../surveys/add-comment.ts';
import { answer } from '../surveys/answer.ts';
import { answerAgain } from '../surveys/answer-again.ts';
import { closeLoop } from '../surveys/close-loop.ts';
import { closeLoopForm } from '../surveys/close-loop-form.ts';
import { commentForm } from '../surveys/comment-form.ts';
import { results } from '../surveys/results.ts';
import { sendResults, showResults, turnResults } from '../surveys/show-results.ts';
import { survey } from '../surveys/survey.ts';
import { surveyForm } from '../surveys/survey-form.ts';
import { surveySendForm } from '../surveys/survey-send.ts';
import { withdrawAnswers } from '../surveys/withdraw-answers.ts';
import type { Form } from '../ui/modals.ts';
import { postWin } from '../wins/post-win.ts';
import { share } from '../wins/share.ts';
import { shareForm } from '../wins/share-form.ts';
import { shareSendForm } from '../wins/share-send.ts';
import { takeBackWin } from '../wins/take-back-win.ts';
import { tapWin } from '../wins/tap-win.ts';
import type { Command, Feature } from './feature.ts';
import { type Action, fromAction, fromForm } from './legacy.ts';

/** In the order of help. */
const oldCommands: readonly Command[] = [
  ...[claim, who, me, quiet, join, release, handover, cover, interests, share, privacy, leave],
  ...[survey, remind, results, summary, vacancies, practices, settings, history],
  helpFrom(() => commands),
];

const actions = [
  ...[claimSeat, releaseSeat, takeOver, handOver, offerSeatTo, confirmSeat, confirmMember],
  ...[accept, decline, stillMe, endCover, declareInterest, affirmInterests, endInterest],
  ...[answer, answerAgain, withdrawAnswers, addComment, notNow, notForMe, snooze, done, showPrompt],
  ...[goQuiet, chooseDays, lighterTouch],
  ...[
    leaveAction,
    postSummary,
    showOverTime,
    invitePractice,
    changeSetting,
    chooseRole,
    showHistory,
  ],
  ...[showResults, turnResults, sendResults, closeLoop],
  ...[showPractices, showPractice, noteContact, undoContact],
  ...[previewTap, endSeries],
  ...[tapWin, takeBackWin, postWin],
  ...[showFigures],
] as readonly Action[];

const forms = [
  ...[
    claimForm,
    handoverForm,
    coverForm,
    interestForm,
    findPracticeForm,
    joinPracticeForm,
    commentForm,
    availabilityForm,
  ],
  ...[settingForm, chooseRoleForm, roleForm],
  ...[surveyForm, surveySendForm, remindForm, remindSendForm, closeLoopForm],
  ...[shareForm, shareSendForm],
] as readonly Form[];

export const features: readonly Feature[] = [
  { commands: oldCommands, buttons: actions.map(fromAction), modals: forms.map(fromForm) },
];

export const commands = features.flatMap((feature) => feature.commands ?? []);
export const buttons = features.flatMap((feature) => feature.buttons ?? []);
export const modals = features.flatMap((feature) => feature.modals ?? []);
