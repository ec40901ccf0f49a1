// Sharing a win: what may be chosen, and posting its card where all can see it.
import { areasOf, ownPractices, refuseWin, type WinDraft } from '../../domain/wins/wins.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { whyNotSent } from '../sending/lead-text.ts';
import { winCard } from './win-message.ts';

/** What stands in the way of sharing it, by its field; and the names that its card shows. */
export const previewWin = async (interaction: MemberInteraction, draft: WinDraft) => {
  const { practices, roles } = await interaction.ccgStore.register();
  const choices = { practices: ownPractices(interaction.person, practices), areas: areasOf(roles) };
  return { errors: wrongWords(interaction, draft) ?? refuseWin(draft, choices), ...choices };
};

/** It goes to many people: each text is looked at where it was written. */
const wrongWords = (interaction: MemberInteraction, { what, result }: WinDraft) => {
  const [inWhat, inResult] = [whyNotSent(interaction, what), whyNotSent(interaction, result)];
  if (!inWhat && !inResult) return undefined;
  return { ...(inWhat ? { what: inWhat } : {}), ...(inResult ? { result: inResult } : {}) };
};

/** The card of a win that was kept a moment ago, on its way into the channel. */
export const postCard = async (
  { ccgStore, ccg, now }: MemberInteraction,
  id: string,
): Promise<Pick<Response, 'post'>> => {
  const win = await ccgStore.wins.find(id);
  if (!win) return {};
  const { channelId: channel } = ccg;
  const noted = (ts: string | undefined) =>
    ccgStore.wins.notePosted(id, ts ? { channel, ts } : undefined);
  return { post: { channel, message: winCard(win, ccg, now), noted } };
};
