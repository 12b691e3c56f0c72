import type { Settings } from '../../../domain/settings/settings.ts';
import { read, write } from '../database/write.ts';
import type { Connection } from '../database/connection.ts';
import { changeSettings, readSettings, type SettingsChange } from './stall-settings.ts';

/** The stall's settings. */
export function readStallSettings(book: Connection): Settings {
  return read(book, readSettings);
}

/** Keeps the fields given, answers the whole. */
export function changeStallSettings(book: Connection, change: SettingsChange): Settings {
  return write(book, (tx) => changeSettings(tx, change));
}
