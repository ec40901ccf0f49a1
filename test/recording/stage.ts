// One thing done after another, each at its own moment, and what was said to it.
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Control, User, View } from './control.ts';
import type { Coverage } from './coverage.ts';
import { look, type Scene, sayDifference } from './scene.ts';

/** Something somebody does: which of the control interface's acts, with what, and in words. */
export type Act = {
  readonly what: 'command' | 'tap' | 'submit' | 'home' | 'close';
  readonly body: object;
  readonly words: string;
};

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** An engagement lead, whose page is the longest: takes no part, but for asking for it. */
export const BYSTANDER = 'Tom Ashworth';
/** So far the clock is moved. What the bot wakes up for is done within it. */
const STEP_MS = 90_000;
/** After so long without a word the bot has said all it had to say. */
const QUIET_MS = 30;

export const openStage = async (sandbox: Control, start: Date, coverage: Coverage) => {
  const { users } = await sandbox.state();
  for (const user of users) await sandbox.act('direct', { user: user.id });
  const channels = (await sandbox.state()).channels.map(({ id }) => id).sort();
  const lines: string[] = [];
  let at = start;
  let steps = 0;

  const settle = async () => {
    let before = '';
    for (let now = await traffic(sandbox); now !== before; now = await traffic(sandbox)) {
      before = now;
      await pause(QUIET_MS);
    }
  };
  /**
   * Asked for afterwards, and no less work, twice: when it is there, all the rest has been said.
   */
  const fence = async () => {
    const user = userCalled(users, BYSTANDER).id;
    for (const text of ['me', 'me']) await sandbox.act('command', { user, text });
  };
  const moveTo = async (to: Date) => {
    at = to;
    await sandbox.moveTo(at);
    await settle();
  };
  const see = async (user: User, known?: Scene): Promise<Scene> => {
    const near = known
      ? [`D${user.id.slice(1)}`, ...channels.filter((channel) => channel.startsWith('C'))]
      : channels;
    const scene = await look(sandbox, near, user.id, known?.messages);
    const blocks = [
      ...[...scene.messages.values()].flat(),
      ...(scene.home ? [scene.home] : []),
      ...(scene.modal ? [scene.modal] : []),
    ];
    for (const each of blocks) coverage.sawBlocks(each.blocks);
    if (scene.modal) coverage.sawForm(scene.modal);
    return scene;
  };

  return {
    users,
    now: () => at,
    see,
    lines: () => lines,
    steps: () => steps,
    /** To a moment, where the bot does what is due by then, and what it says to somebody. */
    waitUntil: async (to: Date, user: User): Promise<void> => {
      const before = await see(user);
      await moveTo(to);
      lines.push(`# ${to.toISOString()}\n`, ...sayDifference(before, await see(user)), '');
    },
    /** A little later: what came of all that was done, for everybody. */
    passTime: async (user: User, before: Scene): Promise<Scene> => {
      await moveTo(new Date(at.getTime() + STEP_MS));
      const after = await see(user);
      const said = sayDifference(before, after);
      if (said.length > 0) lines.push('## A little later', ...said, '');
      return after;
    },
    /** Does it, and says what came of it. Returns what there is to see afterwards. */
    step: async (role: string, user: User, before: Scene, act: Act): Promise<Scene> => {
      steps += 1;
      const answer = await sandbox.act(act.what, { user: user.id, ...act.body });
      if (act.what !== 'close') await fence();
      await settle();
      const { modal } = await sandbox.views(user.id);
      const isMoving = concernsOthers(act, answer, modal);
      if (isMoving) await moveTo(new Date(at.getTime() + STEP_MS));
      const after = await see(user, isMoving ? undefined : before);
      if (steps % 25 === 0) console.error(`Step ${steps}`);
      lines.push(
        `## ${user.name} (${role}): ${act.words}`,
        ...sayAnswer(answer),
        ...sayDifference(before, after),
        '',
      );
      return after;
    },
  };
};

/**
 * Where others may hear of it at once, the clock is moved at once, which takes time; else when the
 * person turns to something else.
 */
const concernsOthers = ({ what, body }: Act, { ok }: Answer, modal: View | null): boolean => {
  if (what === 'command') return /^(claim|handover|cover) ./.test((body as { text: string }).text);
  return what === 'submit' && ok && !modal?.submit;
};

/** Somebody, by a part of their name. */
export const userCalled = (users: readonly User[], part: string): User => {
  const found = users.find(({ name }) => name.includes(part));
  if (!found) throw new Error(`Nobody in the sandbox is called ${part}.`);
  return found;
};

const traffic = async (sandbox: Control) => JSON.stringify((await sandbox.state()).traffic);

/**
 * What was wrong with a form, field by field: in the order of their words, as fields may be named
 * otherwise.
 */
const sayAnswer = ({ ok, error, errors = {} }: Answer): string[] => [
  ...(ok || Object.keys(errors).length > 0 ? [] : [`refused: ${error ?? ''}`]),
  ...Object.values(errors)
    .sort()
    .map((words) => `beside a field: ${words}`),
];
