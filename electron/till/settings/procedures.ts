import type { Settings } from '../../../domain/settings/settings.ts';
import { read, write } from '../database/write.ts';
import type { Till } from '../till.ts';
import { changeSettings, readSettings, type SettingsChange } from './stall-settings.ts';

/** The stall's settings. */
export function readStallSettings(till: Till): Settings {
  return read(till, readSettings);
}

/** Keeps the fields given, answers the whole. */
export function changeStallSettings(till: Till, change: SettingsChange): Settings {
  return write(till, (tx) => changeSettings(tx, change));
}
