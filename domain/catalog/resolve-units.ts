import type { CatalogColumn } from './catalog-columns.ts';
import type { CatalogRow, Refusal } from './catalog-row.ts';
import type { ImportReason } from './import-reason.ts';
import { foldText } from './search-text.ts';

/** Unit of a new product whose file names none. */
const UNIT_DEFAULT = 'pcs';
const ONE = 1000;

/** A unit that a product already has. */
interface KnownUnit {
  readonly unit: string;
  readonly factorMilli: number;
}

/** A row whose unit and content are certain. */
export interface ResolvedRow extends CatalogRow {
  readonly factorMilli: number;
}

/**
 * Resolves what the rows of one product say of its units; `known` are the units it has, the base
 * unit first, and none for a new product. Rules: a new product's base unit is the row whose content
 * is 1, else the one that names no content; the base unit of a known product stays what it is; a
 * row without a unit is of the base unit; every other new unit says its content; all rows of a code
 * name the same product.
 * @returns the base unit's row first, where there is one
 */
export function resolveUnits(
  rows: readonly CatalogRow[],
  known: readonly KnownUnit[],
): { readonly rows: readonly ResolvedRow[]; readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  const refuse = (row: CatalogRow, column: CatalogColumn, reason: ImportReason, value: string) => {
    refused.push({ row: row.row, column, reason, value, other: '' });
  };
  const baseUnit = known[0]?.unit ?? newBaseUnit(rows);
  const base = baseUnit === undefined ? undefined : findBase(rows, baseUnit);
  const first = base ?? rows[0];
  if (baseUnit === undefined) {
    for (const row of rows) refuse(row, 'factor', 'baseUnitMissing', row.unit);
    return { rows: [], refused };
  }
  const resolved: ResolvedRow[] = [];
  for (const row of base ? [base, ...rows.filter((other) => other !== base)] : rows) {
    const unit = row.unit || baseUnit;
    const before = known.find((other) => isSameUnit(other.unit, unit));
    const factorMilli = row.factorMilli ?? (row === base ? ONE : before?.factorMilli);
    if (first && foldText(row.name) !== foldText(first.name)) {
      const { row: at, code } = row;
      refused.push({
        row: at,
        column: 'code',
        reason: 'codeTwice',
        value: code,
        other: first.name,
      });
    } else if (resolved.some((other) => isSameUnit(other.unit, unit))) {
      refuse(row, 'unit', 'unitTwice', unit);
    } else if (factorMilli === undefined) {
      refuse(row, 'factor', 'missing', '');
    } else if (before && before === known[0] && factorMilli !== ONE) {
      refuse(row, 'factor', 'baseUnitChanged', unit);
    } else {
      resolved.push({ ...row, unit: before?.unit ?? unit, factorMilli });
    }
  }
  return { rows: resolved, refused };
}

/** The base unit that the rows of a new product name, if they do. */
function newBaseUnit(rows: readonly CatalogRow[]): string | undefined {
  const ofOne = rows.find((row) => row.factorMilli === ONE);
  const base = ofOne ?? rows.find((row) => row.factorMilli === null);
  return base && (base.unit || UNIT_DEFAULT);
}

function findBase(rows: readonly CatalogRow[], baseUnit: string): CatalogRow | undefined {
  return rows.find(({ unit, factorMilli }) => {
    const isOne = factorMilli === null || factorMilli === ONE;
    return isOne && (unit === '' || isSameUnit(unit, baseUnit));
  });
}

/** Whether two names are of one unit: their capitals do not count. */
export function isSameUnit(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
