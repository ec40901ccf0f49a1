import type { HomeView } from '@slack/types';
import { identifyUser } from '../bolt/identify.ts';
import type { SlackContext } from '../bolt/serve.ts';
import { homeView } from './home.ts';

/** Draws a person's Home tab as things stand now. */
export const drawHome = async (context: SlackContext, slackId: string): Promise<void> => {
  const interaction = await identifyUser(context, slackId, context.now());
  const blocks = (await homeView(interaction)) as HomeView['blocks'];
  await context.writes.views.publish({ user_id: slackId, view: { type: 'home', blocks } });
};
