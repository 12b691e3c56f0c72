import type { RowReason } from '../../tables/row-reasons.ts';
import type { Translator } from '../../text.ts';
import type { RejectedRow, StatementNote } from './statement.ts';

/** Why lines of a bank or settlement file are left out, in words. */
export function rejectedReasons(
  { rejected }: { readonly rejected: readonly RejectedRow[] },
  speaker: Translator,
): RowReason[] {
  return rejected.map(({ row, column, reason, value }) => ({
    row,
    column,
    sentence: speaker.text(`bank.reason.${reason}`, { value }),
  }));
}

/** What a person should know of a bank or settlement file beside that, in words. */
export function notedReasons(
  { notes }: { readonly notes: readonly StatementNote[] },
  speaker: Translator,
): RowReason[] {
  return notes.map(({ row, note }) => ({
    row,
    column: '',
    sentence: speaker.text(`bank.note.${note}`),
  }));
}
