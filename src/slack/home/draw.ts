import type { HomeView } from '@slack/types';
import type { SlackContext } from '../bolt/context.ts';
import { identifyUser } from '../bolt/identify.ts';
import { homeView } from './home.ts';

/** Draws a person's Home tab from what is stored now. */
export const drawHome = async (context: SlackContext, slackId: string): Promise<void> => {
  const interaction = await identifyUser(context, slackId, context.now());
  const blocks = (await homeView(interaction)) as HomeView['blocks'];
  await context.writes.views.publish({ user_id: slackId, view: { type: 'home', blocks } });
};
