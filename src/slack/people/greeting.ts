import type { Ccg } from '../../domain/ccg.ts';
import { sayNumber } from '../../domain/text/words.ts';
import { type Block, safe, section } from '../ui/blocks.ts';

/** The first message to anyone says who asks, why, where their details came from, who sees what and how to leave. */
export const greeting = ({ name, settings }: Ccg, source: string, slashCommand: string): Block =>
  section(
    `*Hello. I am the engagement bot of ${safe(name)}.* I keep track of who leads on what, and ask members short questions so that the ${safe(settings.organisation)} hears them: at most ${sayNumber(settings.weekly_prompts, 'question')} a week. Your name and e-mail come from ${safe(source)}. \`${slashCommand} privacy\` says who sees what; \`${slashCommand} leave\` takes you off the list.`,
  );
