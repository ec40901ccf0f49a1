// History added up: who holds what, so that it can be told from history alone.
import type { Change, ChangeKind } from './history.ts';
import type { SeatScope } from './roles.ts';

export type Held = SeatScope & {
  readonly personId: string;
  readonly roleKey: string;
  readonly confirmed: boolean;
};

/** Who holds what, as the lines of history in their order add up to. */
export const replay = (changes: readonly Change[]): Held[] => {
  const held = new Map<string, Held>();
  for (const change of changes) {
    const key = [change.personId, change.roleKey, change.practiceCode, change.locality].join('|');
    const confirmed = CONFIRMED[change.kind];
    if (change.kind === 'role_released' || change.kind === 'role_ended') held.delete(key);
    else if (confirmed !== undefined && change.personId && change.roleKey)
      held.set(key, {
        ...placeIn(change),
        personId: change.personId,
        roleKey: change.roleKey,
        confirmed,
      });
  }
  return [...held.values()];
};

/** Whether a holding is confirmed after a change that leaves it standing. */
const CONFIRMED: { readonly [Kind in ChangeKind]?: boolean } = {
  role_claimed: true,
  role_asked: false,
  role_confirmed: true,
  role_renewed: true,
  role_lapsed: false,
};

const placeIn = ({ practiceCode, locality }: Change): SeatScope => ({ practiceCode, locality });
