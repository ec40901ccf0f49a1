// Text as Slack shows it: mrkdwn with people's and channels' names, plain text as it is.
import { Message } from 'slack-blocks-to-jsx';
import { useSeen } from '../seen.ts';
import { keepLiteral } from './keep-literal.ts';
import type { Text } from './shapes.ts';

export const Words = ({ text, small = false }: { text: Text; small?: boolean }) => {
  const { state } = useSeen();
  if (text.type === 'plain_text') return <p className="words">{text.text}</p>;
  const mrkdwn = { type: 'mrkdwn' as const, text: keepLiteral(text.text) };
  return (
    <Message
      withoutWrapper
      className="words"
      theme="light"
      logo=""
      name=""
      blocks={[small ? { type: 'context', elements: [mrkdwn] } : { type: 'section', text: mrkdwn }]}
      data={{ users: [...state.users], channels: [...state.channels] }}
      hooks={{ emoji: describeEmoji }}
    />
  );
};

/** A time such as 10:30:45 is no emoji. */
const describeEmoji = (emoji: { name: string }, parse: (emoji: never) => string) => {
  const drawn = parse(emoji as never);
  return drawn === emoji.name ? `:${drawn}:` : drawn;
};
