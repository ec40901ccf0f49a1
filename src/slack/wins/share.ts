import { randomUUID } from 'node:crypto';
import {
  areaName,
  areasOf,
  ownPractices,
  refuseWin,
  type WinDraft,
} from '../../domain/wins/wins.ts';
import { type Feature, onSubmit } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { refuseContractWords } from '../sending/lead-text.ts';
import { notice } from '../ui/blocks.ts';
import { ownWins } from './own-wins.ts';
import { postCard } from './post-card.ts';
import { drawPreview, drawShare, EVERYWHERE, shareModal, shareSendModal } from './share-modal.ts';

/** Sharing a win, in two steps: its author writes it, and sees its card before it is posted. */
export const share: Feature = {
  commands: [
    {
      name: 'share',
      also: ['win', 'wins', 'success'],
      description: 'Share what works; “share mine” for what you have shared',
      permission: 'share a win',
      run: async (interaction, words) => {
        if (/^(mine|my|me|own)$/i.test(words))
          return { reply: { text: 'What you have shared', blocks: await ownWins(interaction) } };
        const { practices, areas } = await readChoices(interaction);
        return { modal: drawShare(interaction.ccg.name, practices, areas) };
      },
    },
  ],
  modals: [
    onSubmit(shareModal, {
      permission: 'share a win',
      run: async (interaction, { what, result, place, area = null }) => {
        const practiceCode = place === EVERYWHERE ? null : place;
        const draft = { what, result, practiceCode, areaKey: area };
        const { errors, win } = await previewWin(interaction, draft);
        if (errors) return { errors };
        return { modal: drawPreview(interaction, { id: randomUUID(), ...draft }, win) };
      },
    }),
    onSubmit(shareSendModal, {
      permission: 'share a win',
      run: async (interaction, _, choice) => {
        const { ccgStore, person, now } = interaction;
        const { errors } = await previewWin(interaction, choice);
        if (errors) return { modal: notice('Share what works', describeErrors(errors)) };
        const isFirst = await ccgStore.wins.share({ ...choice, authorId: person.id }, now);
        const shared = { modal: notice('Shared', THANKS), home: true as const };
        return isFirst ? { ...shared, ...(await postCard(interaction, choice.id)) } : shared;
      },
    }),
  ],
};

const THANKS =
  'Thank you for sharing what works. You hear at most once a day who would like to know ' +
  'more, and you can take it back on Home.';

const describeErrors = (errors: Readonly<Record<string, string>>) =>
  `${Object.values(errors).join(' ')} Nothing was shared.`;

/** What a win may be about: its author's own practices, and the clinical areas. */
const readChoices = async ({ ccgStore, person }: MemberInteraction) => {
  const { practices, roles } = await ccgStore.register();
  return { practices: ownPractices(person, practices), areas: areasOf(roles) };
};

/** The win as its card would show it, and what is wrong with it, by field. */
const previewWin = async (interaction: MemberInteraction, draft: WinDraft) => {
  const choices = await readChoices(interaction);
  const errors = refuseTexts(interaction, draft) ?? refuseWin(draft, choices);
  const area = choices.areas.find(({ key }) => key === draft.areaKey);
  const practice = choices.practices.find(({ code }) => code === draft.practiceCode);
  const win = {
    what: draft.what,
    result: draft.result,
    practice: practice?.name ?? null,
    area: area ? areaName(area) : null,
    author: interaction.person.name,
    sharedAt: interaction.now,
    interested: 0,
    practices: 0,
  };
  return { errors, win };
};

/** What its author writes goes to many others, so each text is checked. */
const refuseTexts = (interaction: MemberInteraction, { what, result }: WinDraft) => {
  const inWhat = refuseContractWords(interaction, what);
  const inResult = refuseContractWords(interaction, result);
  if (!inWhat && !inResult) return undefined;
  return { ...(inWhat ? { what: inWhat } : {}), ...(inResult ? { result: inResult } : {}) };
};
