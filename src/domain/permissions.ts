// Who may do what. Every command, tap and form names one of these acts.

/** Someone Slack knows but no CCG; a person of the CCG; a person of the CCG who leads engagement. */
export type Standing = 'stranger' | 'member' | 'engagement_lead';

const everyone: readonly Standing[] = ['stranger', 'member', 'engagement_lead'];
const members: readonly Standing[] = ['member', 'engagement_lead'];
const leads: readonly Standing[] = ['engagement_lead'];

export const permissions = {
  'read help': everyone,
  'read privacy': everyone,
  join: everyone,
  'look up': members,
  'read own page': members,
  claim: members,
  release: members,
  'go quiet': members,
  leave: members,
  answer: members,
  confirm: members, // whom a member may confirm is decided by confirmation.ts
  'confirm members': leads,
  'ask members': leads,
  'read summary': leads,
  'post summary': leads,
  'read vacancies': leads,
  'read results': leads,
} as const satisfies Record<string, readonly Standing[]>;

export type Act = keyof typeof permissions;

export const mayDo = (standing: Standing, act: Act): boolean => (permissions[act] as readonly Standing[]).includes(standing);
