// Who goes through everything, and what each of them types.

/**
 * `name` is a part of their name; `colleague` is whom they hand on to, and choose in forms. What
 * one of a group has tapped and filled in, the
 * others do not again.
 */
export type Player = {
  readonly role: string;
  readonly group: 'members' | 'leads';
  readonly name: string;
  readonly colleague: string;
};

const gp: Player = { role: 'GP', group: 'members', name: 'Amara Osei', colleague: 'Helen Carver' };
export const lead: Player = {
  role: 'engagement lead',
  group: 'leads',
  name: 'Priya Nair',
  colleague: 'Helen Carver',
};

/**
 * A GP who holds no role, a practice lead, an area lead, somebody who is on no roster, and an
 * engagement lead.
 */
export const cast: readonly Player[] = [
  gp,
  { role: 'practice lead', group: 'members', name: 'Leila Haddad', colleague: 'Peter Lindqvist' },
  { role: 'area lead', group: 'members', name: 'Grace Adeyemi', colleague: 'Sunita Rao' },
  { role: 'stranger', group: 'members', name: 'Robin Vale', colleague: 'Helen Carver' },
  lead,
];

/**
 * Every command, with what people typically type after it: nothing, something that is found, and
 * something that is not.
 */
export const textsFor = (player: Player): readonly string[] =>
  player === gp || player === lead
    ? [...texts(player), ...(player === lead ? alsoTexts : [])]
    : fewTexts(player);

const texts = ({ colleague }: Player) => [
  ...['', 'help', 'clame', 'xyzzy', 'privacy', 'me'],
  ...['who', 'who diabetes', 'who riverside', 'who haddad', 'who @Dr Rhys Morgan', 'who zzzz'],
  ...[
    'claim',
    'claim diabetes',
    'claim lead',
    'claim chair',
    'claim locality lead',
    'claim juggling',
  ],
  ...['join', 'join saltmarsh', 'join zzzz'],
  ...['handover', `handover @${colleague}`, 'handover @Nobody', 'release'],
  ...[
    'cover',
    `cover @${colleague}`,
    'cover @Nobody until Friday',
    `cover @${colleague} until Friday`,
    'cover',
  ],
  ...['interests', 'interests mine', 'share', 'share mine', 'quiet', 'quiet practice', 'quiet'],
  ...['survey', 'remind', 'results', 'results pulse', 'results zzzz', 'summary', 'history'],
  ...[
    'practices',
    'practices harbour',
    'practices zzzz',
    'vacancies',
    'vacancies wolds',
    'vacancies zzzz',
  ],
  ...['settings', 'quiet'],
];

/** What says something else to those who hold a role, or to a stranger. */
const fewTexts = ({ colleague }: Player) => [
  ...[
    '',
    'help',
    'clame',
    'me',
    'who',
    'who abbey',
    'claim lead',
    'claim diabetes',
    'handover',
    `handover @${colleague}`,
  ],
  ...[
    'release',
    'cover',
    'interests',
    'interests mine',
    'share mine',
    'quiet practice',
    'survey',
    'summary',
    'settings',
  ],
];

/** Other words for the same commands. */
const alsoTexts: readonly string[] = [
  ...[
    'take',
    'volunteer',
    'find',
    'whois',
    'my',
    'roles',
    'pause',
    'away',
    'snooze',
    'days',
    'register',
    'practice',
  ],
  ...['resign', 'step', 'hand', 'pass', 'deputy', 'holiday', 'leave-cover', 'declare', 'conflicts'],
  ...[
    'win',
    'wins',
    'success',
    'unsubscribe',
    'stop',
    'delete',
    'pulse',
    'ask',
    'reminder',
    'answers',
  ],
  ...[
    'report',
    'digest',
    'vacant',
    'gaps',
    'setup',
    'configure',
    'log',
    'changes',
    '?',
    'commands',
  ],
];
