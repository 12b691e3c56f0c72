import type { ShelfProduct } from '../catalog/product.ts';
import { LapakError } from '../errors.ts';
import { rupiah, RUPIAH_MAX } from '../money.ts';
import { MILLI_MAX, milli, type Milli } from '../quantity.ts';
import { type CartLine, LINES_MAX, type OrderLine } from './contract.ts';
import { lineKey } from './line-key.ts';
import { priceCart } from './pricing.ts';
import { baseQuantity } from './sale.ts';

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
  const fresh = lineOf(product, unit, quantityMilli);
  const key = lineKey(fresh);
  const at = lines.findIndex((line) => lineKey(line) === key);
  const before = lines[at];
  if (before) {
    const sum = withinLimit(before.quantityMilli + quantityMilli);
    return payable(lines.with(at, { ...fresh, quantityMilli: sum }));
  }
  if (lines.length >= LINES_MAX) throw new LapakError('CART_FULL', { maxLines: LINES_MAX });
  return payable([...lines, fresh]);
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
    const amounts = kept.map(({ quantityMilli, priceRupiah }) => quantityMilli * priceRupiah);
    kept = kept.toSpliced(amounts.indexOf(Math.max(...amounts)), 1);
  }
  return kept;
}

/** The cart without that line. */
export function removeLine(lines: CartLines, key: string): CartLines {
  return lines.filter((line) => lineKey(line) !== key);
}

/**
 * The lines, and behind them those that come: a product and unit in both is one line.
 * @throws LapakError CART_FULL, TOTAL_TOO_LARGE
 */
export function joinLines(lines: CartLines, more: CartLines): CartLines {
  const joined = more.reduce<CartLines>((before, line) => {
    const at = before.findIndex((one) => lineKey(one) === lineKey(line));
    const twin = before[at];
    if (!twin) return [...before, line];
    return before.with(at, {
      ...line,
      quantityMilli: withinLimit(twin.quantityMilli + line.quantityMilli),
    });
  }, lines);
  if (joined.length > LINES_MAX) throw new LapakError('CART_FULL', { maxLines: LINES_MAX });
  return payable(joined);
}

/**
 * Sells a line in another unit at that unit's price; merges with the line that has it already.
 * @throws LapakError TOTAL_TOO_LARGE
 */
export function changeLineUnit(lines: CartLines, key: string, unit: string): CartLines {
  const line = lines.find((one) => lineKey(one) === key);
  const chosen = line?.units.find((one) => one.unit === unit);
  if (!line || !chosen || line.unit === unit) return lines;
  const changed = { ...line, unit, priceRupiah: chosen.priceRupiah };
  const twin = lines.find((one) => lineKey(one) === lineKey(changed));
  const quantityMilli = withinLimit(line.quantityMilli + (twin?.quantityMilli ?? 0));
  return payable(
    lines
      .filter((one) => one !== twin)
      .map((one) => (one === line ? { ...changed, quantityMilli } : one)),
  );
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
      units: line.units.map(({ unit, priceRupiah, factorMilli }) => {
        return { unit, priceRupiah: rupiah(priceOf(unit, priceRupiah)), factorMilli };
      }),
    };
  });
}

/** What a line keeps of its product: the ways to sell it, and its stock. */
export function shelfFacts(product: ShelfProduct): Pick<CartLine, 'units' | 'onHandMilli'> {
  const units = product.units.map(({ unit, priceRupiah, factorMilli }) => {
    return { unit, priceRupiah, factorMilli };
  });
  return { units, onHandMilli: product.onHandMilli };
}

/** Whether a line sells more than the stock says is there. It may be sold: stock can be wrong. */
export function isBeyondStock(line: CartLine): boolean {
  const factorMilli = line.units.find(({ unit }) => unit === line.unit)?.factorMilli ?? 1000;
  return baseQuantity(line.quantityMilli, factorMilli) > line.onHandMilli;
}

/** What goes to the till when the cart is paid. */
export function orderLines(lines: CartLines): OrderLine[] {
  return lines.map(({ code, unit, quantityMilli, priceRupiah }) => {
    return { code, unit, quantityMilli, priceRupiah };
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
    return priceCart({ lines, cashRoundingRupiah: 1 }).totalRupiah <= RUPIAH_MAX;
  } catch (error) {
    if (error instanceof RangeError) return false; // past 2^53: too large as well
    throw error;
  }
}
