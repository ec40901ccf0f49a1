// A request as the one who is asked sees it; what came of it is in request-outcome.ts.

import { z } from 'zod';
import type { RequestView } from '../../domain/roles/requests.ts';
import { isNews, type RequestKind, refuseStale } from '../../domain/roles/requests.ts';
import type { RequestPrompt } from '../../domain/sending/prompt.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { PromptFacts } from '../sending/prompt-facts.ts';
import {
  actionsBlock,
  contextBlock,
  escapeMrkdwn,
  type Message,
  mention,
  section,
  textMessage,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { openCommand } from '../ui/open-command.ts';
import { introductionMessage } from '../wins/introduction-message.ts';
import { handOver } from './handover.ts';
import { affirmInterests } from './interests-message.ts';
import { releaseSeat } from './release.ts';
import { agreed, newsOf } from './request-outcome.ts';
import { claimSeat } from './seats.ts';

const ofPrompt = z.object({ id: z.uuid() });
export const acceptRequest = defineButton('accept', ofPrompt);
export const declineRequest = defineButton('decline', ofPrompt);
export const stillMe = defineButton('still_me', ofPrompt);

export const requestMessage = (
  facts: PromptFacts<RequestPrompt>,
  request: RequestView,
): Message => {
  const { prompt, now } = facts;
  if (isNews(prompt.personId, request)) return textMessage(newsOf(request, now));
  if (request.kind === 'introduction') return introductionMessage(request);
  if (prompt.outcome === 'not_now')
    return textMessage('That is fine, and we will not ask again. Thank you for saying so.');
  if (prompt.outcome === 'done' && request.state === 'accepted')
    return textMessage(agreed(request, now));
  const stale = refuseStale(request, now);
  return stale ? textMessage(stale.refused) : questions[request.kind](facts, request);
};

/** What a request is called in a list. */
export const requestTitle = ({ kind, title, from }: RequestView): string => {
  const who = from?.name ?? '';
  const titles: Record<RequestKind, string> = {
    handover: `${who} would like to hand ${title} on to you`,
    takeover: `${who} would like to take over as ${title}`,
    cover: `${who} asks you to stand in`,
    confirm: `${who} took ${title}: to be confirmed`,
    term: `Your term as ${title}`,
    vacancy: `Nobody is ${title} at the moment`,
    interests: 'Your declared interests',
    introduction: 'Who would like to hear more',
  };
  return titles[kind];
};

type RequestRenderer = (facts: PromptFacts<RequestPrompt>, request: RequestView) => Message;

const question =
  (
    ask: (request: RequestView, facts: PromptFacts<RequestPrompt>) => string,
    aside: (request: RequestView, facts: PromptFacts<RequestPrompt>) => string,
    yes: string,
  ): RequestRenderer =>
  (facts, request) => ({
    text: requestTitle(request),
    blocks: [
      section(ask(request, facts)),
      contextBlock(aside(request, facts)),
      actionsBlock(
        acceptRequest(yes, { id: facts.prompt.id }, { style: 'primary' }),
        declineRequest('Not now', { id: facts.prompt.id }),
      ),
    ],
  });

const who = ({ from }: RequestView) => (from ? mention(from) : 'A colleague');

const untilWhen = ({ lapsesAt }: RequestView, { now }: PromptFacts<RequestPrompt>) =>
  'Nothing changes unless you agree. If you leave it, it ends by itself on ' +
  `${formatDay(lapsesAt, now)}.`;

const questions: Record<Exclude<RequestKind, 'introduction'>, RequestRenderer> = {
  handover: question(
    (request) => `*${who(request)} would like to hand ${escapeMrkdwn(request.title)} on to you.*`,
    untilWhen,
    'Yes, I take it on',
  ),
  takeover: question(
    (request) =>
      `*${who(request)} would like to take over as ${escapeMrkdwn(request.title)}*, should ` +
      'you wish to hand it on.',
    untilWhen,
    'Yes, I hand it on',
  ),
  cover: question(
    (request, { now }) =>
      `*${who(request)} asks you to stand in until ` +
      `${request.until ? formatDay(request.until, now) : 'they are back'}.* What their roles ` +
      'are asked would come to you; the seats stay theirs.',
    untilWhen,
    'Yes, I stand in',
  ),
  confirm: question(
    (request) => `*${who(request)} has taken ${escapeMrkdwn(request.title)}.* Is that right?`,
    (_, { ccg }) =>
      'Until somebody confirms it, it shows as “to be confirmed”, for all of ' +
      `${escapeMrkdwn(ccg.name)} to see.`,
    'Confirm',
  ),
  term: ({ prompt, now }, { title, holdingId, termEndsAt }) => ({
    text: `Your term as ${title} is coming to its end`,
    blocks: [
      section(
        `*Your term as ${escapeMrkdwn(title)} ` +
          `ends${termEndsAt ? ` on ${formatDay(termEndsAt, now)}` : ''}.* Thank you for all ` +
          'you do. How would you like to go on?',
      ),
      contextBlock('If you leave this, you keep the seat, and it shows as “to be confirmed”.'),
      actionsBlock(
        stillMe('Still me', { id: prompt.id }, { style: 'primary' }),
        handOver('Hand over', { id: holdingId ?? prompt.id }),
        releaseSeat('Step down', { id: holdingId ?? prompt.id, prompt: prompt.id }),
      ),
    ],
  }),
  vacancy: ({ prompt, ccg }, request) => ({
    text: requestTitle(request),
    blocks: [
      section(
        `*Nobody is ${escapeMrkdwn(request.title)} at the moment.* If you have been thinking ` +
          'about it, or know a colleague who has: it takes one tap, and can be given back in ' +
          'one.',
      ),
      contextBlock(
        `From ${who(request)}, for ${escapeMrkdwn(ccg.name)}, to everyone at the practice. ` +
          'No reply is needed.',
      ),
      actionsBlock(
        claimSeat('Take this seat', {
          role: request.roleKey ?? '',
          ...(request.practiceCode ? { practice: request.practiceCode } : {}),
        }),
        declineRequest('Not now', { id: prompt.id }),
      ),
    ],
  }),
  interests: ({ prompt, ccg, now }) => ({
    text: 'Your declared interests',
    blocks: [
      section(
        prompt.interestsAt
          ? '*Are your declared interests still right?* You last looked on ' +
              `${formatDay(prompt.interestsAt, now)}.`
          : '*Would you declare your interests?* People in your role say what they have, or ' +
              'that they have none.',
      ),
      contextBlock(
        'This is a copy for members to read; the statutory register stays with ' +
          `${escapeMrkdwn(ccg.name)}.`,
      ),
      actionsBlock(
        affirmInterests(
          prompt.interestsAt ? 'Nothing has changed' : 'None to declare',
          { prompt: prompt.id },
          { style: 'primary' },
        ),
        openCommand('Look at mine', { command: 'interests', words: 'mine' }),
        declineRequest('Not now', { id: prompt.id }),
      ),
    ],
  }),
};
