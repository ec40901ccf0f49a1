// Setting up CCGs: making one, its engagement leads, its settings.
import type { Ccg } from '../domain/ccg.ts';
import { isRefusal } from '../domain/refusal.ts';
import { checkSetting, type SettingKey, settingKeys, settingsList } from '../domain/settings.ts';
import { joinList } from '../domain/text/words.ts';
import type { Store } from '../store/store.ts';
import { say, UserError } from './print.ts';

const CODE = /^(\d\d[A-Z]|[A-Z]\d[A-Z]\d[A-Z])$/;

/** Makes a CCG, or brings its name and channel up to date. */
export const create = async (
  store: Store,
  code: string,
  { name, channel: channelId }: { name: string; channel: string },
) => {
  if (!CODE.test(code))
    throw new UserError(`${code} is not a CCG’s ODS code, such as 00K or D9Y0V.`);
  if (!/^[CG][A-Z0-9]{2,}$/.test(channelId))
    throw new UserError(
      `${channelId} is not a Slack channel id. It begins with C and is at the bottom of the ` +
        'channel’s details in Slack.',
    );
  const result = await store.ccgs.create({ code, name, channelId }, new Date());
  const next = `Next: npm run ccg -- import practices FILE --ccg ${code}`;
  say(
    result === 'created'
      ? `Created ${name} (${code}). ${next}`
      : `${name} (${code}) was there already; its name and channel are up to date.`,
  );
};

/** Makes somebody an engagement lead. */
export const addLead = async (
  store: Store,
  who: string,
  { ccg: code, name }: { ccg?: string; name?: string },
) => {
  const ccg = await chooseCcg(store, code);
  const isNew = await store
    .ccg(ccg.code)
    .people.addLead({ ...readWho(who), name: name ?? who }, new Date());
  say(
    isNew
      ? `${who} is now an engagement lead of ${ccg.name}.`
      : `${who} was an engagement lead of ${ccg.name} already.`,
  );
};

/** Takes an engagement lead's rights back; the person stays on the list. */
export const removeLead = async (store: Store, who: string, { ccg: code }: { ccg?: string }) => {
  const ccg = await chooseCcg(store, code);
  const wasLead = await store.ccg(ccg.code).people.removeLead(readWho(who), new Date());
  say(
    wasLead
      ? `${who} is no longer an engagement lead of ${ccg.name}.`
      : `${who} was no engagement lead of ${ccg.name}.`,
  );
};

const readWho = (who: string) => {
  const isEmail = who.includes('@');
  if (!isEmail && !/^[UW][A-Z0-9]{2,}$/.test(who))
    throw new UserError(
      `${who} is neither an e-mail address nor a Slack member id, which begins with U.`,
    );
  return { email: isEmail ? who.toLowerCase() : null, slackId: isEmail ? null : who };
};

/** Shows all settings, shows one, or changes one. */
export const settings = async (
  store: Store,
  key: string | undefined,
  value: string | undefined,
  { ccg: code }: { ccg?: string },
) => {
  const ccg = await chooseCcg(store, code);
  const line = (each: SettingKey) =>
    `${each} = ${String(ccg.settings[each]) || '(none)'}\n    ${settingsList[each].sentence}`;
  if (key === undefined) return say(...settingKeys.map(line));
  const changed = checkSetting(
    ccg.settings,
    key,
    value ?? String(ccg.settings[key as SettingKey] ?? ''),
  );
  if (isRefusal(changed)) throw new UserError(changed.refused);
  if (value === undefined) return say(line(key as SettingKey));
  await store.ccgs.changeSettings(ccg.code, changed, key as SettingKey, null, new Date());
  say(`${key} = ${String(changed[key as SettingKey])}, for ${ccg.name}.`);
};

/** The CCG that was named, or the only one there is. */
export const chooseCcg = async (store: Store, code: string | undefined): Promise<Ccg> => {
  const all = await store.ccgs.all();
  const found = code
    ? all.find((ccg) => ccg.code === code.toUpperCase())
    : all.length === 1
      ? all[0]
      : undefined;
  if (found) return found;
  const known =
    all.length > 0
      ? `There ${all.length === 1 ? 'is' : 'are'} ${joinList(all.map((ccg) => ccg.code))}.`
      : 'There is none yet.';
  throw new UserError(
    code
      ? `There is no CCG ${code}. ${known} Make one with: npm run ccg -- create ${code} --name ` +
          '"…" --channel C…'
      : `Say which CCG with --ccg. ${known}`,
  );
};
