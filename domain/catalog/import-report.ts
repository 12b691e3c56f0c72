import { z } from 'zod';
import { decimalMarks } from '../tables/read-number.ts';
import { importNotes, importReasons } from './import-reason.ts';

/** Products listed with what changes, and notes listed; beyond that they are only counted. */
export const LISTED_MAX = 500;

/** A cell that kept its row out, or the row itself when `column` is empty. */
export const RejectedCell = z.strictObject({
  /** Line of the file; 1 is the first. */
  row: z.int(),
  /** Title of the column, as it stands in the file. */
  column: z.string(),
  /** Key of the reason's words: `import.reason.<key>`. */
  reason: z.enum(importReasons),
  /** What stood there, shortened. */
  value: z.string(),
  /** The product that already has it, how many letters it may have, the other price; else empty. */
  other: z.string(),
});
export type RejectedCell = z.output<typeof RejectedCell>;

/** What a person should know of a row that comes in. */
export const RowNote = z.strictObject({
  row: z.int(),
  column: z.string(),
  /** Key of its words: `import.note.<key>`. */
  note: z.enum(importNotes),
  /** What stands in the file. */
  value: z.string(),
  /** What it is in the catalog. */
  other: z.string(),
});
export type RowNote = z.output<typeof RowNote>;

/** One change of a product, as a person reads it; `old` is empty for what is new. */
export const ProductChange = z.strictObject({
  /** Key of its words: `import.field.<key>`. */
  field: z.enum(['name', 'category', 'price', 'factor', 'barcode', 'stock', 'floor', 'tax']),
  /** The unit it is about; empty for the product as a whole. */
  unit: z.string(),
  old: z.string(),
  new: z.string(),
});
export type ProductChange = z.output<typeof ProductChange>;

export const planKinds = ['added', 'updated', 'unchanged'] as const;
/** What becomes of a row, or of a product: `updated` when any of its rows changes it. */
export type PlanKind = (typeof planKinds)[number];

/** What becomes of one product of the file. */
export const PlannedProduct = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(planKinds),
  changes: z.array(ProductChange),
});
export type PlannedProduct = z.output<typeof PlannedProduct>;

/**
 * What an import would do, or did. Every row is accounted for:
 * rows = added + updated + unchanged + rejectedRows + remaining.
 */
export const ImportReport = z.strictObject({
  /** Rows below the titles that are not blank. */
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejectedRows: z.int(),
  /** Rows that a stopped import did not come to. */
  remaining: z.int(),
  /** The same, counted by product. */
  products: z.strictObject({ added: z.int(), updated: z.int(), unchanged: z.int() }),
  /** The first LISTED_MAX products that are added or updated, in the order of the file. */
  changes: z.array(PlannedProduct),
  /** The first LISTED_MAX notes, by row. */
  notes: z.array(RowNote),
  noteCount: z.int(),
  rejected: z.array(RejectedCell),
  /** The rejected rows as a CSV file with their reasons, to mend and import; empty for none. */
  rejectedFile: z.string(),
  /** Titles of the file that mean nothing here. */
  unknownColumns: z.array(z.string()),
  /** Of the catalog that the file was compared with: what `apply` sends back. */
  catalogVersion: z.int(),
  /** True when the person stopped it; what was added before then stays. */
  cancelled: z.boolean(),
});
export type ImportReport = z.output<typeof ImportReport>;

const NumberReading = z.strictObject({ decimal: z.enum(decimalMarks), valueMilli: z.int() });

export const ImportEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), doneRows: z.int(), totalRows: z.int() }),
  /** The end, with nothing changed: the same call again with `decimal` decides. */
  z.strictObject({
    type: z.literal('doubt'),
    doubt: z.strictObject({
      column: z.string(),
      example: z.string(),
      asThousands: NumberReading,
      asDecimal: NumberReading,
    }),
  }),
  z.strictObject({ type: z.literal('done'), report: ImportReport }),
]);
export type ImportEvent = z.output<typeof ImportEvent>;
