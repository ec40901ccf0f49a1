// The CCGs that this bot serves.

import type { Ccg } from '../domain/ccg.ts';
import { defaultCatalogue } from '../domain/roles/catalogue.ts';
import {
  readSettings,
  type SettingKey,
  type Settings,
  settingKeys,
  settingsList,
} from '../domain/settings.ts';
import type { Database } from './database.ts';
import { toRow } from './roles/catalogue.ts';
import { record } from './roles/history.ts';

export const ccgs = (db: Database) => ({
  all: async (): Promise<Ccg[]> => (await db.ccg.findMany({ orderBy: { name: 'asc' } })).map(toCcg),

  find: async (code: string): Promise<Ccg | undefined> => {
    const row = await db.ccg.findUnique({ where: { code } });
    return row ? toCcg(row) : undefined;
  },

  /**
   * Creates a CCG with the default roles. Where it exists, gives it the name and channel; its roles
   * and settings stay.
   */
  create: (
    { code, name, channelId }: Omit<Ccg, 'settings'>,
    now: Date,
  ): Promise<'created' | 'updated'> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.ccg.createMany({
        data: [{ code, name, channelId, createdAt: now }],
        skipDuplicates: true,
      });
      if (count === 0) {
        await tx.ccg.update({ where: { code }, data: { name, channelId } });
        return 'updated';
      }
      await tx.role.createMany({
        data: defaultCatalogue.map((role) => ({ ...toRow(role), ccgCode: code })),
      });
      await record(tx, code, now, { kind: 'ccg_created' });
      return 'created';
    }),

  /** Stores the settings that differ from their defaults. */
  changeSettings: (
    code: string,
    settings: Settings,
    changed: SettingKey,
    actorId: string | null,
    now: Date,
  ): Promise<void> =>
    db.$transaction(async (tx) => {
      await tx.ccg.update({ where: { code }, data: { settings: differing(settings) } });
      await record(tx, code, now, { kind: 'setting_changed', about: changed, actorId });
    }),
});

const toCcg = (row: { code: string; name: string; channelId: string; settings: unknown }): Ccg => ({
  ...row,
  settings: readSettings(row.settings),
});

const differing = (settings: Settings) =>
  Object.fromEntries(
    settingKeys
      .filter((key) => settings[key] !== settingsList[key].fallback)
      .map((key) => [key, settings[key]]),
  );
