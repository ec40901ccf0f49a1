import { areaName, areasOf, ownPractices, winLimits } from '../../domain/wins/wins.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import type { Command } from '../bolt/legacy.ts';
import { ownWins } from '../home/wins.ts';
import { chooseOne, contextBlock, option, typeText } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

/** The choice of the whole organisation, beside the codes of practices. */
export const EVERYWHERE = 'all';

export const share: Command = {
  name: 'share',
  also: ['win', 'wins', 'success'],
  says: 'Share what works; “share mine” for what you have shared',
  permission: 'share a win',
  run: async (interaction, words) =>
    /^(mine|my|me|own)$/i.test(words)
      ? { reply: { text: 'What you have shared', blocks: await ownWins(interaction) } }
      : { modal: await shareForm(interaction) },
};

const shareForm = async ({ ccgStore, ccg, person }: MemberInteraction) => {
  const { practices, roles } = await ccgStore.register();
  const places = [
    ...ownPractices(person, practices).map(({ name, code }) => option(name, code)),
    option(`All of ${ccg.name}`, EVERYWHERE),
  ];
  const areas = areasOf(roles).map((role) => option(areaName(role), role.key));
  return modal('share', {
    title: 'Share what works',
    submit: 'See how it looks',
    carries: {},
    blocks: [
      typeText(
        { id: 'what', label: 'What did you do?', hint: 'One sentence.' },
        { most: winLimits.what },
      ),
      typeText(
        {
          id: 'result',
          label: 'What came of it?',
          hint: 'A figure helps, if you have one. No patient details, please.',
        },
        { multiline: true, most: winLimits.result },
      ),
      chooseOne({ id: 'place', label: 'Where' }, places, places[0]),
      ...(areas.length > 0
        ? [chooseOne({ id: 'area', label: 'Clinical area', optional: true }, areas)]
        : []),
      contextBlock('You see it before anybody else does, and nothing is posted until you say yes.'),
    ],
  });
};
