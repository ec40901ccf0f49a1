// Naming a colleague: by a mention, which Slack writes as <@U123> or <@U123|name>, or by part of
// their name.
import type { Member } from '../../domain/people/people.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { search } from '../../domain/text/search.ts';
import { joinList } from '../../domain/text/words.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;

/** Slack's id of somebody mentioned. */
export const mentioned = (words: string): string | undefined => MENTION.exec(words)?.[1];

/** The one colleague the words name; nobody where they mention somebody who is not on our list. */
export const findColleague = async (
  { ccgStore }: MemberInteraction,
  words: string,
): Promise<Member | undefined | Refusal> => {
  const slackId = mentioned(words);
  if (slackId) return ccgStore.people.bySlackId(slackId);
  const { members } = await ccgStore.register();
  const found = search(members, words.replace(/^@/, ''));
  const [only] = found;
  if (found.length === 1) return only;
  return only
    ? refuse(
        'name_ambiguous',
        `Do you mean ${joinList(
          found.slice(0, 3).map(({ name }) => name),
          'or',
        )}? Type more of the name, or mention them with @.`,
      )
    : refuse(
        'name_unknown',
        `Nobody here is called “${words}”. Mention your colleague with @, or type more of ` +
          'their name.',
      );
};
