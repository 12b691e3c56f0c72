import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { TrailChange } from '../../../domain/journal/trail.ts';
import { readQris, readStaticQris } from '../../../domain/payments/qris.ts';
import { ownerOf, type StickerCheck, stickerDifference } from '../../../domain/payments/sticker.ts';
import { write } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import { type JournalTill, writeAct } from '../journal/write-journal.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { keepLook, keepPutOff } from './sticker-kept.ts';
import { publishSticker, type StickerNewsTill } from './sticker-news.ts';

/**
 * Compares what was read off the sticker with the stall's own QRIS, and writes down what was found,
 * the same or another. What cannot be read is found nothing in, and is not written down.
 * @throws LapakError QRIS_UNSET, QRIS_ONE_TIME of the stall's own code for one payment, what
 *   readQris() throws, CLOCK_WRONG; then nothing was written
 */
export function checkSticker(
  till: JournalTill & StickerNewsTill,
  actor: Actor,
  { qris }: { readonly qris: string },
): StickerCheck {
  const check = writeAct(till, actor, (tx, tell) => {
    const registered = readSettings(tx).qris;
    if (registered === '') throw new LapakError('QRIS_UNSET', {});
    const [own, found] = [readStaticQris(registered), readQris(qris)];
    const difference = stickerDifference(own, found);
    // No sticker asks for one sum: this one was taken off a screen.
    if (difference === null && found.kind === 'dynamic') throw new LapakError('QRIS_ONE_TIME', {});
    const both = { difference, own: ownerOf(own), found: ownerOf(found) };
    keepLook(tx, registered, {
      atMs: till.clock(),
      businessDate: todayOf(tx, till),
      cashier: actor.cashier,
      result: difference === null ? 'same' : 'other',
      found: both.found,
    });
    tell({ act: 'qris-check', subject: both.found.nmid, changes: changesOf(both) });
    return both;
  });
  publishSticker(till);
  return check;
}

/** Asks again tomorrow; nothing of it is in the journal. @throws LapakError CLOCK_WRONG */
export function putOffSticker(till: StickerNewsTill): void {
  write(till, (tx) => keepPutOff(tx, todayOf(tx, till)));
  publishSticker(till);
}

/** What the audit trail tells of it: the result, and in what another one differs. */
function changesOf({ difference, own, found }: StickerCheck): TrailChange[] {
  if (difference === null) return [{ field: 'sticker', from: '', to: 'same' }];
  return [
    { field: 'sticker', from: '', to: 'other' },
    { field: 'nmid', from: own.nmid, to: found.nmid },
    { field: 'merchant', from: own.merchant, to: found.merchant },
  ];
}
