import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { importReasons } from './import-reason.ts';
import { ShelfProduct, UnitName } from './product.ts';

/** Largest catalog file read: 32 MB of text is some 300.000 rows. */
export const IMPORT_CHARACTERS_MAX = 32_000_000;
const SEARCH_PAGE_MAX = 100;

/**
 * A cell that kept its row out, or the row itself when `column` is empty. Rows count from 1 =
 * header.
 */
export const RejectedCell = z.strictObject({
  row: z.int(),
  /** Title of the column, as it stands in the file. */
  column: z.string(),
  /** Key of the reason's words: `import.reason.<key>`. */
  reason: z.enum(importReasons),
  /** What stood there, shortened. */
  value: z.string(),
  /** Name of the product that already has it; empty when the reason is another. */
  other: z.string(),
});
export type RejectedCell = z.output<typeof RejectedCell>;

export const ImportReport = z.strictObject({
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(RejectedCell),
  /** True when the person stopped it; what was added before then stays. */
  cancelled: z.boolean(),
});
export type ImportReport = z.output<typeof ImportReport>;

export const ImportEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), doneRows: z.int(), totalRows: z.int() }),
  z.strictObject({ type: z.literal('done'), report: ImportReport }),
]);
export type ImportEvent = z.output<typeof ImportEvent>;

export const catalogContract = {
  /**
   * Products whose name, code or barcode contains every word of `text`, best match first: exact
   * code or barcode, then names that begin with it, then words that do, then the rest.
   * An empty text lists the catalog by name.
   */
  search: call('catalog.read')
    .input(
      z.strictObject({
        text: z.string().max(200),
        /** Empty for all. */
        category: z.string().max(120),
        /** `nextCursor` of the page before; empty for the first. */
        cursor: z.string().max(400),
        limit: z.int().min(1).max(SEARCH_PAGE_MAX),
      }),
    )
    .output(z.strictObject({ products: z.array(ShelfProduct), nextCursor: z.string() })),

  /** Categories in use with their number of products, by name. */
  categories: call('catalog.read').output(
    z.array(z.strictObject({ name: z.string(), products: z.int() })),
  ),

  /** The product and unit that a scanned barcode, or a typed code, stands for. */
  findBarcode: call('catalog.read')
    .input(z.strictObject({ barcode: z.string().trim().min(1).max(200) }))
    .errors(pickErrors('BARCODE_UNKNOWN'))
    .output(z.strictObject({ product: ShelfProduct, unit: UnitName })),

  /**
   * Reads a catalog CSV. `dry-run` only reports; `apply` keeps every good row, in steps between
   * which the till goes on selling. Abort the iterator to stop.
   */
  importCatalog: call('catalog.import', 'file')
    .input(
      z.strictObject({
        content: z.string().max(IMPORT_CHARACTERS_MAX),
        mode: z.enum(['dry-run', 'apply']),
      }),
    )
    .errors(pickErrors('CSV_BROKEN', 'CSV_COLUMN_MISSING'))
    .output(eventIterator(ImportEvent)),
};
