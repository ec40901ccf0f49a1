// Who may do what: one table. Every command, tap and form names one of these acts.

import type { RoleLevel } from '../roles/roles.ts';
import type { Member } from './people.ts';

/**
 * What somebody is to the CCG; they can be several at once. A stranger is nobody of ours yet; whose
 * account is deactivated is nothing at all, and members of another CCG are what they are there, and
 * see nothing of this one. Levels count for confirmed holders only.
 */
export type UserRole = 'stranger' | 'to_be_confirmed' | 'member' | RoleLevel | 'engagement_lead';

const leads: readonly UserRole[] = ['engagement_lead'];
const confirmed: readonly UserRole[] = [
  'member',
  'practice_lead',
  'area_lead',
  'leadership',
  ...leads,
];
const members: readonly UserRole[] = ['to_be_confirmed', ...confirmed];
const everyone: readonly UserRole[] = ['stranger', ...members];

export const permissions = {
  'read help': everyone,
  'read privacy': everyone,
  join: everyone,
  'look up': members,
  'read own page': members,
  claim: members,
  release: members,
  'hand over': members, // only one's own seats: handover.ts
  'take over': members, // the holder decides
  'reply to a request': members, // only one that was put to oneself
  'ask for cover': members,
  'read interests': confirmed,
  'declare interests': members,
  'go quiet': members,
  leave: members,
  answer: members,
  // only for one's own practice: lighter-touch.ts
  'choose a lighter touch': ['practice_lead', ...leads],
  'share a win': confirmed,
  confirm: confirmed, // whom a member may confirm is decided by confirmation.ts
  'confirm members': leads,
  'ask members': leads,
  'read summary': leads,
  'post summary': leads,
  'read vacancies': leads,
  'invite a practice': leads,
  'read results': leads,
  'close the loop': leads,
  'read practices': leads,
  'note a contact': leads,
  'look at figures': ['practice_lead', ...leads], // only one's own practice: may-see.ts
  'edit roles': leads,
  'change settings': leads,
  'read history': leads,
} as const satisfies Record<string, readonly UserRole[]>;

export type Permission = keyof typeof permissions;

export const isAllowed = (standings: readonly UserRole[], act: Permission): boolean =>
  standings.some((standing) => (permissions[act] as readonly UserRole[]).includes(standing));

/**
 * What a person of the CCG is to it; who works at no practice any more is a stranger again.
 * `levels`: those of the seats they hold and that are confirmed.
 */
export const userRolesOf = (person: Member, levels: readonly RoleLevel[]): UserRole[] => [
  ...(person.engagementLead ? (['engagement_lead'] as const) : []),
  ...(person.memberships.some((membership) => membership.confirmed)
    ? (['member', ...levels] as const)
    : person.memberships.length > 0
      ? (['to_be_confirmed'] as const)
      : person.engagementLead
        ? []
        : (['stranger'] as const)),
];
