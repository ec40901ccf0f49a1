import { practicesLedBy } from '../../domain/people/lighter-touch.ts';
import { professions } from '../../domain/people/people.ts';
import { isAllowed } from '../../domain/people/permissions.ts';
import type { Practice } from '../../domain/people/practices.ts';
import type { Register } from '../../domain/roles/register.ts';
import { capitalise, joinList } from '../../domain/text/words.ts';
import type { WaitingPrompt } from '../../store/sending/prompts.ts';
import type { Interaction, MemberInteraction } from '../bolt/interaction.ts';
import { figuresLine } from '../indicators/figures.ts';
import { touchLine } from '../people/lighter-touch-message.ts';
import { ownRoles } from '../roles/release.ts';
import { requestTitle } from '../roles/request-message.ts';
import { membersAt, practiceSeats } from '../roles/who-message.ts';
import { showPrompt } from '../sending/show-prompt.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  escapeMrkdwn,
  header,
  section,
} from '../ui/blocks.ts';
import { openCommand } from '../ui/open-command.ts';
import { ownWins } from '../wins/own-wins.ts';
import { budgetBlocks } from './budget.ts';
import { leadBlocks } from './lead.ts';
import { responseBlocks } from './responses.ts';
import { seatsToConfirm } from './to-confirm.ts';

/** Slack takes 100 blocks in a Home tab. */
const MAX_BLOCKS = 100;

export const homeView = async (interaction: Interaction): Promise<Block[]> => {
  const { member, userRoles } = interaction;
  // a deactivated account is nothing to us, whatever its person was before
  const blocks = userRoles.length === 0 ? [] : member ? await memberPage(member) : welcome;
  return blocks.slice(0, MAX_BLOCKS);
};

/** A member's page: what waits for them, their roles, their practices, and what we ask of them. */
export const memberPage = async (interaction: MemberInteraction): Promise<Block[]> => {
  const { ccgStore, person } = interaction;
  const [register, waiting] = await Promise.all([
    ccgStore.register(),
    ccgStore.prompts.waitingFor(person.id),
  ]);
  return [
    header(`Hello ${person.name}`),
    section(describeWork(interaction, register)),
    ...waitingBlocks(waiting),
    ...(await responseBlocks(interaction)),
    header('Your roles'),
    ...rolesBlocks(interaction, register),
    ...practiceBlocks(interaction, register),
    ...(isAllowed(interaction.userRoles, 'share a win') ? await ownWins(interaction) : []),
    ...seatsToConfirm(interaction, register),
    ...(await budgetBlocks(interaction, register)),
    ...(person.engagementLead ? await leadBlocks(interaction, register) : []),
  ];
};

const welcome: Block[] = [
  header('Welcome'),
  section(
    'I keep track of who leads on what in your practices, ask short questions, and pass on ' +
      'what members say. You are not on a practice’s list yet; joining takes a minute.',
  ),
  actionsBlock(
    openCommand('Find my practice', { command: 'join' }, { style: 'primary' }),
    openCommand('Who sees what', { command: 'privacy' }),
  ),
];

const describeWork = ({ person, ccg }: MemberInteraction, register: Register) => {
  const practices = person.memberships.map(({ practiceCode, confirmed }) => {
    const name = register.practices.find(({ code }) => code === practiceCode)?.name ?? practiceCode;
    return confirmed ? name : `${name} (to be confirmed)`;
  });
  const parts = [
    capitalise(professions[person.profession]),
    ...(practices.length > 0 ? [joinList(practices)] : []),
    ccg.name,
  ];
  return parts.map(escapeMrkdwn).join(', ');
};

const waitingBlocks = (waiting: readonly WaitingPrompt[]): Block[] =>
  waiting.length > 0
    ? [
        header('Waiting for you'),
        ...waiting.map(({ id, title, request }) =>
          section(
            escapeMrkdwn(request ? requestTitle(request) : title),
            showPrompt('Open', { id }, { style: 'primary' }),
          ),
        ),
      ]
    : [];

const rolesBlocks = ({ ccg, person }: MemberInteraction, register: Register): Block[] => {
  const own = ownRoles(register, person.id);
  const none = person.engagementLead
    ? `You lead engagement for ${ccg.name}.`
    : `You have the ${ccg.settings.everyday} role, as everyone has: your daily work is ` +
      'commissioning.';
  return [
    ...(own.length > 0 ? own : [section(escapeMrkdwn(none))]),
    actionsBlock(
      openCommand('Take a role', { command: 'claim' }),
      openCommand('Who does what', { command: 'who' }),
    ),
  ];
};

const practiceBlocks = ({ person, ccg, now }: MemberInteraction, register: Register): Block[] => {
  const led = practicesLedBy(person, register);
  return register.practices
    .filter(({ code }) => person.memberships.some(({ practiceCode }) => practiceCode === code))
    .flatMap((practice) => [
      header(practice.name),
      ...practiceSeats({ register, words: ccg.settings, now }, practice),
      ...(led.some(({ code }) => code === practice.code) ? leadLines(practice) : []),
      contextBlock(
        escapeMrkdwn(
          `Its people: ${joinList(membersAt(register, practice).map(({ name }) => name))}`,
        ),
      ),
    ]);
};

/**
 * For its own leads: its figures, and its lighter touch where it has one, to be ended in one tap.
 */
const leadLines = (practice: Practice): Block[] => [
  figuresLine(practice),
  ...(practice.lightSince ? [touchLine(practice)] : []),
];
