// Sending one delivery, and looking for one that may have arrived. How Slack can fail us is sorted
// in errors.ts.
import {
  type Delivery,
  type SendResult,
  skipReason,
  type VerifyResult,
} from '../../domain/sending/deliveries.ts';
import type { SlackContext } from '../bolt/context.ts';
import { promptMessage } from '../sending/prompt-message.ts';
import { copiesOf, metadataOf, openChannel } from './conversations.ts';
import { classifyError, type SlackFailure } from './errors.ts';

/** Sends the message of a delivery to its person. */
export const send = async (context: SlackContext, delivery: Delivery): Promise<SendResult> => {
  const { ccgCode, promptId, person, id } = delivery;
  const [ccg, prompt] = await Promise.all([
    context.store.ccgs.find(ccgCode),
    context.store.ccg(ccgCode).prompts.view(promptId),
  ]);
  const because = skipReason(prompt, context.now());
  if (because || !ccg || !prompt) return { kind: 'not wanted', because: because ?? 'person_left' };
  if (!person.slackId)
    return { kind: 'not sent, give up', because: 'no_account', error: 'no Slack account' };
  const opened = await openChannel(context, delivery);
  if (typeof opened !== 'string') return toOutcome(opened);
  if (hasEnded(delivery)) return STOPPED_TOO_LONG;
  const channel = opened;
  const { slashCommand } = context;
  const { text, blocks } = promptMessage({
    prompt,
    ccg,
    slashCommand,
    now: context.now(),
    ...chaseOf(delivery),
  });
  return context.writes.chat
    .postMessage({
      channel,
      text,
      blocks: [...blocks],
      metadata: metadataOf(id),
      unfurl_links: false,
    })
    .then(
      ({ ts }): SendResult =>
        ts ? { kind: 'sent', channel, ts } : { kind: 'uncertain', error: 'no answer of Slack' },
      (error) => toOutcome(classifyError('chat.postMessage', error)),
    );
};

/** This process stood still: another may have taken the message over, or will. */
const hasEnded = ({ leasedUntil }: Delivery) =>
  leasedUntil != null && leasedUntil.getTime() <= Date.now();

const STOPPED_TOO_LONG: SendResult = {
  kind: 'not sent, try later',
  afterMs: 1000,
  because: 'slack_unavailable',
  error: 'the process stood still for too long',
};

/** Which time somebody is asked again, where it is a chase. */
export const chaseOf = ({ kind, turn }: Pick<Delivery, 'kind' | 'turn'>) =>
  kind === 'chase' ? { chase: turn } : {};

/** Looks in the person's conversation for a delivery that may have arrived. */
export const find = async (context: SlackContext, delivery: Delivery): Promise<VerifyResult> => {
  const channel = await openChannel(context, delivery);
  if (typeof channel !== 'string') return sortLooking(channel);
  const copies = await copiesOf(context, channel, delivery.id);
  if ('kind' in copies) return sortLooking(copies);
  const [ts] = copies;
  return ts ? { kind: 'sent', channel, ts } : { kind: 'absent' };
};

/** While the app itself is refused, everything waits; a minute later Slack is asked again. */
const APP_REFUSED_MS = 60_000;

const toOutcome = (sorted: SlackFailure): SendResult => {
  switch (sorted.kind) {
    case 'later':
      return { ...sorted, kind: 'not sent, try later' };
    case 'app':
      return {
        kind: 'not sent, try later',
        afterMs: APP_REFUSED_MS,
        because: 'app_refused',
        error: sorted.error,
      };
    case 'give up':
      return { ...sorted, kind: 'not sent, give up' };
    case 'unclear':
      return { kind: 'uncertain', error: sorted.error };
  }
};

/** Where the conversation may not be read, nobody can tell whether the message arrived. */
const sortLooking = (sorted: SlackFailure): VerifyResult => {
  if (sorted.kind === 'give up' || sorted.error === 'missing_scope')
    return { kind: 'may not look', error: sorted.error };
  const { error } = sorted;
  return sorted.kind === 'later'
    ? { ...sorted, kind: 'look later' }
    : { kind: 'look later', afterMs: APP_REFUSED_MS, because: 'app_refused', error };
};
