import { Settings } from '../../../domain/settings/settings.ts';
import type { Tx } from '../database/run.ts';
import { settingReader, writeSetting } from './setting-store.ts';

const KEY = 'settings';

/** The fields to change. */
export type SettingsChange = { [K in keyof Settings]?: Settings[K] | undefined };

/** What a till has before anyone changes it. */
const defaultSettings: Settings = {
  stall: { name: 'Lapak Contoh', number: 'A-12', mall: 'Thamrin City', phone: '' },
  zone: 'WIB',
  cutOffHour: 3,
  cashRoundingRupiah: 100,
  language: 'id',
  colorScheme: 'auto',
};

/** The till's settings; a field that is missing or unreadable has its default. */
export const readSettings = settingReader<Settings>(KEY, (kept) => {
  const read = Settings.partial().safeParse(kept);
  return { ...defaultSettings, ...(read.success ? withoutUndefined(read.data) : {}) };
});

/** Keeps the fields given. @returns the whole. */
export function changeSettings(tx: Tx, change: SettingsChange): Settings {
  const settings = { ...readSettings(tx), ...withoutUndefined(change) };
  writeSetting(tx, KEY, settings);
  return settings;
}

function withoutUndefined(fields: SettingsChange) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Settings>; // the same fields, less the undefined ones
}
