import type { Action } from '../bolt/legacy.ts';

export const endSeries: Action<'end_series'> = {
  tap: 'end_series',
  permission: 'ask members',
  run: async ({ ccgStore, person, now }, { id }) => {
    await ccgStore.series.end(id, person.id, now);
    return { home: true };
  },
};
