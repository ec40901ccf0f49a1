// Accounts that an administrator of the workspace deactivates, and reactivates.
import { asSlack } from '../api/users.ts';
import { passOnEvent } from '../bot/deliver.ts';
import type { Desk } from '../desk.ts';

/**
 * Deactivates an account, or reactivates it, and tells the bot (docs.slack.dev, user_change event).
 * @throws where nobody would be left
 */
export const setActive = async (desk: Desk, id: string, isActive: boolean): Promise<void> => {
  const { users, deactivated } = desk.workspace;
  const user = users.find((each) => each.id === id);
  if (!user) throw new Error('there is nobody of this id');
  if (deactivated.has(id) !== isActive) return;
  if (!isActive && deactivated.size === users.length - 1) throw new Error('somebody has to stay');
  desk.modals.delete(id);
  desk.record({ kind: 'deactivated', user: id, isDeactivated: !isActive });
  await passOnEvent(desk, {
    type: 'user_change',
    user: asSlack(desk, user),
    cache_ts: Math.floor(desk.clock.now() / 1000),
    event_ts: desk.nextTs(),
  });
};

/** @throws where somebody's account is deactivated */
export const refuseDeactivated = ({ workspace }: Desk, user: string): void => {
  if (workspace.deactivated.has(user)) throw new Error('this account is deactivated');
};
