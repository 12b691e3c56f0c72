import { LapakError } from '../../domain/errors.ts';

/**
 * Most that the parts of a ZIP file may unfold to together. A bank's sheet of 100.000 rows and
 * seven columns unfolds to 41 MB, measured with its texts shared and inline; 60 MB of cells are
 * read in some five seconds, during which nothing else is done.
 */
const MEGABYTES_MAX = 60;
/** Parts of a workbook: real ones have some dozen. */
const PARTS_MAX = 2000;

const END = 0x06054b50;
const END_BYTES = 22;
const COMMENT_MAX = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** What stands where a size is told elsewhere, as files of more than 4 GB do. */
const ELSEWHERE = 0xffffffff;

/**
 * Adds up what the parts of a ZIP file say they unfold to, before anything is unfolded: whoever
 * unfolds them holds each to its word. Source: APPNOTE.TXT 4.3.
 * @throws LapakError WORKBOOK_UNFOLDS, WORKBOOK_BROKEN
 */
export function checkUnfolding(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new LapakError('WORKBOOK_BROKEN', { detail: 'ZIP' });
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let part = 0; part < parts; part += 1) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) {
      throw new LapakError('WORKBOOK_BROKEN', { detail: 'ZIP' });
    }
    const folded = view.getUint32(at + 20, true);
    const unfolded = view.getUint32(at + 24, true);
    // A part that says nothing of its size would be unfolded without an end.
    const isUntold = unfolded === ELSEWHERE || (unfolded === 0 && folded > 2);
    sum += unfolded;
    if (isUntold || parts > PARTS_MAX || sum > MEGABYTES_MAX * 1_000_000) {
      throw new LapakError('WORKBOOK_UNFOLDS', { maxMegabytes: MEGABYTES_MAX });
    }
    const texts = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += texts.reduce((length, text) => length + text, ENTRY_BYTES);
  }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_MAX);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}
