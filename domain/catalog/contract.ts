import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { Settings } from '../settings/settings.ts';
import { decimalMarks } from '../tables/read-number.ts';
import { ImportEvent } from './import-report.ts';
import { ShelfProduct, UnitName } from './product.ts';

/** Largest catalog file read: 32 MB of text is some 300.000 rows. */
export const IMPORT_CHARACTERS_MAX = 32_000_000;
const SEARCH_PAGE_MAX = 100;

/** The next characters of a file. */
const ExportPiece = z.strictObject({ text: z.string() });
export type ExportPiece = z.output<typeof ExportPiece>;

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

  /**
   * The product and unit that a scanned barcode stands for; a product code too where the scan
   * `isWhole`: a part of a code is no other code.
   */
  findBarcode: call('catalog.read')
    .input(
      z.strictObject({
        barcode: z.string().trim().min(1).max(200),
        isWhole: z.boolean().default(true),
      }),
    )
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
        /** The decimal mark of columns that prove none, once a person has settled a doubt. */
        decimal: z.enum(decimalMarks).nullable().default(null),
        /** Of the reasons in the file of rejected rows. */
        language: Settings.shape.language.default('id'),
      }),
    )
    .errors(pickErrors('CSV_BROKEN', 'CSV_EMPTY', 'CSV_COLUMN_MISSING', 'CSV_COLUMN_TWICE'))
    .output(eventIterator(ImportEvent)),

  /** The whole catalog as a CSV file that importCatalog reads back, piece by piece. */
  exportCatalog: call('catalog.read').output(eventIterator(ExportPiece)),
};
