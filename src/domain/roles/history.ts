// History: every change of role, setting and permission, in words for engagement leads.

import { describeNote } from '../people/contacts.ts';
import type { Practice } from '../people/practices.ts';
import { describeTouchReason } from '../people/touch-reasons.ts';
import type { Words } from '../text/words.ts';
import { formatDay, formatTime } from '../time/calendar.ts';
import { type Role, type SeatScope, titleAt } from './roles.ts';

export type ChangeKind =
  | 'ccg_created'
  | 'setting_changed'
  | 'practices_imported'
  | 'roster_imported'
  | 'localities_imported'
  | 'list_sizes_imported'
  | 'person_joined'
  | 'person_left'
  | 'account_deactivated'
  | 'account_reactivated'
  | 'lead_added'
  | 'lead_removed'
  | 'membership_confirmed'
  | 'role_claimed'
  | 'role_asked'
  | 'role_confirmed'
  | 'role_renewed'
  | 'role_lapsed'
  | 'role_released'
  | 'role_ended'
  | 'role_added'
  | 'role_edited'
  | 'role_retired'
  | 'cover_agreed'
  | 'cover_ended'
  | 'practice_invited'
  | 'interests_declared'
  | 'round_opened'
  | 'round_closed'
  | 'reminder_sent'
  | 'summary_posted'
  | 'series_added'
  | 'series_ended'
  | 'contact_noted'
  | 'loop_closed'
  | 'lighter_touch_set'
  | 'lighter_touch_ended'
  | 'win_shared'
  | 'win_taken_back'
  | 'indicators_imported'
  | 'figures_seen';

export type EndReason =
  | 'stepped_down'
  | 'left_ccg'
  | 'left_practice'
  | 'practice_closed'
  | 'handed_over'
  | 'account_deactivated'
  | 'locality_ended';

/** A line of history. Opaque ids and closed reasons only: never a name, never free text. */
export type Change = {
  readonly at: Date;
  readonly kind: ChangeKind;
  /** Who did it; none for the person who runs the bot, or the bot itself. */
  readonly actorId: string | null;
  readonly personId: string | null;
  readonly roleKey: string | null;
  readonly practiceCode: string | null;
  readonly locality: string | null;
  /**
   * The key of a setting, the kind of a contact, the reason for a lighter touch, or the id of a
   * round, reminder or win.
   */
  readonly about: string | null;
  readonly reason: EndReason | null;
};

export type HistoryFacts = {
  readonly names: ReadonlyMap<string, string>;
  readonly roles: readonly Role[];
  readonly practices: readonly Practice[];
  readonly words: Words;
};

/** A line in words: “24 November at 12:45: Dr Osei took Practice lead for Riverside Surgery.” */
export const describeChange = (change: Change, facts: HistoryFacts, now: Date): string =>
  `${formatDay(change.at, now)} at ${formatTime(change.at)}: ${describeWhat(change, facts)}.`;

const describeWhat = (change: Change, facts: HistoryFacts): string =>
  sentences[change.kind]({
    who: nameOf(change.personId, facts),
    actor: change.actorId ? nameOf(change.actorId, facts) : 'the person who runs the bot',
    seat: seatName(change, facts),
    change,
  });

type SentenceParts = {
  readonly who: string;
  readonly actor: string;
  readonly seat: string;
  readonly change: Change;
};

const sentences: Record<ChangeKind, (parts: SentenceParts) => string> = {
  role_claimed: ({ who, seat }) => `${who} took ${seat}`,
  role_asked: ({ who, seat }) => `${who} took ${seat}, to be confirmed`,
  role_confirmed: ({ who, actor, seat }) => `${actor} confirmed ${who} as ${seat}`,
  role_renewed: ({ who, seat }) => `${who} goes on as ${seat}`,
  role_lapsed: ({ who, seat }) =>
    `the term of ${who} as ${seat} ended without a word, so it is to be confirmed`,
  role_released: ({ who, seat }) => `${who} gave back ${seat}`,
  role_ended: ({ who, seat, change }) =>
    `${who} is no longer ${seat}: ${change.reason ? reasons[change.reason] : 'no reason kept'}`,
  role_added: ({ actor, seat }) => `${actor} added the role ${seat}`,
  role_edited: ({ actor, seat }) => `${actor} changed the role ${seat}`,
  role_retired: ({ actor, seat }) => `${actor} took out the role ${seat}`,
  cover_agreed: ({ who, actor }) => `${actor} agreed to stand in for ${who}`,
  cover_ended: ({ who }) => `${who} is back, and their cover has ended`,
  membership_confirmed: ({ who, actor, seat }) => `${actor} confirmed that ${who} works at ${seat}`,
  person_joined: ({ who, seat }) => `${who} joined the list of ${seat}`,
  person_left: ({ who }) => `${who} left the list`,
  account_deactivated: ({ who }) => `${who} no longer has an active Slack account`,
  account_reactivated: ({ who }) => `${who} has an active Slack account again`,
  practice_invited: ({ actor, seat }) => `${actor} invited colleagues to be ${seat}`,
  interests_declared: ({ who }) => `${who} declared their interests`,
  setting_changed: ({ actor, change }) => `${actor} changed the setting ${change.about ?? ''}`,
  lead_added: ({ who, actor }) => `${who} became an engagement lead, by ${actor}`,
  lead_removed: ({ who, actor }) => `${who} is no longer an engagement lead, by ${actor}`,
  ccg_created: () => 'the register was begun',
  practices_imported: () => 'practices were brought up to date from a file',
  roster_imported: () => 'people were brought up to date from a roster',
  localities_imported: () => 'groups of practices were brought up to date from a file',
  list_sizes_imported: () => 'list sizes were brought up to date from a file',
  round_opened: ({ actor }) => `${actor} opened a survey`,
  round_closed: () => 'a survey closed',
  reminder_sent: ({ actor }) => `${actor} sent a reminder`,
  summary_posted: ({ actor, change }) =>
    change.actorId ? `${actor} posted a summary` : 'the summary was posted by itself',
  series_added: ({ actor }) => `${actor} planned something to be sent later`,
  series_ended: ({ actor }) => `${actor} ended something that was planned`,
  contact_noted: ({ actor, seat, change }) => `${actor} ${describeNote(change.about)} ${seat}`,
  loop_closed: ({ actor }) => `${actor} answered what members had said`,
  lighter_touch_set: ({ actor, seat, change }) =>
    `${actor} chose a lighter touch for ${seat}${describeTouchReason(change.about)}`,
  lighter_touch_ended: ({ actor, seat }) => `${actor} ended the lighter touch for ${seat}`,
  win_shared: ({ actor }) => `${actor} shared a win`,
  win_taken_back: ({ actor }) => `${actor} took back a win`,
  indicators_imported: () => 'figures were brought up to date from a file',
  figures_seen: ({ actor, seat }) => `${actor} looked at the figures of ${seat}`,
};

const reasons: Record<EndReason, string> = {
  stepped_down: 'gave it back',
  left_ccg: 'left the list',
  left_practice: 'no longer works there',
  practice_closed: 'the practice closed or moved',
  handed_over: 'handed it on',
  account_deactivated: 'their Slack account was deactivated',
  locality_ended: 'that group of practices is no more',
};

const nameOf = (id: string | null, { names }: HistoryFacts) =>
  (id && names.get(id)) || 'somebody who has left';

const seatName = (change: Change, { roles, practices }: HistoryFacts) => {
  const role = roles.find(({ key }) => key === change.roleKey);
  const practice = practices.find(({ code }) => code === change.practiceCode);
  return role
    ? titleAt(role, place(change), practice)
    : (practice?.name ?? change.practiceCode ?? 'a role');
};

const place = ({ practiceCode, locality }: Change): SeatScope => ({ practiceCode, locality });
