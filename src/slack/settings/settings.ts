import { settingKeys, settingsList } from '../../domain/settings.ts';
import type { Command } from '../bolt/interaction.ts';
import { buttons, context, header, safe, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export const settings: Command = {
  name: 'settings',
  also: ['setup', 'configure'],
  usage: 'settings',
  says: 'Roles, words, the sending window and what people may be asked',
  act: 'change settings',
  run: async ({ ccg }) => ({
    reply: {
      text: 'Settings',
      blocks: [
        header('Settings'),
        buttons(
          button('choose_role', 'Roles', {}, { style: 'primary' }),
          button('run_command', 'History', { command: 'history' }),
        ),
        ...settingKeys.map((key) =>
          section(
            `*${safe(key.replaceAll('_', ' '))}*: ${safe(String(ccg.settings[key]) || 'none')}\n${safe(settingsList[key].sentence)}`,
            button('change_setting', 'Change', { key }),
          ),
        ),
        context('Every change is kept in the history, with who made it.'),
      ],
    },
  }),
};
