// What a handler takes, an interaction of a Slack user, and what it returns, a response.
import type { ModalView } from '@slack/types';
import type { Ccg } from '../../domain/ccg.ts';
import type { SlackAccount } from '../../domain/people/accounts.ts';
import type { Member } from '../../domain/people/people.ts';
import type { UserRole } from '../../domain/people/permissions.ts';
import type { CcgStore, Store } from '../../store/store.ts';
import type { Message } from '../ui/blocks.ts';

/** A command, a tap or a submitted modal. A user who is on no list yet has no `member`. */
export type Interaction = {
  readonly now: Date;
  readonly slackId: string;
  readonly slashCommand: string;
  readonly userRoles: readonly UserRole[];
  readonly store: Store;
  readonly member?: MemberInteraction;
  /** What Slack knows of them. */
  profile(): Promise<SlackAccount>;
};

/** A person in their CCG, also where they did nothing. `ccgStore` holds that CCG only. */
export type MemberContext = {
  readonly now: Date;
  readonly ccg: Ccg;
  readonly person: Member;
  readonly ccgStore: CcgStore;
};

/** The interaction of a member of a CCG. */
export type MemberInteraction = MemberContext & {
  readonly slashCommand: string;
  readonly userRoles: readonly UserRole[];
  readonly store: Pick<Store, 'ccgs'>;
  /** Slack's timestamp of the message that was tapped. */
  readonly tappedTs?: string | undefined;
};

export type Post = {
  readonly channel: string;
  readonly message: Message;
  /** Posted after it, each as a message of its own. */
  readonly more?: readonly Message[];
  /** Called with the timestamp of the message, or without one where Slack refused it. */
  noted?(ts: string | undefined): Promise<void>;
};

/** What a handler returns. All of it is optional; it is sent in the order of bolt/respond.ts. */
export type Response = {
  /** Shown beside the fields of the modal, by field; it stays open. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Opens, or replaces the one that is open. */
  readonly modal?: ModalView;
  /** Replaces the message that was tapped. */
  readonly replace?: Message;
  /** Seen by this person only. */
  readonly reply?: Message;
  /** Posted in a channel for all to see. */
  readonly post?: Post;
  /** A direct message; an answer to what they did, so it does not count in their week. */
  readonly direct?: Message;
  /** Their Home is drawn again. */
  readonly home?: true;
  /** Something has been stored that is to be sent at once. */
  readonly runJobsNow?: true;
};
