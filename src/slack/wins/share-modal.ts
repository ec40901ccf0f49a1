// The two modals of sharing a win: writing it, and seeing it as everyone will.
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Practice } from '../../domain/people/practices.ts';
import type { Role } from '../../domain/roles/roles.ts';
import { areaName, type WinFacts, winLimits } from '../../domain/wins/wins.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import {
  chooseOne,
  contextBlock,
  divider,
  escapeMrkdwn,
  option,
  section,
  typeText,
} from '../ui/blocks.ts';
import { defineModal, freeText, nothing, text } from '../ui/modals.ts';
import { winBlocks } from './win-message.ts';

/** The option for the whole organisation, beside the codes of practices. */
export const EVERYWHERE = 'all';

export const shareModal = defineModal('share', {
  metadata: nothing,
  fields: z.object({
    what: freeText,
    result: freeText,
    place: text,
    area: text.nullable().optional(),
  }),
});

/** The id makes sharing a win twice the same as sharing it once. */
export const shareSendModal = defineModal('share_send', {
  metadata: z.object({
    id: z.uuid(),
    what: text.max(winLimits.what),
    result: text.max(winLimits.result),
    practiceCode: text.nullable(),
    areaKey: text.nullable(),
  }),
  fields: nothing,
});
export type WinChoice = z.infer<typeof shareSendModal.metadata>;

/** First step; people choose among their own practices and the clinical areas. */
export const drawShare = (
  ccgName: string,
  practices: readonly Practice[],
  areas: readonly Role[],
): ModalView => {
  const places = [
    ...practices.map(({ name, code }) => option(name, code)),
    option(`All of ${ccgName}`, EVERYWHERE),
  ];
  return shareModal({
    title: 'Share what works',
    submit: 'See how it looks',
    metadata: {},
    blocks: [
      ...textFields,
      chooseOne({ id: 'place', label: 'Where' }, places, places[0]),
      ...areaField(areas),
      contextBlock('You see it before anybody else does, and nothing is posted until you say yes.'),
    ],
  });
};

const textFields = [
  typeText(
    { id: 'what', label: 'What did you do?', hint: 'One sentence.' },
    { most: winLimits.what },
  ),
  typeText(
    {
      id: 'result',
      label: 'What came of it?',
      hint: 'A figure helps, if you have one. No patient details, please.',
    },
    { multiline: true, most: winLimits.result },
  ),
];

const areaField = (areas: readonly Role[]) => {
  const options = areas.map((role) => option(areaName(role), role.key));
  return options.length > 0
    ? [chooseOne({ id: 'area', label: 'Clinical area', optional: true }, options)]
    : [];
};

/** Second step: its card, before it is posted. */
export const drawPreview = (
  { ccg, now }: MemberInteraction,
  choice: WinChoice,
  win: WinFacts,
): ModalView =>
  shareSendModal({
    title: 'Before you share',
    submit: 'Share it',
    metadata: choice,
    blocks: [
      section(describeNames(win.practice, `<#${ccg.channelId}>`)),
      divider,
      ...winBlocks(win, ccg, now),
      divider,
      contextBlock(
        'With two buttons: Interested, which tells you who would like to hear more, and ' +
          'We do this too. You can take it back at any time.',
      ),
    ],
  });

const describeNames = (practice: string | null, channel: string) =>
  practice
    ? `*${escapeMrkdwn(practice)} and you are named, in ${channel}.* Share it if your colleagues ` +
      'are happy with that.'
    : `*You are named, in ${channel}.*`;
