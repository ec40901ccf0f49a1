// Everything people can type, tap and submit. A new one is written in its folder and named here.

import { helpFrom } from '../home/help.ts';
import { me } from '../home/me.ts';
import { practices } from '../indicators/practices.ts';
import { showFigures } from '../indicators/show-figures.ts';
import { showPractice, showPractices } from '../indicators/show-practices.ts';
import { availability } from '../people/availability.ts';
import { contacts } from '../people/contacts.ts';
import { join } from '../people/join.ts';
import { leave } from '../people/leave.ts';
import { lighterTouch } from '../people/lighter-touch.ts';
import { privacy } from '../people/privacy.ts';
import { quiet } from '../people/quiet.ts';
import { claim } from '../roles/claim.ts';
import { confirm } from '../roles/confirm.ts';
import { cover } from '../roles/cover.ts';
import { handover } from '../roles/handover.ts';
import { history } from '../roles/history.ts';
import { interests } from '../roles/interests.ts';
import { release } from '../roles/release.ts';
import { requests } from '../roles/requests.ts';
import { takeover } from '../roles/takeover.ts';
import { vacancies } from '../roles/vacancies.ts';
import { who } from '../roles/who.ts';
import { endSeries } from '../sending/end-series.ts';
import { previewTap } from '../sending/preview-button.ts';
import { remind } from '../sending/remind.ts';
import { snooze } from '../sending/remind-again.ts';
import { remindForm, remindSendForm } from '../sending/remind-form.ts';
import { done, notForMe, notNow } from '../sending/reply.ts';
import { showPrompt } from '../sending/show-prompt.ts';
import { roleCatalogue } from '../settings/role-catalogue.ts';
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
import type { Feature } from './feature.ts';
import { type Action, fromAction, fromForm } from './legacy.ts';

const actions = [
  ...[answer, answerAgain, withdrawAnswers, addComment, notNow, notForMe, snooze, done, showPrompt],
  ...[postSummary, showOverTime],
  ...[showResults, turnResults, sendResults, closeLoop],
  ...[showPractices, showPractice],
  ...[previewTap, endSeries],
  ...[tapWin, takeBackWin, postWin],
  ...[showFigures],
] as readonly Action[];

const forms = [
  commentForm,
  ...[surveyForm, surveySendForm, remindForm, remindSendForm, closeLoopForm],
  ...[shareForm, shareSendForm],
] as readonly Form[];

/** Their commands are in this order in help. */
export const features: readonly Feature[] = [
  ...[claim, who, me, quiet, availability, join, release, handover, cover, interests],
  { commands: [share] },
  ...[privacy, leave],
  { commands: [survey, remind, results, summary] },
  vacancies,
  { commands: [practices] },
  ...[settings, roleCatalogue, history],
  helpFrom(() => commands),
  ...[takeover, requests, confirm, contacts, lighterTouch],
  { buttons: actions.map(fromAction), modals: forms.map(fromForm) },
];

export const commands = features.flatMap((feature) => feature.commands ?? []);
export const buttons = features.flatMap((feature) => feature.buttons ?? []);
export const modals = features.flatMap((feature) => feature.modals ?? []);
