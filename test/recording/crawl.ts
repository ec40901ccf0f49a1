// Everything that can be typed, tapped and submitted, by everybody it is for, over some weeks.
import { cast, lead, type Player, textsFor } from './cast.ts';
import type { Control } from './control.ts';
import type { Coverage } from './coverage.ts';
import { explore, newMemory } from './explore.ts';
import { BYSTANDER, openStage, userCalled } from './stage.ts';

/** In the hours for sending: what was asked for goes out, comes again, closes and is summed up. */
const DAYS = ['2026-12-09T12:50:00Z', '2027-01-13T12:55:00Z'];

export const recordCrawl = async (
  sandbox: Control,
  start: Date,
  coverage: Coverage,
): Promise<string> => {
  const stage = await openStage(sandbox, start, coverage);
  const memory = newMemory();
  const person = (part: string) => userCalled(stage.users, part);
  const go = (player: Player, texts: readonly string[], opensHome: boolean) =>
    explore(
      {
        player,
        user: person(player.name),
        colleague: person(player.colleague),
        stage,
        memory,
        coverage,
      },
      texts,
      opensHome,
    );
  const others = stage.users.filter(
    ({ name }) =>
      ![BYSTANDER, ...cast.map((player) => player.name)].some((each) => name.includes(each)),
  );
  const goOthers = async () => {
    for (const { name } of others)
      await go({ role: 'colleague', group: 'members', name, colleague: 'Helen Carver' }, [], false);
  };
  const tell = (what: string) => console.error(`${stage.steps()} steps: ${what}`);

  await stage.waitUntil(start, person(lead.name));
  for (const player of cast) {
    await go(player, textsFor(player), true);
    tell(player.role);
  }
  await goOthers();
  for (const day of DAYS) {
    await stage.waitUntil(new Date(day), person(lead.name));
    for (const player of cast) await go(player, [], true);
    await goOthers();
    tell(day);
  }
  for (const player of cast) await go(player, ['leave', 'me'], true);
  return stage.lines().join('\n');
};
