import { SHIFTS_PAGE_MAX } from '../../domain/shifts/contract.ts';
import type { ShiftSummary } from '../../domain/shifts/report.ts';
import type { Translator } from '../../domain/text.ts';
import { localStamp } from '../../domain/time.ts';
import { listShifts } from '../till/shifts/procedures.ts';
import type { Till } from '../till/till.ts';
import { count, defineCommand } from '../../node/cli/command.ts';
import { withBook } from './with-till.ts';

/** Every shift with its Z report, the newest first. */
export const shifts = defineCommand({
  name: 'shifts',
  about: 'cli.about.shifts',
  argument: null,
  options: { limit: count },
  async run({ dataDir, options, speaker }) {
    const { limit = Number.POSITIVE_INFINITY } = options;
    const found = await withBook(dataDir, async (till) => readShifts(till, limit));
    const words = found.map((shift) => shiftWords(shift, speaker));
    const none = [speaker.text('cli.noShifts')];
    return { ok: true, report: { shifts: found }, words: words.length === 0 ? none : words };
  },
});

function readShifts(till: Till, limit: number): ShiftSummary[] {
  const found: ShiftSummary[] = [];
  let cursor = '';
  do {
    const left = Math.min(SHIFTS_PAGE_MAX, limit - found.length);
    const page = listShifts(till, { cursor, limit: left });
    found.push(...page.shifts);
    cursor = page.nextCursor;
  } while (cursor !== '' && found.length < limit);
  return found;
}

function shiftWords(summary: ShiftSummary, speaker: Translator): string {
  const { shift, drawer, openedAtMs, offsetMinutes, closing } = summary;
  const opened = localStamp(openedAtMs, offsetMinutes);
  if (!closing) return speaker.text('cli.shiftOpen', { shift, drawer, opened });
  return speaker.text('cli.shiftClosed', {
    shift,
    drawer,
    opened,
    number: closing.number,
    closed: localStamp(closing.closedAtMs, closing.offsetMinutes),
    net: closing.netRupiah,
    difference: closing.differenceRupiah,
  });
}
