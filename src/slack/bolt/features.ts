// Everything people can type, tap and submit. A new one is written in its folder and named here.

import { helpFrom } from '../home/help.ts';
import { me } from '../home/me.ts';
import { figures } from '../indicators/figures.ts';
import { practices } from '../indicators/practices.ts';
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
import { remind } from '../sending/remind.ts';
import { replies } from '../sending/reply.ts';
import { series } from '../sending/series.ts';
import { waitingPrompts } from '../sending/show-prompt.ts';
import { snooze } from '../sending/snooze.ts';
import { changeSetting } from '../settings/change-setting.ts';
import { chooseRole } from '../settings/choose-role.ts';
import { chooseRoleForm, roleForm } from '../settings/role-form.ts';
import { settingForm } from '../settings/setting-form.ts';
import { settings } from '../settings/settings.ts';
import { summary } from '../summary/summary.ts';
import { answers } from '../surveys/answers.ts';
import { closingTheLoop } from '../surveys/close-loop.ts';
import { comment } from '../surveys/comment.ts';
import { results } from '../surveys/results.ts';
import { survey } from '../surveys/survey.ts';
import type { Form } from '../ui/modals.ts';
import { sharedWins } from '../wins/own-wins.ts';
import { share } from '../wins/share.ts';
import { winReplies } from '../wins/tap-win.ts';
import type { Command, Feature } from './feature.ts';
import { type Action, fromAction, fromForm } from './legacy.ts';

const actions = [
  ...[claimSeat, releaseSeat, takeOver, handOver, offerSeatTo, confirmSeat, confirmMember],
  ...[accept, decline, stillMe, endCover, declareInterest, affirmInterests, endInterest],
  ...[goQuiet, chooseDays, lighterTouch, leaveAction],
  ...[invitePractice, changeSetting, chooseRole, showHistory, noteContact, undoContact],
] as readonly Action[];

const forms = [
  ...[claimForm, handoverForm, coverForm, interestForm, findPracticeForm, joinPracticeForm],
  ...[availabilityForm, settingForm, chooseRoleForm, roleForm],
] as readonly Form[];

const old = (...commands: readonly Command[]): Feature => ({ commands });

/** Commands are shown in help in this order. */
export const features: readonly Feature[] = [
  old(claim, who, me, quiet, join, release, handover, cover, interests),
  share,
  sharedWins,
  winReplies,
  old(privacy, leave),
  survey,
  answers,
  comment,
  remind,
  series,
  waitingPrompts,
  replies,
  snooze,
  results,
  closingTheLoop,
  summary,
  old(vacancies),
  practices,
  figures,
  old(
    settings,
    history,
    helpFrom(() => commands),
  ),
  { buttons: actions.map(fromAction), modals: forms.map(fromForm) },
];

export const commands = features.flatMap((feature) => feature.commands ?? []);
export const buttons = features.flatMap((feature) => feature.buttons ?? []);
export const modals = features.flatMap((feature) => feature.modals ?? []);
