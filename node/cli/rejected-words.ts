import type { Translator } from '../../domain/text.ts';

/** A cell that kept its row out, or the whole row when `column` is empty. */
export interface RejectedInWords {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

/** Every rejected cell on a line of its own, below how many there are. */
export function rejectedWords(rejected: readonly RejectedInWords[], speaker: Translator): string[] {
  if (rejected.length === 0) return [speaker.text('cli.rejectedNone')];
  const lines = rejected.map(({ row, column, reason }) =>
    column === ''
      ? speaker.text('cli.rejectedRow', { row, reason })
      : speaker.text('cli.rejectedCell', { row, column, reason }),
  );
  return [speaker.text('cli.rejected', { rejected: rejected.length }), ...lines];
}
