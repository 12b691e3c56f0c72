import type { Settings } from '../../../domain/settings/settings.ts';
import { read, write } from '../database/write.ts';
import type { Book } from '../database/book.ts';
import { changeSettings, readSettings, type SettingsChange } from './stall-settings.ts';

/** The stall's settings. */
export function readStallSettings(book: Book): Settings {
  return read(book, readSettings);
}

/** Keeps the fields given, answers the whole. */
export function changeStallSettings(book: Book, change: SettingsChange): Settings {
  return write(book, (tx) => changeSettings(tx, change));
}
