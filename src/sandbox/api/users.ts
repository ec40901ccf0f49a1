// users.* and auth.test.
import type { Desk } from '../desk.ts';
import { BOT_USER, handleOf, TEAM, type User } from '../workspace.ts';
import { ApiError, type Method } from './method.ts';

/**
 * E-mail addresses need a scope of their own. A deactivated user is “deleted”, with a profile but
 * no real_name or tz beside it.
 */
export const asSlack = ({ manifest, workspace }: Desk, user: User) => {
  const { id, name, email, title } = user;
  const deleted = workspace.deactivated.has(id);
  return {
    id,
    team_id: user.kind === 'external' ? 'T0ELSEWHERE' : TEAM.id,
    name: handleOf(user),
    deleted,
    ...(deleted ? {} : { real_name: name, tz: 'Europe/London' }),
    is_bot: user.kind === 'bot',
    is_restricted: user.kind === 'guest',
    is_ultra_restricted: false,
    ...(user.kind === 'external' ? { is_stranger: true } : {}),
    is_email_confirmed: user.kind !== 'unconfirmed',
    profile: {
      real_name: name,
      display_name: name,
      title,
      ...(manifest.scopes.has('users:read.email') ? { email } : {}),
    },
  };
};

export const usersMethods: Readonly<Record<string, Method>> = {
  'auth.test': {
    token: 'bot',
    perMinute: 300,
    run: ({ baseUrl }) => ({
      url: baseUrl,
      team: TEAM.name,
      team_id: TEAM.id,
      user: 'ccg_engage',
      user_id: BOT_USER,
      bot_id: 'B0BOT',
      is_enterprise_install: false,
    }),
  },
  'users.info': {
    scope: 'users:read',
    token: 'bot',
    perMinute: 100,
    run: (desk, { user: id }) => {
      const user = desk.workspace.users.find((each) => each.id === id);
      if (!user) throw new ApiError('user_not_found');
      return { user: asSlack(desk, user) };
    },
  },
  'users.list': {
    scope: 'users:read',
    token: 'bot',
    perMinute: 20,
    run: (desk, { limit, cursor }) => {
      const start = Number(cursor ?? 0) || 0;
      const end = start + Number(limit ?? 1000);
      const { users } = desk.workspace;
      return {
        members: users.slice(start, end).map((user) => asSlack(desk, user)),
        response_metadata: { next_cursor: end < users.length ? String(end) : '' },
      };
    },
  },
};
