import type { Settings } from '../../../domain/settings/settings.ts';
import type { Book } from '../database/book.ts';
import { read, write } from '../database/write.ts';
import type { TillNews } from '../news.ts';
import { changeSettings, readSettings, type SettingsChange } from './stall-settings.ts';

/** What settings use of the till. */
interface SettingsTill extends Book {
  readonly news: Pick<TillNews, 'settings'>;
}

/** The stall's settings. */
export function readStallSettings(book: Book): Settings {
  return read(book, readSettings);
}

/** The settings now, then the whole after each change. */
export function watchSettings(
  till: SettingsTill,
  signal?: AbortSignal,
): AsyncGenerator<Settings, void, void> {
  return till.news.settings.watch(() => [readStallSettings(till)], signal);
}

/** Keeps the fields given, answers the whole. */
export function changeStallSettings(till: SettingsTill, change: SettingsChange): Settings {
  const settings = write(till, (tx) => changeSettings(tx, change));
  till.news.settings.publish(settings);
  return settings;
}
