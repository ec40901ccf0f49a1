import type { Action } from '../bolt/legacy.ts';

/**
 * A button of a message that is only looked at: it shows what people will see, and does nothing.
 */
export const previewTap: Action<'preview'> = {
  tap: 'preview',
  permission: 'ask members',
  run: async () => ({}),
};
