import { assert } from '../assert.ts';
import { isSameContent, mergeFields } from '../merge-fields.ts';
import { formatWhole } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import { withDecimalComma } from '../typed-number.ts';
import { readCatalogRow, type CatalogRow, type Refusal } from './catalog-row.ts';
import type { CatalogColumns } from './catalog-columns.ts';
import type { DraftFault } from './draft-fault.ts';
import { findHighFloor, floorAfter, NO_FLOOR } from './floor.ts';
import { faultsOf, ProductDraft } from './product-draft.ts';
import { CODE_MAX, type ShelfProduct } from './product.ts';
import { taxAfter, writeTax } from './product-tax.ts';
import { isSameUnit, resolveUnits } from './resolve-units.ts';

/** A unit as it is typed. */
interface UnitForm {
  /** Its name as the till keeps it, whatever is typed; empty for one that is added. */
  readonly kept: string;
  readonly unit: string;
  readonly factor: string;
  readonly price: string;
  /** Empty for none. */
  readonly floor: string;
  readonly barcodes: readonly string[];
}

/** A product as it is typed; the base unit first. */
export interface ProductForm {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  /** As its cell has it: see readTax(). */
  readonly tax: string;
  readonly units: readonly UnitForm[];
}

/** A form to fill in; a barcode that was scanned is the code too, until one is given. */
export function emptyForm(barcode = ''): ProductForm {
  const barcodes = barcode === '' ? [] : [barcode];
  return {
    code: barcode.slice(0, CODE_MAX),
    name: '',
    category: '',
    tax: writeTax(),
    units: [{ ...emptyUnit, unit: 'pcs', factor: '1', barcodes }],
  };
}

/** One more unit, to fill in. */
export const emptyUnit: UnitForm = {
  kept: '',
  unit: '',
  factor: '',
  price: '',
  floor: '',
  barcodes: [],
};

/** The product as a form shows it. */
export function formOf({ code, name, category, tax, units }: ShelfProduct): ProductForm {
  return {
    code,
    name,
    category,
    tax: writeTax(tax),
    units: units.map(({ unit, factorMilli, priceRupiah, floorRupiah, barcodes }) => {
      const factor = formatQuantity(factorMilli);
      const price = formatWhole(priceRupiah);
      const floor = floorRupiah === undefined ? '' : formatWhole(floorRupiah);
      return { kept: unit, unit, factor, price, floor, barcodes: [...barcodes] };
    }),
  };
}

/**
 * A form in which somebody has typed, after another has changed the product: what was not changed
 * here follows, unit by unit; the base unit is known by its place, the others by the names that
 * they were kept under.
 */
export function mergeForm(here: ProductForm, before: ProductForm, there: ProductForm): ProductForm {
  const [base = emptyUnit, ...others] = here.units;
  const [baseBefore = emptyUnit, ...othersBefore] = before.units;
  const [baseThere = emptyUnit, ...othersThere] = there.units;
  const followed = new Set<UnitForm>();
  const known = othersThere.flatMap((unit) => {
    const was = keptAs(othersBefore, unit.kept);
    const is = keptAs(others, unit.kept) ?? others.find((one) => isAddedTwice(one, unit));
    if (is) {
      followed.add(is);
      return mergeUnit(is, was ?? emptyUnit, unit);
    }
    return was && isSameContent(was, unit) ? [] : [unit]; // what was taken away here stays away
  });
  const added = others.filter((unit) => {
    const was = keptAs(othersBefore, unit.kept);
    return !followed.has(unit) && !(was && isSameContent(was, unit));
  });
  const units = [mergeUnit(base, baseBefore, baseThere), ...known, ...added];
  return { ...mergeFields(here, before, there), units };
}

function keptAs(units: readonly UnitForm[], kept: string): UnitForm | undefined {
  return kept === '' ? undefined : units.find((unit) => unit.kept === kept);
}

/** Whether a unit that is added here has been added there too. */
function isAddedTwice(here: UnitForm, there: UnitForm): boolean {
  return here.kept === '' && isSameUnit(here.unit.trim(), there.unit);
}

/** What two have changed in the same unit; of its barcodes each change stays. */
function mergeUnit(here: UnitForm, before: UnitForm, there: UnitForm): UnitForm {
  const added = here.barcodes.filter((barcode) => !before.barcodes.includes(barcode));
  const removed = before.barcodes.filter((barcode) => !here.barcodes.includes(barcode));
  const kept = there.barcodes.filter((barcode) => !removed.includes(barcode));
  const barcodes = [...new Set([...kept, ...added])];
  return { ...mergeFields(here, before, there), barcodes };
}

const titles = [
  'code',
  'name',
  'category',
  'tax',
  'unit',
  'factor',
  'price',
  'floor',
  'barcode',
] as const;
const columns: CatalogColumns = {
  places: Object.fromEntries(titles.map((title, at) => [title, at])),
  titles,
};
const decimals = { price: ',', factor: ',', stock: ',', floor: ',' } as const;

/**
 * Reads a form by the rules of an import: each unit is a row of a file whose numbers have a decimal
 * comma. @returns the product, or every field that keeps it from being one
 */
export function readProductForm(
  form: ProductForm,
): { readonly draft: ProductDraft } | { readonly faults: readonly DraftFault[] } {
  const rows: CatalogRow[] = [];
  const refused: Refusal[] = [];
  form.units.forEach(({ unit, factor, price, floor, barcodes }, at) => {
    const cells = [
      form.code,
      form.name,
      form.category,
      form.tax,
      unit,
      withDecimalComma(factor),
      price,
      floor.trim() || NO_FLOOR,
      barcodes.join(' '),
    ];
    const read = readCatalogRow(cells, at, { columns, decimals });
    if ('refused' in read) refused.push(...read.refused);
    else if (read.row.unit === '') refused.push(missing(at, 'unit'));
    else if (read.row.factorMilli === null) refused.push(missing(at, 'factor'));
    else rows.push(read.row);
    const highFloor = 'row' in read && findHighFloor(read.row, undefined);
    if (highFloor) refused.push(highFloor);
  });
  if (refused.length === 0) refused.push(...resolveUnits(rows, []).refused);
  if (refused.length > 0) return { faults: faultsOf(refused) };
  const [first] = rows;
  assert(first !== undefined, 'a form has a unit');
  const { code, name, category } = first;
  const tax = taxAfter(first, undefined);
  const units = rows.map((row) => {
    const { unit, factorMilli, priceRupiah, barcodes } = row;
    const floorRupiah = floorAfter(row, undefined);
    return { unit, factorMilli, priceRupiah, floorRupiah, barcodes: [...barcodes] };
  });
  return { draft: ProductDraft.parse({ code, name, category, tax, units }) };
}

function missing(row: number, column: 'unit' | 'factor'): Refusal {
  return { row, column, reason: 'missing', value: '', other: '' };
}
