// Everything people can type, tap and submit: one module for each capability.
import { helpFrom } from '../home/help.ts';
import { me } from '../home/me.ts';
import { figures } from '../indicators/figures.ts';
import { practices } from '../indicators/practices.ts';
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
import { remind } from '../sending/remind.ts';
import { replies } from '../sending/reply.ts';
import { series } from '../sending/series.ts';
import { waitingPrompts } from '../sending/show-prompt.ts';
import { snooze } from '../sending/snooze.ts';
import { roleCatalogue } from '../settings/role-catalogue.ts';
import { settings } from '../settings/settings.ts';
import { summary } from '../summary/summary.ts';
import { answers } from '../surveys/answers.ts';
import { closingTheLoop } from '../surveys/close-loop.ts';
import { comment } from '../surveys/comment.ts';
import { results } from '../surveys/results.ts';
import { survey } from '../surveys/survey.ts';
import { sharedWins } from '../wins/own-wins.ts';
import { share } from '../wins/share.ts';
import { winReplies } from '../wins/tap-win.ts';
import type { Feature } from './feature.ts';

/** Their commands are in this order in help. */
export const features: readonly Feature[] = [
  ...[claim, who, me, quiet, availability, join, release, handover, cover, interests],
  ...[share, sharedWins, winReplies],
  ...[privacy, leave],
  ...[survey, answers, comment],
  ...[remind, series],
  ...[replies, snooze, waitingPrompts],
  ...[results, closingTheLoop],
  summary,
  vacancies,
  ...[practices, figures],
  ...[settings, roleCatalogue, history],
  helpFrom(() => commands),
  ...[takeover, requests, confirm, contacts, lighterTouch],
];

export const commands = features.flatMap((feature) => feature.commands ?? []);
export const buttons = features.flatMap((feature) => feature.buttons ?? []);
export const modals = features.flatMap((feature) => feature.modals ?? []);
