import { barcodeForms } from './barcode.ts';
import type { Refusal } from './catalog-row.ts';
import type { CatalogProduct } from './group-rows.ts';
import type { ImportReason } from './import-reason.ts';
import type { PlanKind, ProductChange } from './import-report.ts';
import { BARCODES_MAX, type ShelfProduct } from './product.ts';
import { changesOfRow, newBarcodes } from './product-changes.ts';
import { type ResolvedRow, resolveUnits } from './resolve-units.ts';
import { type Note, notesOfRow } from './row-notes.ts';
import { formatQuantity } from '../quantity.ts';
import { type FileClaims, noClaims } from './file-claims.ts';
import { findHighFloor } from './floor.ts';
import { taxAfter } from './product-tax.ts';

/** A row that comes in. */
export interface PlannedRow extends ResolvedRow {
  readonly kind: PlanKind;
  readonly changes: readonly ProductChange[];
  /** Those that its unit does not have yet. */
  readonly newBarcodes: readonly string[];
}

/** What becomes of a product of the file: each of its rows comes in or is refused. */
export interface ProductPlan {
  readonly code: string;
  readonly rows: readonly PlannedRow[];
  readonly refused: readonly Refusal[];
  readonly notes: readonly Note[];
  /** As it is in the catalog. */
  readonly known: KnownProduct | undefined;
}

export interface KnownProduct {
  readonly productId: number;
  readonly shelf: ShelfProduct;
  readonly isArchived: boolean;
}

/** A catalog, as far as a file is compared with it. */
export interface CatalogLook {
  /** The product of a code, archived or not. */
  ofCode(code: string): KnownProduct | undefined;
  /** What a barcode leads to, in one of its forms. */
  ofBarcode(form: string): { readonly name: string } | undefined;
  /** The codes that are this one but for their capitals. */
  codesLike(code: string): readonly string[];
}

/**
 * Compares a product of the file with the catalog and with what came before it in the file.
 * Changes nothing but `claims`.
 */
export function planProduct(
  catalog: CatalogLook,
  product: CatalogProduct,
  claims: FileClaims,
): ProductPlan {
  const { code } = product;
  const known = catalog.ofCode(code);
  const resolved = resolveUnits(product.rows, known?.shelf.units ?? []);
  const refused = [...resolved.refused];
  const own = noClaims();
  const free = resolved.rows.filter((row) => {
    const refusal =
      findCodeTaken(catalog, row, known, claims) ??
      findBarcodeTaken(catalog, row, known, [claims, own]) ??
      findOutOfBounds(row, known);
    if (refusal) refused.push(refusal);
    else own.claimBarcodes(newBarcodes(row, known?.shelf), row);
    return !refusal;
  });
  const hasBase = known !== undefined || free[0] === resolved.rows[0];
  if (!hasBase) {
    for (const row of free) refused.push(refuse(row, 'factor', 'baseUnitMissing', row.unit));
  }
  const rows = (hasBase ? free : []).map((row, at) => planRow(row, known, at === 0));
  const tax = rows[0] && taxAfter(rows[0], known?.shelf);
  const notes = rows.flatMap((row, at) => {
    return notesOfRow(row, known?.shelf, { isFirst: at === 0, tax });
  });
  if (rows[0] && known?.isArchived) {
    const { row } = rows[0];
    notes.push({ row, column: 'code', note: 'archived', value: code, other: known.shelf.name });
  }
  if (rows[0] && !known) {
    const other = findOtherCase(catalog, code, claims);
    if (other !== undefined) {
      notes.push({ row: rows[0].row, column: 'code', note: 'codeCase', value: code, other });
    }
    claims.claimCode(code, rows[0].name);
  }
  for (const row of rows) claims.claimBarcodes(row.newBarcodes, row);
  return { code, rows, refused, notes, known };
}

function planRow(row: ResolvedRow, known: KnownProduct | undefined, isFirst: boolean): PlannedRow {
  const changes = changesOfRow(row, known?.shelf, { isFirst });
  const kind = known ? (changes.length > 0 ? 'updated' : 'unchanged') : 'added';
  return { ...row, kind, changes, newBarcodes: newBarcodes(row, known?.shelf) };
}

/** Refuses a new product whose code is a barcode of another: whoever scans it sells the other. */
function findCodeTaken(
  catalog: CatalogLook,
  row: ResolvedRow,
  known: KnownProduct | undefined,
  claims: FileClaims,
): Refusal | undefined {
  if (known) return undefined;
  for (const form of barcodeForms(row.code)) {
    const owner = claims.ofBarcode(form) ?? catalog.ofBarcode(form);
    if (owner) return refuse(row, 'code', 'codeIsBarcode', row.code, owner.name);
  }
  return undefined;
}

/** Refuses a row with a new barcode that leads elsewhere already. */
function findBarcodeTaken(
  catalog: CatalogLook,
  row: ResolvedRow,
  known: KnownProduct | undefined,
  [claims, own]: readonly [FileClaims, FileClaims],
): Refusal | undefined {
  for (const value of newBarcodes(row, known?.shelf)) {
    for (const form of barcodeForms(value)) {
      const claim = claims.ofBarcode(form) ?? own.ofBarcode(form);
      if (claim) return refuse(row, 'barcode', 'barcodeTwice', value, claim.name);
      const owner = catalog.ofBarcode(form);
      if (owner) return refuse(row, 'barcode', 'barcodeTaken', value, owner.name);
      const other = form === row.code ? undefined : findByCode(catalog, form, claims);
      if (other) return refuse(row, 'barcode', 'barcodeIsCode', value, other.name);
    }
  }
  return undefined;
}

function findOutOfBounds(row: ResolvedRow, known: KnownProduct | undefined): Refusal | undefined {
  const unit = known?.shelf.units.find((other) => other.unit === row.unit);
  const highFloor = findHighFloor(row, unit);
  if (highFloor) return highFloor;
  const has = unit?.barcodes.length ?? 0;
  const barcodes = newBarcodes(row, known?.shelf);
  if (barcodes.length > 0 && has + barcodes.length > BARCODES_MAX) {
    return refuse(row, 'barcode', 'tooMany', barcodes.join(' ').slice(0, 80));
  }
  const stock = row.stockMilli ?? 0;
  if (known || stock >= 0) return undefined;
  return refuse(row, 'stock', 'numberNegative', formatQuantity(stock));
}

function findByCode(catalog: CatalogLook, code: string, claims: FileClaims) {
  return claims.ofCode(code) ?? catalog.ofCode(code)?.shelf;
}

function findOtherCase(catalog: CatalogLook, code: string, claims: FileClaims) {
  return claims.otherCase(code) ?? catalog.codesLike(code).find((other) => other !== code);
}

function refuse(
  { row }: ResolvedRow,
  column: Refusal['column'],
  reason: ImportReason,
  value: string,
  other = '',
): Refusal {
  return { row, column, reason, value, other };
}
