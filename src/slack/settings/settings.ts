// A CCG's settings: the list, and changing one.
import { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { checkSetting, type SettingKey, settingKeys, settingsList } from '../../domain/settings.ts';
import { type Command, type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import {
  actionsBlock,
  contextBlock,
  escapeMrkdwn,
  header,
  notice,
  section,
  textMessage,
  typeText,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { defineModal, freeText, text } from '../ui/modals.ts';
import { openCommand } from '../ui/open-command.ts';
import { chooseRole } from './role-catalogue.ts';

const changeSetting = defineButton('change_setting', z.object({ key: z.string() }));
const settingModal = defineModal('setting', {
  fields: z.object({ value: freeText.nullable() }),
  metadata: z.object({ key: text }),
});

const MAX_VALUE = 1000;

const command: Command = {
  name: 'settings',
  also: ['setup', 'configure'],
  usage: 'settings',
  description: 'Roles, words, the sending window and what people may be asked',
  permission: 'change settings',
  run: async ({ ccg }) => ({
    reply: {
      text: 'Settings',
      blocks: [
        header('Settings'),
        actionsBlock(
          chooseRole('Roles', {}, { style: 'primary' }),
          openCommand('History', { command: 'history' }),
        ),
        ...settingKeys.map((key) =>
          section(describeSetting(key, ccg.settings[key]), changeSetting('Change', { key })),
        ),
        contextBlock('Every change is kept in the history, with who made it.'),
      ],
    },
  }),
};

const describeSetting = (key: SettingKey, value: unknown) =>
  `*${escapeMrkdwn(nameOf(key))}*: ${escapeMrkdwn(String(value) || 'none')}\n` +
  escapeMrkdwn(settingsList[key].sentence);

const nameOf = (key: string) => key.replaceAll('_', ' ');

const isSetting = (key: string): key is SettingKey =>
  (settingKeys as readonly string[]).includes(key);

const askForValue = async (
  { ccg }: MemberInteraction,
  { key }: { readonly key: string },
): Promise<Response> => {
  if (!isSetting(key)) return { reply: textMessage('This setting is no longer in the list.') };
  return {
    modal: settingModal({
      title: 'Change a setting',
      submit: 'Change it',
      metadata: { key },
      blocks: [
        typeText(
          { id: 'value', label: nameOf(key), optional: true },
          { most: MAX_VALUE, initial: String(ccg.settings[key]) },
        ),
        contextBlock(escapeMrkdwn(settingsList[key].sentence)),
      ],
    }),
  };
};

const change = async (
  { store, ccg, person, now }: MemberInteraction,
  { value }: z.infer<typeof settingModal.fields>,
  { key }: z.infer<typeof settingModal.metadata>,
): Promise<Response> => {
  const changed = checkSetting(ccg.settings, key, value ?? '');
  if (isRefusal(changed)) return { errors: { value: changed.refused } };
  await store.ccgs.changeSettings(ccg.code, changed, key as SettingKey, person.id, now);
  const words = `${nameOf(key)} is now: ${String(changed[key as SettingKey]) || 'none'}.`;
  return { modal: notice('Change a setting', words), home: true };
};

export const settings: Feature = {
  commands: [command],
  buttons: [onTap(changeSetting, { permission: 'change settings', run: askForValue })],
  modals: [onSubmit(settingModal, { permission: 'change settings', run: change })],
};
