/** Why a line cannot be taken apart. */
export type LineFault = 'quote' | 'lineTooLong';

/**
 * What one line of the file is; line 1 is the first. A header or row may go on over several lines.
 * The cells of a rejected line are its text between the separators, as it stands.
 */
export type TableLine =
  | {
      readonly kind: 'blank' | 'header' | 'row';
      readonly line: number;
      readonly lines: number;
      readonly cells: readonly string[];
    }
  | {
      readonly kind: 'rejected';
      readonly line: number;
      readonly lines: 1;
      readonly cells: readonly string[];
      readonly fault: LineFault;
    };

/** A table in a text file. */
export interface Table {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Every line from the first to the last, each once; others get their turn in between. */
  lines(): AsyncGenerator<TableLine>;
}
