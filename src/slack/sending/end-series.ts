import type { Action } from '../bolt/interaction.ts';

export const endSeries: Action<'end_series'> = {
  tap: 'end_series',
  act: 'ask members',
  run: async ({ home, person, now }, { id }) => {
    await home.series.end(id, person.id, now);
    return { home: true };
  },
};
