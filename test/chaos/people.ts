// The people of a trial: they tap what they see, and remember what they were told had been done.
import { setTimeout as pause } from 'node:timers/promises';
import { buttonsIn } from '../../src/sandbox/reading.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { post } from '../../src/sandbox/visitor.ts';
import { messagesIn } from '../../src/sandbox/workspace.ts';
import type { Dice } from '../proofs/year/ccg.ts';

/**
 * `isTold`: Slack got its acknowledgement, and nobody apologised. Otherwise it may have been stored
 * or not.
 */
export type Tap = { readonly user: string; readonly actionId: string; readonly isTold: boolean };

export type People = {
  /**
   * A few of those who have a message tap one of its buttons. Whoever is still waiting for an
   * answer does not tap again.
   */
  tapSome(most: number): Promise<void>;
  taps(): readonly Tap[];
};

const APOLOGY = /something went wrong|Nothing has been saved yet/;

/** @param tapped which buttons, by their action_id */
export const gather = ({ url, desk }: Sandbox, dice: Dice, tapped: RegExp): People => {
  const { workspace } = desk;
  const taps: Tap[] = [];
  const busy = new Set<string>();
  const channelOf = (user: string) => `D${user.slice(1)}`;
  const letters = (user: string) =>
    messagesIn(workspace, channelOf(user)).filter(({ metadata }) => metadata);
  const buttonsOf = (user: string) =>
    letters(user).flatMap(({ ts, blocks }) =>
      buttonsIn(blocks).flatMap(({ actionId }) => (tapped.test(actionId) ? { ts, actionId } : [])),
    );
  const apologies = (user: string) =>
    messagesIn(workspace, channelOf(user)).filter(({ text, blocks }) =>
      APOLOGY.test(text + JSON.stringify(blocks)),
    ).length;

  const tapOne = async (user: string) => {
    const chosen = dice.oneOf(buttonsOf(user));
    if (!chosen) return;
    const before = apologies(user);
    busy.add(user);
    const { ok } = await post(`${url}/control/tap`, { user, channel: channelOf(user), ...chosen });
    busy.delete(user);
    taps.push({ user, actionId: chosen.actionId, isTold: ok && apologies(user) === before });
  };
  return {
    tapSome: async (most) => {
      const able = () =>
        workspace.users
          .map(({ id }) => id)
          .filter((id) => !busy.has(id) && buttonsOf(id).length > 0);
      for (let waits = 0; able().length === 0 && waits < 30; waits += 1) await pause(50);
      await Promise.all(dice.some(able(), most).map(tapOne));
    },
    taps: () => taps,
  };
};
