import type { Ccg } from '../../domain/ccg.ts';
import { countInWords } from '../../domain/text/words.ts';
import { type Block, escapeMrkdwn, section } from '../ui/blocks.ts';

/**
 * The first message to anyone says who asks, why, where their details came from, who sees what and
 * how to leave.
 */
export const greeting = ({ name, settings }: Ccg, source: string, slashCommand: string): Block =>
  section(
    `*Hello. I am the engagement bot of ${escapeMrkdwn(name)}.* I keep track of who leads on ` +
      'what, and ask members short questions so that the ' +
      `${escapeMrkdwn(settings.organisation)} hears them: at most ` +
      `${countInWords(settings.weekly_prompts, 'question')} a week. Your name and e-mail come ` +
      `from ${escapeMrkdwn(source)}. \`${slashCommand} privacy\` says who sees what; ` +
      `\`${slashCommand} leave\` takes you off the list.`,
  );
