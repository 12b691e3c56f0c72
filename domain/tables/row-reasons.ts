/** Why a cell or a whole row of a file was rejected, in words. */
export interface RowReason {
  readonly row: number;
  /** Title of the cell's column; empty when the whole row is meant. */
  readonly column: string;
  readonly sentence: string;
}

/** All that is said of each row as one text, by its line. */
export function reasonsByRow(reasons: readonly RowReason[]): Map<number, string> {
  const words = new Map<number, string>();
  for (const { row, column, sentence } of reasons) {
    const told = column === '' ? sentence : `${column}: ${sentence}`;
    const before = words.get(row);
    words.set(row, before === undefined ? told : `${before.replace(/\.$/, '')}. ${told}`);
  }
  return words;
}
