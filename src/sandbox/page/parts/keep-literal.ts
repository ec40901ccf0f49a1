/**
 * What Markdown would take for a heading, a rule, a table, a list or a link, and Slack does not, as
 * character references: slack-blocks-to-jsx reads mrkdwn as Markdown, and leaves out what it has no
 * drawing for.
 */
export const keepLiteral = (mrkdwn: string): string =>
  mrkdwn
    .split(/(`[^`]*`|<[^<>\n]*>)/)
    .map((part, index) => (index % 2 === 1 ? part : literal(part)))
    .join('');

const markdownOnly = /^#+(?=\s)|^ {2,}|^[-=+_*]{2,}\s*$|[|[\]\\]|(?<=\s)[*_~](?=\s)/gm;

const literal = (text: string) =>
  text
    .replace(markdownOnly, (found) => [...found].map(reference).join(''))
    .replace(/(?<!^)&gt;/gm, reference('>'))
    .replaceAll('&lt;', reference('<'));

const reference = (character: string) => `&#${character.charCodeAt(0)};`;
