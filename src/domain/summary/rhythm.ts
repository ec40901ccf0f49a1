/** How often a summary is posted in the channel. */
export const rhythms = ['month', 'week', 'never'] as const;

export type Rhythm = (typeof rhythms)[number];
