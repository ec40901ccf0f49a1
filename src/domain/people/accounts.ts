// Which Slack accounts may stand for a person: an account is taken for the person of its e-mail
// address only where Slack has confirmed the address and the account is one of the workspace.
import { type Refusal, refuse } from '../refusal.ts';

/** What an account is to the workspace the app is installed in. */
export type AccountKind = 'full' | 'guest' | 'bot' | 'external' | 'unconfirmed_email';

export type SlackAccount = {
  readonly slackId: string;
  readonly name: string;
  /** In lower case; none where Slack shows the app none. */
  readonly email: string | null;
  readonly isActive: boolean;
  readonly kind: AccountKind;
};

/** Whether an account may be taken for the person of its e-mail address. */
export const mayBeLinked = (
  { email, isActive, kind }: Pick<SlackAccount, 'email' | 'isActive' | 'kind'>,
  guestsTakePart: boolean,
): boolean =>
  email !== null && isActive && (kind === 'full' || (kind === 'guest' && guestsTakePart));

/** Why an account may not join by hand, with whom to ask. */
export const refuseAccount = (
  { kind }: Pick<SlackAccount, 'kind'>,
  guestsTakePart: boolean,
  organisation: string,
): Refusal | undefined => {
  if (kind === 'full' || (kind === 'guest' && guestsTakePart)) return undefined;
  return refuse(
    'account_unfit',
    `${REASONS[kind]} ${kind === 'unconfirmed_email' ? '' : ask(organisation)}`.trim(),
  );
};

const REASONS = {
  guest: 'Guests of this workspace are not taken on a practice’s list.',
  external: 'Your account belongs to another workspace.',
  bot: 'Apps cannot join a practice’s list.',
  unconfirmed_email:
    'Slack has not confirmed your e-mail address yet. Confirm it in Slack’s settings, then try ' +
    'again.',
} as const;

const ask = (organisation: string) =>
  'If you work at a practice here, ask an engagement lead of the ' +
  `${organisation} for a full account.`;

/** What to say where another active account has the same e-mail address. */
export const refuseSecondAccount = (organisation: string): Refusal =>
  refuse(
    'account_second',
    'Another active Slack account has your e-mail address, and it is on the list already. Use ' +
      `that one, or ask an engagement lead of the ${organisation} which of the two is right.`,
  );
