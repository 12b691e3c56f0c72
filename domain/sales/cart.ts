import type { ShelfProduct } from '../catalog/product.ts';
import { LapakError } from '../errors.ts';
import { QUICK_CODE, QUICK_UNIT } from '../catalog/quick.ts';
import { rupiah, SALE_MAX, type Rupiah, sumRupiah } from '../money.ts';
import { MILLI_MAX, milli, type Milli, pcs, timesQuantity } from '../quantity.ts';
import { type CartLine, LINES_MAX, type OrderLine } from './order.ts';
import type { Discount } from './discount.ts';
import { lineKey } from './line-key.ts';
import type { PricingLine } from './pricing.ts';
import { baseQuantity } from './sale.ts';
import { taxOfLine, type Terms } from './terms.ts';

/** Lines in the order in which they first came; a line keeps its place while it is there. */
export type CartLines = readonly CartLine[];

/**
 * Adds to the line of that product and unit, or a new line at the end. A line that is there also
 * takes the name and prices that came with the product: the newest the screen knows.
 * @throws LapakError CART_FULL, TOTAL_TOO_LARGE, PRODUCT_UNKNOWN when it is not sold in that unit
 */
export function addToCart(
  lines: CartLines,
  product: ShelfProduct,
  unit: string,
  quantityMilli: Milli,
): CartLines {
  return addLine(lines, lineOf(product, unit, quantityMilli));
}

/**
 * Adds an amount that is of no product.
 * @returns the lines, and the key of the one that it is in
 * @throws LapakError CART_FULL, TOTAL_TOO_LARGE
 */
export function addQuickItem(
  lines: CartLines,
  { name, priceRupiah }: { readonly name: string; readonly priceRupiah: Rupiah },
): { readonly lines: CartLines; readonly key: string } {
  const item = quickLine({ name, quantityMilli: pcs(1), agreedRupiah: priceRupiah });
  return { lines: addLine(lines, item), key: lineKey(item) };
}

/** The line of a quick item. */
export function quickLine<
  L extends Pick<CartLine, 'name' | 'quantityMilli'> & { readonly agreedRupiah: Rupiah },
>(item: L): CartLine & L {
  const shelf = { code: QUICK_CODE, unit: QUICK_UNIT, units: [], onHandMilli: pcs(0) };
  return { ...item, ...shelf, priceRupiah: item.agreedRupiah };
}

/** What was agreed on the line that is there stays: only its product's facts are newer. */
function addLine(lines: CartLines, fresh: CartLine): CartLines {
  const key = lineKey(fresh);
  const at = lines.findIndex((line) => lineKey(line) === key);
  const before = lines[at];
  if (before) {
    const sum = withinLimit(before.quantityMilli + fresh.quantityMilli);
    return payable(lines.with(at, { ...fresh, ...agreedOn(before), quantityMilli: sum }));
  }
  if (lines.length >= LINES_MAX) throw new LapakError('CART_FULL', { maxLines: LINES_MAX });
  return payable([...lines, fresh]);
}

/**
 * Sells a line at another price than the shelf's, or at the shelf's again; merges with the line
 * that has that price already, whose discount and note stay. @throws LapakError TOTAL_TOO_LARGE
 */
export function setLinePrice(lines: CartLines, key: string, price: Rupiah): CartLines {
  return changeLine(lines, key, (line) => atPrice(line, price));
}

/** A line at this price; at the shelf's nothing is agreed. */
export function atPrice(before: CartLine, price: Rupiah): CartLine {
  const { agreedRupiah: _, ...line } = before;
  if (line.code === QUICK_CODE) return { ...line, priceRupiah: price, agreedRupiah: price };
  return price === line.priceRupiah ? line : { ...line, agreedRupiah: price };
}

/** Gives a line a discount, or takes it away. */
export function setLineDiscount(
  lines: CartLines,
  key: string,
  discount: Discount | undefined,
): CartLines {
  return changeLine(lines, key, (before) => {
    const { discount: _, ...line } = before;
    return discount ? { ...line, discount } : line;
  });
}

/** Writes a note on a line; empty takes it away. */
export function setLineNote(lines: CartLines, key: string, note: string): CartLines {
  return changeLine(lines, key, (before) => {
    const { note: _, ...line } = before;
    return note === '' ? line : { ...line, note };
  });
}

/** What it is sold at: the agreed price, else the shelf's. Rupiah for one unit. */
export function sellingPrice({
  agreedRupiah,
  priceRupiah,
}: Pick<CartLine, 'agreedRupiah' | 'priceRupiah'>): Rupiah {
  return agreedRupiah ?? priceRupiah;
}

/** Lines as they are priced: at the price that they are sold at, with their tax. */
export function pricingLines(
  lines: CartLines,
  terms: Pick<Terms, 'tax' | 'isPkp'>,
): (CartLine & PricingLine)[] {
  return lines.map((line) => {
    return { ...line, priceRupiah: sellingPrice(line), tax: taxOfLine(line.tax, terms) };
  });
}

/** What is agreed on a line, and nothing else. */
export function agreedOn({ agreedRupiah, discount, note }: Partial<CartLine>): Agreed {
  return {
    ...(agreedRupiah === undefined ? {} : { agreedRupiah }),
    ...(discount === undefined ? {} : { discount }),
    ...(note === undefined ? {} : { note }),
  };
}
type Agreed = Pick<CartLine, 'agreedRupiah' | 'discount' | 'note'>;

/** Changes one line; where that makes it the same as another, the two are one. */
function changeLine(
  lines: CartLines,
  key: string,
  change: (line: CartLine) => CartLine,
): CartLines {
  const line = lines.find((one) => lineKey(one) === key);
  if (!line) return lines;
  const changed = change(line);
  const twin = lines.find((one) => one !== line && lineKey(one) === lineKey(changed));
  const sum = withinLimit(line.quantityMilli + (twin?.quantityMilli ?? 0));
  const joined = twin ? { ...changed, ...agreedOn(twin), quantityMilli: sum } : changed;
  return payable(lines.filter((one) => one !== twin).map((one) => (one === line ? joined : one)));
}

/** Sets how much of a line is sold; at most MILLI_MAX. @throws LapakError TOTAL_TOO_LARGE */
export function setLineQuantity(lines: CartLines, key: string, quantityMilli: Milli): CartLines {
  const quantity = withinLimit(quantityMilli);
  return payable(
    lines.map((line) => (lineKey(line) === key ? { ...line, quantityMilli: quantity } : line)),
  );
}

/**
 * One whole unit more or less. Less stops at one unit, or at what is there when that is less:
 * taking a line away is an act of its own. @throws LapakError TOTAL_TOO_LARGE
 */
export function stepLine(lines: CartLines, key: string, units: 1 | -1): CartLines {
  const line = lines.find((one) => lineKey(one) === key);
  if (!line) return lines;
  const next = line.quantityMilli + units * 1000;
  return next < 1000 && units < 0 ? lines : setLineQuantity(lines, key, withinLimit(next));
}

/** The lines that can be paid together: without the dearest ones where the sum has no receipt. */
export function payableLines(lines: CartLines): CartLines {
  let kept = lines;
  while (!isPayable(kept)) {
    const amounts = kept.map((line) => line.quantityMilli * sellingPrice(line));
    kept = kept.toSpliced(amounts.indexOf(Math.max(...amounts)), 1);
  }
  return kept;
}

/** The cart without that line. */
export function removeLine(lines: CartLines, key: string): CartLines {
  return lines.filter((line) => lineKey(line) !== key);
}

/**
 * Sells a line in another unit at that unit's price; merges with the line that has it already.
 * @throws LapakError TOTAL_TOO_LARGE
 */
export function changeLineUnit(lines: CartLines, key: string, unit: string): CartLines {
  return changeLine(lines, key, (line) => {
    const chosen = line.units.find((one) => one.unit === unit);
    if (!chosen || line.unit === unit) return line;
    const { agreedRupiah: _, ...plain } = line; // it was agreed for the other unit
    return { ...plain, unit, priceRupiah: chosen.priceRupiah };
  });
}

/** The price of a unit of a product, as the till has it now. Rupiah. */
interface UnitPrice {
  readonly code: string;
  readonly unit: string;
  readonly priceRupiah: number;
}

/** Gives each line the price that the till has now. */
export function repriceCart(lines: CartLines, prices: readonly UnitPrice[]): CartLines {
  return lines.map((line) => {
    const priceOf = (unit: string, before: number): number =>
      prices.find((one) => one.code === line.code && one.unit === unit)?.priceRupiah ?? before;
    return {
      ...line,
      priceRupiah: rupiah(priceOf(line.unit, line.priceRupiah)),
      units: line.units.map((one) => {
        return { ...one, priceRupiah: rupiah(priceOf(one.unit, one.priceRupiah)) };
      }),
    };
  });
}

/** What a line keeps of its product: the ways to sell it, its tax, and its stock. */
export function shelfFacts(product: ShelfProduct): Pick<CartLine, 'units' | 'onHandMilli' | 'tax'> {
  const units = product.units.map((sold) => {
    const { barcodes: _, ...unit } = sold;
    return unit;
  });
  const { tax, onHandMilli } = product;
  return { units, onHandMilli, ...(tax ? { tax } : {}) };
}

/** Whether a line sells more than the stock says is there. It may be sold: stock can be wrong. */
export function isBeyondStock(line: CartLine): boolean {
  if (line.code === QUICK_CODE) return false;
  const factorMilli = line.units.find(({ unit }) => unit === line.unit)?.factorMilli ?? 1000;
  return baseQuantity(line.quantityMilli, factorMilli) > line.onHandMilli;
}

/** What goes to the till when the cart is paid. */
export function orderLines(lines: CartLines): OrderLine[] {
  return lines.map(({ code, name, unit, quantityMilli, priceRupiah, ...line }) => {
    const own = code === QUICK_CODE ? { name } : {};
    return { code, unit, quantityMilli, priceRupiah, ...agreedOn(line), ...own };
  });
}

function lineOf(product: ShelfProduct, unit: string, quantityMilli: Milli): CartLine {
  const sold = product.units.find((one) => one.unit === unit);
  if (!sold) throw new LapakError('PRODUCT_UNKNOWN', { code: product.code, unit });
  return {
    code: product.code,
    name: product.name,
    unit,
    quantityMilli: withinLimit(quantityMilli),
    priceRupiah: sold.priceRupiah,
    ...shelfFacts(product),
  };
}

function withinLimit(quantityMilli: number): Milli {
  return milli(Math.min(quantityMilli, MILLI_MAX));
}

/** The cart itself, when its total is one that a sale can have. */
function payable(lines: CartLines): CartLines {
  if (!isPayable(lines)) throw new LapakError('TOTAL_TOO_LARGE', {});
  return lines;
}

function isPayable(lines: CartLines): boolean {
  try {
    const amounts = lines.map((line) => timesQuantity(sellingPrice(line), line.quantityMilli));
    return sumRupiah(amounts) <= SALE_MAX;
  } catch (error) {
    if (error instanceof RangeError) return false; // past 2^53: too large as well
    throw error;
  }
}
