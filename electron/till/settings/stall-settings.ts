import { Settings } from '../../../domain/settings/settings.ts';
import type { Tx } from '../database/run.ts';
import { settingReader, writeSetting } from './setting-store.ts';
import { keptFields, readFields } from './setting-fields.ts';

const KEY = 'settings';

/** The fields to change. */
export type SettingsChange = { [K in keyof Settings]?: Settings[K] | undefined };

/** What a till has before anyone changes it. */
const defaultSettings: Settings = {
  stall: { name: 'Lapak Contoh', number: 'A-12', mall: 'Thamrin City', phone: '' },
  receipt: { print: 'always', footer: '', hasQr: true, hasQris: false },
  tenders: { qris: true, card: true, transfer: true },
  tax: { kind: 'none', isAdded: false },
  npwp: '',
  qris: '',
  zone: 'WIB',
  cutOffHour: 3,
  cashRoundingRupiah: 100,
  language: 'id',
  receiptLanguage: 'id',
  colorScheme: 'auto',
  textSizePercent: 100,
  pinUse: 'guarded',
  lockAfterMinutes: 5,
  closing: 'blind',
  drawers: 1,
  sharing: 'totals',
};

/** The till's settings; a field that is missing or cannot be read has its default. */
export const readSettings = settingReader<Settings>(KEY, (kept) =>
  readFields(Settings, kept, defaultSettings),
);

/** Keeps the fields given, and everything else that is kept. @returns the whole. */
export function changeSettings(tx: Tx, change: SettingsChange): Settings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  writeSetting(tx, KEY, { ...keptSettings(tx), ...Object.fromEntries(given) });
  return readSettings(tx);
}

/** As it is kept, also what this program does not know. */
const keptSettings = settingReader<Readonly<Record<string, unknown>>>(KEY, keptFields);
