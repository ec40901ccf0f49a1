// Who is at the door, and what we say to them. Handlers take the one and return the other.
import type { ModalView } from '@slack/types';
import type { Ccg } from '../../domain/ccg.ts';
import type { Member } from '../../domain/people/people.ts';
import type { UserRole } from '../../domain/people/permissions.ts';
import type { CcgStore, Store } from '../../store/store.ts';
import type { Message } from '../ui/blocks.ts';
import type { SlackProfile } from './identify.ts';

/**
 * Someone who typed, tapped or submitted something. A stranger has no CCG and is no person of ours
 * yet.
 */
export type Interaction = {
  readonly now: Date;
  readonly slackId: string;
  readonly slashCommand: string;
  readonly userRoles: readonly UserRole[];
  readonly store: Store;
  readonly member?: MemberInteraction;
  /** What Slack knows of them. */
  profile(): Promise<SlackProfile>;
};

/**
 * A person in their CCG, visiting or not. `home` is what the bot remembers of that CCG, and of no
 * other.
 */
export type MemberContext = {
  readonly now: Date;
  readonly ccg: Ccg;
  readonly person: Member;
  readonly ccgStore: CcgStore;
};

/**
 * The same visitor as a person of a CCG. `home` is what the bot remembers of that CCG, and of no
 * other.
 */
export type MemberInteraction = MemberContext & {
  readonly slashCommand: string;
  readonly userRoles: readonly UserRole[];
  readonly store: Pick<Store, 'ccgs'>;
  /** The message in which something was tapped, as Slack numbers it: the answer takes its place. */
  readonly tappedTs?: string | undefined;
};

export type Post = {
  readonly channel: string;
  readonly message: Message;
  readonly more?: readonly Message[];
  noted?(ts: string | undefined): Promise<void>;
};

/**
 * What we say. Everything is optional; the order is: the form's errors, the modal, the message, the
 * reply, Home.
 */
export type Response = {
  /** Beside the fields of a form, by field; the form stays open. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Opens, or takes the place of the one that is open. */
  readonly modal?: ModalView;
  /** Takes the place of the message that was tapped. */
  readonly replace?: Message;
  /** Seen by this person only. */
  readonly reply?: Message;
  /**
   * Posted in a channel for all to see, and `more` in messages below it. `noted` hears where it is,
   * or that Slack did not take it.
   */
  readonly post?: Post;
  /**
   * Sent into their own messages with the bot: an answer to what they did, which counts in nobody's
   * week.
   */
  readonly direct?: Message;
  /** Draws the person's Home anew. */
  readonly home?: true;
  /** Something is to be sent at once. */
  readonly runJobsNow?: true;
};
