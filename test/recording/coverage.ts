// Which commands, buttons and forms were come by, and which were used, by the code's own names:
// printed, and kept out of the recording.
import type { Block, View } from './control.ts';
import { buttonsIn } from './elements.ts';

export type Coverage = ReturnType<typeof createCoverage>;

export const createCoverage = () => {
  const typed = new Set<string>();
  const buttons = { seen: new Set<string>(), used: new Set<string>() };
  const forms = { seen: new Set<string>(), used: new Set<string>() };
  const compare = (what: string, { seen, used }: typeof buttons) => {
    const left = [...seen].filter((name) => !used.has(name)).sort();
    return (
      `${what} (${used.size}): ${[...used].sort().join(', ')}\n  seen and not used: ` +
      `${left.join(', ') || 'none'}`
    );
  };
  return {
    typed: (text: string) => void typed.add(text.split(' ')[0] || '(nothing)'),
    tapped: (actionId: string) => void buttons.used.add(nameIn(actionId)),
    submitted: ({ callback_id }: View) => void forms.used.add(callback_id),
    sawBlocks: (blocks: readonly Block[]) => {
      for (const { actionId } of buttonsIn(blocks)) buttons.seen.add(nameIn(actionId));
    },
    sawForm: ({ callback_id }: View) => void (callback_id && forms.seen.add(callback_id)),
    say: () =>
      [
        `Commands (${typed.size}): ${[...typed].sort().join(', ')}`,
        compare('Buttons by action_id', buttons),
        compare('Forms by callback_id', forms),
      ].join('\n'),
  };
};

/** The value follows the name after a dot. */
const nameIn = (actionId: string) => actionId.split('.')[0] ?? '';
