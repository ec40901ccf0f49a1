import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { winCard } from './win-message.ts';

/** Posts the card of a win in the channel, and stores where it is, or that Slack refused it. */
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
