// One person goes through all there is for them: types each command, taps each button once, and
// fills in each form in several ways.
import type { Player } from './cast.ts';
import type { Message, User, View } from './control.ts';
import type { Coverage } from './coverage.ts';
import { type Button, buttonsIn, fieldsIn } from './elements.ts';
import { fillingsOf } from './fillings.ts';
import type { Scene } from './scene.ts';
import type { Act, Stage } from './stage.ts';

/** What has been tried already, by everybody. */
export type Memory = {
  readonly tapped: Set<string>;
  /**
   * How often each form was submitted, in how many ways it can be, and which way led on to another
   * form.
   */
  readonly submitted: Map<string, number>;
  readonly ways: Map<string, number>;
  readonly onward: Map<string, { readonly way: number; readonly to: string }>;
};

export const newMemory = (): Memory => ({
  tapped: new Set(),
  submitted: new Map(),
  ways: new Map(),
  onward: new Map(),
});

type Explorer = {
  readonly player: Player;
  readonly user: User;
  readonly colleague: User;
  readonly stage: Stage;
  readonly memory: Memory;
  readonly coverage: Coverage;
};

/** They stand for another thing each time, so each is tapped wherever it stands. */
const BY_PLACE = /^Change$/;
/** The same words for two things: told apart by what they stand in. */
const BY_MESSAGE = /^(Over time|Not now|Confirm)$/;
/** What another button of the same message would take away. */
const FIRST = /^(Over time|Send me this with charts)$/;
/** What ends something is left until there is nothing else to do. */
const LAST = /^(Give back|Step down|Hand over|Take back|End it|Take me off the list)$/;
/** As often a form is opened anew, to be filled in another way. */
const MOST_OPENINGS = 5;

export const explore = async (
  explorer: Explorer,
  texts: readonly string[],
  opensHome: boolean,
): Promise<void> => {
  const { stage, user, player } = explorer;
  const home: Act = { what: 'home', body: {}, words: 'opens Home' };
  const queue: Act[] = [
    ...(opensHome ? [home] : []),
    ...texts.map(asCommand),
    ...(opensHome ? [home] : []),
  ];
  const openings = new Map<string, number>();
  const visited = new Set<string>();
  let opener: Act | undefined;
  let hasTapped = false;
  let scene = await stage.see(user);
  const anew = (): Act[] => {
    const count = openings.get(opener?.words ?? '') ?? 0;
    if (
      !opener ||
      count >= MOST_OPENINGS ||
      ![...visited].some((form) => isPending(explorer, form))
    )
      return [];
    openings.set(opener.words, count + 1);
    return [opener];
  };
  while (true) {
    const next = scene.modal
      ? (inModal(explorer, scene.modal) ?? CLOSE)
      : inMessages(explorer, scene);
    if (!next && hasTapped) {
      scene = await stage.passTime(user, scene);
      hasTapped = false;
      continue;
    }
    const act = next ?? queue.shift() ?? last(explorer, scene);
    if (!act) return;
    hasTapped ||= act.what === 'tap';
    if (act === CLOSE) queue.unshift(...anew());
    const before = scene;
    scene = await stage.step(player.role, user, before, act);
    if (!before.modal) {
      opener = act;
      visited.clear();
    }
    if (scene.modal?.submit) visited.add(formKey(explorer, scene.modal));
    if (act.what === 'submit') remember(explorer, before.modal, scene.modal);
    if (act.what === 'command') explorer.coverage.typed((act.body as { text: string }).text);
    if (act.what === 'tap') explorer.coverage.tapped((act.body as { actionId: string }).actionId);
    if (act.what === 'submit' && before.modal) explorer.coverage.submitted(before.modal);
  }
};

const CLOSE: Act = { what: 'close', body: {}, words: 'closes it' };

const asCommand = (text: string): Act => ({
  what: 'command',
  body: { text },
  words: `types “/ccg ${text}”`,
});

/** The newest first; then Home. */
const inMessages = (explorer: Explorer, scene: Scene): Act | undefined =>
  inAnyMessage(explorer, scene, false) ?? inHome(explorer, scene, false);

const last = (explorer: Explorer, scene: Scene) =>
  inAnyMessage(explorer, scene, true) ?? inHome(explorer, scene, true);

const inAnyMessage = (
  explorer: Explorer,
  { messages }: Scene,
  isLast: boolean,
): Act | undefined => {
  const { user } = explorer;
  const seen = [...messages]
    .filter(([channel]) => channel === `D${user.id.slice(1)}` || channel.startsWith('C'))
    .flatMap(([channel, all]) => all.map((message) => ({ ...message, channel })))
    .sort((a, b) => (a.ts < b.ts ? 1 : -1));
  return first(seen, (message) =>
    tapIn(explorer, 'a message', message, { channel: message.channel, ts: message.ts }, isLast),
  );
};

const inHome = (explorer: Explorer, { home }: Scene, isLast: boolean) =>
  home ? tapIn(explorer, 'Home', home, { viewId: home.id }, isLast) : undefined;

const first = <Given, Found>(
  all: readonly Given[],
  find: (each: Given) => Found | undefined,
): Found | undefined => {
  for (const each of all) {
    const found = find(each);
    if (found) return found;
  }
  return undefined;
};

const tapIn = (
  { player, memory }: Explorer,
  where: string,
  place: Message | View,
  at: object,
  isLast: boolean,
): Act | undefined => {
  const keyOf = (button: Button) =>
    [
      player.group,
      where.replace('Home', 'a modal'),
      button.label.replace(/\d+/g, 'N'),
      contextOf(place, button),
    ].join('|');
  const left = buttonsIn(place.blocks).filter(
    (each) => LAST.test(each.label) === isLast && !memory.tapped.has(keyOf(each)),
  );
  const button = left.find(({ label }) => FIRST.test(label)) ?? left[0];
  if (!button) return undefined;
  memory.tapped.add(keyOf(button));
  const { label, actionId, beside } = button;
  const besides = BY_PLACE.test(label) ? ` beside “${beside.split('\n')[0]}”` : '';
  return { what: 'tap', body: { ...at, actionId }, words: `taps “${label}” in ${where}${besides}` };
};

const contextOf = (place: Message | View, { label, beside }: Button): string => {
  if (BY_PLACE.test(label)) return beside.split(':')[0] ?? '';
  if (!BY_MESSAGE.test(label)) return '';
  const isNewcomer = beside.includes('says they work at');
  return (
    `${isNewcomer} ` +
    `${'text' in place ? place.text.replace(/\d+/g, 'N').slice(0, 20) : place.title?.text}`
  );
};

const inModal = (explorer: Explorer, modal: View): Act | undefined =>
  tapIn(explorer, 'a modal', modal, { viewId: modal.id }, false) ?? fillIn(explorer, modal);

/**
 * The next way to fill it in; or, where a form that follows it is not done yet, the way that led
 * there.
 */
const fillIn = (explorer: Explorer, modal: View): Act | undefined => {
  if (!modal.submit) return undefined;
  const { memory, stage, user, colleague } = explorer;
  const key = formKey(explorer, modal);
  const filler = { today: stage.now(), self: user.id, colleague: colleague.id };
  const ways = fillingsOf(fieldsIn(modal.blocks), filler);
  memory.ways.set(key, ways.length);
  const done = memory.submitted.get(key) ?? 0;
  const onward = memory.onward.get(key);
  const way =
    done < ways.length ? done : onward && isPending(explorer, onward.to) ? onward.way : undefined;
  const filling = way === undefined ? undefined : ways[way];
  if (!filling) return undefined;
  memory.submitted.set(key, done + 1);
  const words = `submits “${modal.title?.text}” ${filling.name}`;
  return { what: 'submit', body: { viewId: modal.id, values: filling.values }, words };
};

const isPending = ({ memory }: Explorer, form: string) =>
  (memory.submitted.get(form) ?? 0) < (memory.ways.get(form) ?? 1);

/** By what stands on it, so that it is the same whatever the code calls it. */
const formKey = ({ player }: Explorer, { title, submit, blocks }: View): string =>
  [player.group, title?.text, submit?.text, ...fieldsIn(blocks).map(({ label }) => label)].join(
    '|',
  );

const remember = (explorer: Explorer, before: View | null, after: View | null) => {
  if (!before || !after?.submit) return;
  const [from, to] = [formKey(explorer, before), formKey(explorer, after)];
  const way = (explorer.memory.submitted.get(from) ?? 1) - 1;
  if (from !== to && !explorer.memory.onward.has(from))
    explorer.memory.onward.set(from, { way, to });
};
