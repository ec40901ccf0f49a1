import type { Introduced, RequestView } from '../../domain/roles/requests.ts';
import {
  contextBlock,
  escapeMrkdwn,
  type Message,
  mention,
  section,
  textMessage,
} from '../ui/blocks.ts';

/** To the author of a win: who would like to hear more about it. It asks for no reply. */
export const introductionMessage = ({ introduced }: RequestView): Message => {
  const people = introduced.filter(({ name, what }) => name && what);
  if (people.length === 0)
    return textMessage(
      'Somebody was interested in what you shared, and that has passed. Nothing is needed.',
    );
  return {
    text: 'Colleagues would like to hear more about what you shared',
    blocks: [
      section(people.map(introduce).join('\n')),
      contextBlock(
        'They tapped Interested and know that you are told. A word when it suits you is all ' +
          'it takes; I need no reply.',
      ),
    ],
  };
};

const introduce = ({ practice, what, ...person }: Introduced) =>
  `*${mention(person)}*${practice ? `, ${escapeMrkdwn(practice)},` : ''} would like to hear ` +
  `more about “${escapeMrkdwn(what)}”.`;
