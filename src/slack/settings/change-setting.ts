import { type SettingKey, settingKeys, settingsList } from '../../domain/settings.ts';
import type { Action } from '../bolt/legacy.ts';
import { contextBlock, escapeMrkdwn, textMessage, typeText } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

/** Opens the form for one setting. */
export const changeSetting: Action<'change_setting'> = {
  tap: 'change_setting',
  permission: 'change settings',
  run: async ({ ccg }, { key }) => {
    if (!settingKeys.includes(key as SettingKey))
      return { reply: textMessage('This setting is no longer in the list.') };
    const { sentence } = settingsList[key as SettingKey];
    const value = String(ccg.settings[key as SettingKey]);
    return {
      modal: modal('setting', {
        title: 'Change a setting',
        submit: 'Change it',
        carries: { key },
        blocks: [
          typeText(
            { id: 'value', label: key.replaceAll('_', ' '), optional: true },
            { most: 1000, initial: value },
          ),
          contextBlock(escapeMrkdwn(sentence)),
        ],
      }),
    };
  },
};
