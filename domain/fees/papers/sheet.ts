import type { ReportFact } from '../../shifts/report-rows.ts';

/**
 * A paper as a description, which the PDF and the screen draw alike: nothing can stand on one and
 * be missing on the other.
 */
export interface PaperSheet {
  /** Name of its file, without what kind of file it is. */
  readonly file: string;
  readonly size: 'A4' | 'A4-landscape' | 'A5-landscape';
  readonly issuer: { readonly name: string; readonly lines: readonly string[] };
  readonly title: string;
  /** Of a letter in the middle, of anything else across from who writes. */
  readonly titleAt: 'side' | 'middle';
  /** Below the title; empty for none. */
  readonly number: string;
  /** The date of the file, so that its bytes are the same whenever it is made. `YYYY-MM-DD` */
  readonly on: string;
  /** Across the paper: SALINAN, BATAL; empty for none. */
  readonly mark: string;
  readonly blocks: readonly PaperBlock[];
}

/** A part of a paper. */
export type PaperBlock =
  | PaperTable
  | { readonly kind: 'facts'; readonly heading: string; readonly facts: readonly ReportFact[] }
  /** Lines to be filled in, as a kuitansi has them: what is asked, a colon, what stands there. */
  | { readonly kind: 'form'; readonly rows: readonly (ReportFact & { readonly isStrong?: true })[] }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly tone: 'plain' | 'strong' | 'quiet' | 'small';
    }
  /** The sum that matters, large, with what is said of it. */
  | { readonly kind: 'sum'; readonly label: string; readonly text: string; readonly how: string }
  | PaperQr
  | PaperSign
  /** Two columns. */
  | {
      readonly kind: 'beside';
      readonly left: readonly PaperBlock[];
      readonly right: readonly PaperBlock[];
    };

/** A list with the names of its columns and, below it, what it comes to. */
export interface PaperTable {
  readonly kind: 'table';
  readonly heading: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Each as a row under the others; the first cells are its words. */
  readonly sums: readonly (readonly PaperCell[])[];
}

export interface PaperColumn {
  readonly name: string;
  /** A figure ends where those above it do. */
  readonly isFigure?: true;
  /** Takes the room that the others leave. */
  readonly isWide?: true;
}

/** A date of the calendar, `YYYY-MM-DD`, and how a paper writes it. */
export interface PaperDate {
  readonly date: string;
  readonly text: string;
}

/** Text, whole rupiah, or a date; null for nothing. */
export type PaperCell = string | number | PaperDate | null;

/** A code to scan. */
export interface PaperQr {
  readonly kind: 'qr';
  readonly text: string;
  readonly caption: string;
  /** Printed side. mm */
  readonly sideMm: number;
}

/** Where and when, who, and room for a signature. */
export interface PaperSign {
  readonly kind: 'sign';
  /** `Jakarta, 29 November 2026`; empty for none. */
  readonly place: string;
  readonly role: string;
  /** Empty leaves a line to write on. */
  readonly name: string;
  /** What stands in the box for a revenue stamp; empty for no box. */
  readonly stamp: string;
}
