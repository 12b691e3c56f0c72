import type { CatalogColumn, CatalogRow, Refusal } from './catalog-row.ts';
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
export interface SettledRow extends CatalogRow {
  readonly factorMilli: number;
}

/**
 * Settles what the rows of one product say of its units; `known` are the units it has, the base
 * unit first, and none for a new product. Rules: a new product's base unit is the row whose content
 * is 1, else the one that names no content; the base unit of a known product stays what it is;
 * every other new unit says its content; all rows of a code name the same product.
 * @returns the base unit's row first, where there is one
 */
export function settleUnits(
  rows: readonly CatalogRow[],
  known: readonly KnownUnit[],
): { readonly rows: readonly SettledRow[]; readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  const refuse = (row: CatalogRow, column: CatalogColumn, reason: string, value: string) => {
    refused.push({ row: row.row, column, reason, value, other: '' });
  };
  const base = findBase(rows, known);
  const first = base ?? rows[0];
  if (!base && known.length === 0) {
    for (const row of rows) refuse(row, 'factor', 'baseUnitMissing', row.unit);
    return { rows: [], refused };
  }
  const settled: SettledRow[] = [];
  for (const row of base ? [base, ...rows.filter((other) => other !== base)] : rows) {
    const unit = row.unit || known[0]?.unit || UNIT_DEFAULT;
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
    } else if (settled.some((other) => isSameUnit(other.unit, unit))) {
      refuse(row, 'unit', 'unitTwice', unit);
    } else if (factorMilli === undefined) {
      refuse(row, 'factor', 'missing', '');
    } else if (before && before === known[0] && factorMilli !== ONE) {
      refuse(row, 'factor', 'baseUnitChanged', unit);
    } else {
      settled.push({ ...row, unit: before?.unit ?? unit, factorMilli });
    }
  }
  return { rows: settled, refused };
}

function findBase(rows: readonly CatalogRow[], known: readonly KnownUnit[]) {
  const [baseUnit] = known;
  if (baseUnit) return rows.find(({ unit }) => unit === '' || isSameUnit(unit, baseUnit.unit));
  const ofOne = rows.find((row) => row.factorMilli === ONE);
  const unit = (ofOne ?? rows.find((row) => row.factorMilli === null))?.unit;
  return rows.find((row) => {
    const isOne = row.factorMilli === null || row.factorMilli === ONE;
    return (
      isOne && unit !== undefined && isSameUnit(row.unit || UNIT_DEFAULT, unit || UNIT_DEFAULT)
    );
  });
}

function isSameUnit(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
