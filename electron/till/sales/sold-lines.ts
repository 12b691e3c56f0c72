import { QUICK_CATEGORY, QUICK_CODE, QUICK_UNIT } from '../../../domain/catalog/quick.ts';
import { LapakError } from '../../../domain/errors.ts';
import { pcs } from '../../../domain/quantity.ts';
import type { OrderLine } from '../../../domain/sales/order.ts';
import type { SoldLine } from '../../../domain/sales/sale.ts';
import { taxOfLine, type Terms, termsAt } from '../../../domain/sales/terms.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { readShelfUnit } from '../catalog/product-store.ts';
import type { Tx } from '../database/run.ts';
import { validTime } from '../journal/notice-clock.ts';
import { readSettings } from '../settings/stall-settings.ts';

/** What the stall prices by at this time. @throws LapakError CLOCK_WRONG */
export function readTerms(tx: Tx, nowMs: UtcMs): Terms {
  return termsAt(readSettings(tx), validTime(nowMs));
}

/**
 * Lines of an order as they are sold: with the names, prices and taxes that the shelf has now, and
 * what was agreed instead. @throws LapakError PRODUCT_UNKNOWN, PRODUCT_ARCHIVED
 */
export function readSoldLines(tx: Tx, lines: readonly OrderLine[], terms: Terms): SoldLine[] {
  return lines.map((line) => {
    const { quantityMilli, agreedRupiah, discount, note } = line;
    const agreed = {
      quantityMilli,
      ...(discount ? { discount } : {}),
      ...(note === undefined ? {} : { note }),
    };
    if (line.code === QUICK_CODE) return { ...quickItem(line, terms), ...agreed };
    const shelf = readShelfUnit(tx, line.code, line.unit);
    if (!shelf) throw new LapakError('PRODUCT_UNKNOWN', { code: line.code, unit: line.unit });
    const { priceRupiah } = shelf;
    const isOther = agreedRupiah !== undefined && agreedRupiah !== priceRupiah;
    const price = isOther ? { priceRupiah: agreedRupiah, shelfRupiah: priceRupiah } : {};
    return { ...shelf, tax: taxOfLine(shelf.tax, terms), ...agreed, ...price };
  });
}

function quickItem(
  { name = '', priceRupiah }: OrderLine,
  terms: Terms,
): Omit<SoldLine, 'quantityMilli'> {
  return {
    code: QUICK_CODE,
    name,
    category: QUICK_CATEGORY,
    unit: QUICK_UNIT,
    factorMilli: pcs(1),
    priceRupiah,
    tax: taxOfLine(null, terms),
  };
}
