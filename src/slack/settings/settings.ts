import { settingKeys, settingsList } from '../../domain/settings.ts';
import type { Command } from '../bolt/legacy.ts';
import { actionsBlock, contextBlock, escapeMrkdwn, header, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export const settings: Command = {
  name: 'settings',
  also: ['setup', 'configure'],
  usage: 'settings',
  says: 'Roles, words, the sending window and what people may be asked',
  permission: 'change settings',
  run: async ({ ccg }) => ({
    reply: {
      text: 'Settings',
      blocks: [
        header('Settings'),
        actionsBlock(
          button('choose_role', 'Roles', {}, { style: 'primary' }),
          button('run_command', 'History', { command: 'history' }),
        ),
        ...settingKeys.map((key) =>
          section(
            `*${escapeMrkdwn(key.replaceAll('_', ' '))}*: ` +
              `${escapeMrkdwn(String(ccg.settings[key]) || 'none')}\n${escapeMrkdwn(settingsList[key].sentence)}`,
            button('change_setting', 'Change', { key }),
          ),
        ),
        contextBlock('Every change is kept in the history, with who made it.'),
      ],
    },
  }),
};
