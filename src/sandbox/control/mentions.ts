// “Escape channels, users, and links sent to your app” (docs.slack.dev, Implementing slash
// commands): mentions become ids, URLs get brackets.
import { type Channel, handleOf, type User, type Workspace } from '../workspace.ts';

/** The text of a command as Slack sends it where the manifest says should_escape. */
export const escapeMentions = ({ users, channels }: Workspace, text: string): string => {
  const links = new Map([
    ...users.flatMap(linksTo),
    ...[...channels.values()].flatMap(linksToChannel),
  ]);
  const longestFirst = [...links.keys()].sort((a, b) => b.length - a.length).map(literally);
  const mention = new RegExp(
    `https?://\\S+|(?<![\\p{L}\\d])(?:${longestFirst.join('|')})(?![\\p{L}\\d])`,
    'giu',
  );
  return text.replace(mention, (found) => links.get(found.toLowerCase()) ?? `<${found}>`);
};

/** By full name, with or without a title, or by handle. */
const linksTo = (user: User): [string, string][] => {
  const name = user.name.toLowerCase();
  const handle = handleOf(user);
  return [name, name.replace(/^dr /, ''), handle].map((typed) => [
    `@${typed}`,
    `<@${user.id}|${handle}>`,
  ]);
};

const linksToChannel = ({ id, name, dmWith }: Channel): [string, string][] =>
  dmWith ? [] : [[`#${name}`, `<#${id}|${name}>`]];

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
