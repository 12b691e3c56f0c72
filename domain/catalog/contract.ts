import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { SCANNED_MAX } from './barcode.ts';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { Settings } from '../settings/settings.ts';
import { decimalMarks } from '../tables/read-number.ts';
import { DraftNote } from './draft-fault.ts';
import { ImportEvent } from './import-report.ts';
import { ProductDraft } from './product-draft.ts';
import { ProductCode, ShelfProduct, UnitName } from './product.ts';

/** Largest catalog file read: 32 MB of text is some 300.000 rows. */
export const IMPORT_CHARACTERS_MAX = 32_000_000;
const SEARCH_PAGE_MAX = 100;

/** The next characters of a file. */
const ExportPiece = z.strictObject({ text: z.string() });
export type ExportPiece = z.output<typeof ExportPiece>;

/** Each grows with every change; a change of the catalog counts as one of the stock too. */
const CatalogVersions = z.strictObject({ catalog: z.int(), stock: z.int() });
export type CatalogVersions = z.output<typeof CatalogVersions>;

/** With what a new stall begins. */
export const beginnings = ['sample', 'empty'] as const;
export type Beginning = (typeof beginnings)[number];

/** A product as somebody saw it before changing it. */
const SeenProduct = ShelfProduct.pick({ name: true, category: true, tax: true, units: true });
export type SeenProduct = z.output<typeof SeenProduct>;

/** What of a product is compared before it is changed. */
export function seenProduct({ name, category, tax, units }: ShelfProduct): SeenProduct {
  return { name, category, ...(tax && { tax }), units };
}

const OneProduct = z.strictObject({ code: ProductCode });
const Done = z.strictObject({});
export type Done = z.output<typeof Done>;

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
        /** Those that are no longer sold, instead of those on the shelf. */
        isArchived: z.boolean().default(false),
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
        barcode: z.string().trim().min(1).max(SCANNED_MAX),
        isWhole: z.boolean().default(true),
      }),
    )
    .errors(pickErrors('BARCODE_UNKNOWN', 'PRODUCT_ARCHIVED'))
    .output(z.strictObject({ product: ShelfProduct, unit: UnitName })),

  /** One product as it is now, on the shelf or archived. */
  product: call('catalog.read')
    .input(OneProduct)
    .errors(pickErrors('PRODUCT_GONE'))
    .output(z.strictObject({ product: ShelfProduct, isArchived: z.boolean() })),

  /**
   * Adds a product, or brings the known one to what the draft says, whole: units and barcodes that
   * are not in it are taken away. A unit that keeps its name stays the unit that it is. When it is
   * no longer as `seen` nothing is written; null is seen where there is none yet.
   */
  save: call('catalog.change')
    .input(z.strictObject({ draft: ProductDraft, seen: SeenProduct.nullable() }))
    .errors(pickErrors('PRODUCT_REFUSED', 'PRODUCT_GONE', 'PRODUCT_CHANGED'))
    .output(z.strictObject({ product: ShelfProduct, notes: z.array(DraftNote) })),

  /** Takes a product off the shelf: it is in no search, count, export or sale. */
  archive: call('catalog.change').input(OneProduct).errors(pickErrors('PRODUCT_GONE')).output(Done),

  /** Puts an archived product back on the shelf. */
  restore: call('catalog.change').input(OneProduct).errors(pickErrors('PRODUCT_GONE')).output(Done),

  /** Begins a new stall, with samples or with nothing; one that has begun is left alone. */
  begin: call('catalog.change')
    .input(z.strictObject({ stall: z.enum(beginnings) }))
    .output(Done),

  /** How much of the sample stall is on the shelf, and whether it can still be deleted. */
  sample: call('catalog.read').output(z.strictObject({ products: z.int(), canClear: z.boolean() })),

  /** Deletes every product of the sample stall that nobody has changed, before the first sale. */
  clearSample: call('catalog.change')
    .errors(pickErrors('SAMPLE_SOLD'))
    .output(z.strictObject({ products: z.int() })),

  /** Archives every product of the sample stall that nobody has changed. */
  archiveSample: call('catalog.change').output(z.strictObject({ products: z.int() })),

  /**
   * Reads a catalog CSV. `dry-run` only reports; `apply` keeps every good row, in steps between
   * which the till goes on selling. Abort the iterator to stop. As soon as somebody else changes
   * the catalog of `seenVersion` it ends with CATALOG_CHANGED: what was added before then stays.
   */
  importCatalog: call('catalog.import', 'file')
    .input(
      z.strictObject({
        content: z.string().max(IMPORT_CHARACTERS_MAX),
        mode: z.enum(['dry-run', 'apply']),
        /** `catalogVersion` of the dry run that a person saw; null compares nothing. */
        seenVersion: z.int().nullable().default(null),
        /** The decimal mark of columns that prove none, once a person has settled a doubt. */
        decimal: z.enum(decimalMarks).nullable().default(null),
        /** Of the reasons in the file of rejected rows. */
        language: Settings.shape.language.default('id'),
      }),
    )
    .errors(
      pickErrors(
        'CSV_BROKEN',
        'CSV_EMPTY',
        'CSV_COLUMN_MISSING',
        'CSV_COLUMN_TWICE',
        'CATALOG_CHANGED',
      ),
    )
    .output(eventIterator(ImportEvent)),

  /** Versions of catalog and stock: now, and at each change by whomever. */
  watch: call('catalog.read').output(eventIterator(CatalogVersions)),

  /** What is on the shelf as a CSV file that importCatalog reads back, piece by piece. */
  exportCatalog: call('catalog.export').output(eventIterator(ExportPiece)),
};
