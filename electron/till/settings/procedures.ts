import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { TrailChange } from '../../../domain/journal/trail.ts';
import type { Language, Settings } from '../../../domain/settings/settings.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { actDraft, type JournalTill, writeJournal } from '../journal/write-journal.ts';
import type { TillNews } from '../news.ts';
import { publishSticker } from '../payments/sticker-news.ts';
import { openShifts } from '../shifts/shift-store.ts';
import { assertOwner } from '../staff/bounds.ts';
import { keepDetailsAfter } from '../sync/sent-store.ts';
import { changeSettings, readSettings, type SettingsChange } from './stall-settings.ts';

/** What telling the settings uses of the till. */
interface SettingsNews extends Book {
  readonly news: Pick<TillNews, 'settings'>;
}

/** What changing them uses of it. */
interface SettingsTill extends JournalTill {
  readonly news: Pick<TillNews, 'settings' | 'staff' | 'sticker'>;
}

/** The stall's settings. */
export function readStallSettings(book: Book): Settings {
  return read(book, readSettings);
}

/** The settings now, then the whole after each change. */
export function watchSettings(
  till: SettingsNews,
  signal?: AbortSignal,
): AsyncGenerator<Settings, void, void> {
  return till.news.settings.watch(() => [readStallSettings(till)], signal);
}

/** Switches the language of the screen; how a screen speaks is in no audit trail. */
export function switchLanguage(
  till: SettingsNews,
  { language }: { readonly language: Language },
): void {
  till.news.settings.publish(write(till, (tx) => changeSettings(tx, { language })));
}

/**
 * Keeps the fields given, answers the whole.
 * @throws LapakError BEYOND_OWN where anybody but an owner changes when a PIN is asked for,
 *   DRAWER_IN_USE of a drawer at which a shift is open, and as writeJournal()
 */
export function changeStallSettings(
  till: SettingsTill,
  actor: Actor,
  change: SettingsChange,
): Settings {
  const settings = writeJournal(till, (tx, append) => {
    const before = readSettings(tx);
    if (asksOtherwise(before, change)) assertOwner(tx, actor);
    refuseDrawersInUse(tx, change);
    const after = changeSettings(tx, change);
    const changes = changesBetween(before, after);
    if (changes.length > 0) {
      const act = { act: 'settings-change', changes } as const;
      const { position } = append(actDraft(tx, actor, till.clock(), act));
      if (before.sharing !== after.sharing) {
        keepDetailsAfter(tx, after.sharing === 'details' ? position : null);
      }
    }
    return after;
  });
  till.news.settings.publish(settings);
  publishSticker(till);
  till.news.staff.publish(true); // when a PIN is asked for, and after how long somebody is locked
  return settings;
}

/** @throws LapakError DRAWER_IN_USE */
function refuseDrawersInUse(tx: Tx, { drawers }: SettingsChange): void {
  const found = openShifts(tx).find(({ drawer }) => drawers !== undefined && drawer > drawers);
  if (found) throw new LapakError('DRAWER_IN_USE', { drawer: found.drawer, shift: found.shift });
}

/** Whether it would be asked otherwise who somebody is. */
function asksOtherwise(before: Settings, { pinUse, lockAfterMinutes }: SettingsChange): boolean {
  const isOtherUse = pinUse !== undefined && pinUse !== before.pinUse;
  const isOtherLock =
    lockAfterMinutes !== undefined && lockAfterMinutes !== before.lockAfterMinutes;
  return isOtherUse || isOtherLock;
}

/** Each field that differs, as text: `zone`, `stall.phone`. */
function changesBetween(before: Settings, after: Settings): TrailChange[] {
  const from = fieldsOf(before);
  return [...fieldsOf(after)].flatMap(([field, to]) => {
    const was = from.get(field) ?? '';
    return was === to ? [] : [{ field, from: was, to }];
  });
}

function fieldsOf(fields: object, prefix = ''): ReadonlyMap<string, string> {
  const texts = Object.entries(fields).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [...fieldsOf(value, `${prefix}${name}.`)]
      : [[`${prefix}${name}`, String(value)] as const],
  );
  return new Map(texts);
}
