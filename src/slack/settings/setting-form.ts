import { isRefusal } from '../../domain/refusal.ts';
import { checkSetting, type SettingKey } from '../../domain/settings.ts';
import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';

export const settingForm: Form<'setting'> = {
  form: 'setting',
  permission: 'change settings',
  run: async ({ store, ccg, person, now }, { value }, { key }) => {
    const changed = checkSetting(ccg.settings, key, value ?? '');
    if (isRefusal(changed)) return { errors: { value: changed.refused } };
    await store.ccgs.changeSettings(ccg.code, changed, key as SettingKey, person.id, now);
    const said = `${key.replaceAll('_', ' ')} is now: ${String(changed[key as SettingKey]) || 'none'}.`;
    return { modal: notice('Change a setting', said), home: true };
  },
};
