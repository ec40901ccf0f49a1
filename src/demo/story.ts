// Three months of NHS Fernshire CCG, act by act, as people would have lived them: typed, tapped and
// submitted.
import { playClosingTheLoop } from './closing-the-loop.ts';
import type { DemoContext } from './context.ts';
import { playReminder } from './reminder.ts';
import { playCover, playHandingOn, playRoles } from './roles.ts';
import { playSharing } from './sharing.ts';
import { playMeeting, playPulse, playTopics } from './surveys.ts';

/** The story, from the first Monday on. */
export const tellStory = async (stage: DemoContext): Promise<void> => {
  await playRoles(stage);
  await playPulse(stage, 1, ['Mostly', 'Not really', 'Not sure']);
  await playHandingOn(stage, 3);
  await playReminder(stage, 4);
  await playMeeting(stage, 6);
  await playPulse(stage, 8, ['Yes, very much', 'Mostly', 'Yes']);
  await playClosingTheLoop(stage, 10);
  await playSharing(stage, 10);
  await playTopics(stage, 11);
  await playCover(stage, 12);
};
