import type { HomeView } from '@slack/types';
import { receive } from '../bolt/identify.ts';
import type { House } from '../bolt/serve.ts';
import { homeView } from './home.ts';

/** Draws a person's Home tab as things stand now. */
export const drawHome = async (house: House, slackId: string): Promise<void> => {
  const visit = await receive(house, slackId, house.now());
  const blocks = (await homeView(visit)) as HomeView['blocks'];
  await house.writes.views.publish({ user_id: slackId, view: { type: 'home', blocks } });
};
