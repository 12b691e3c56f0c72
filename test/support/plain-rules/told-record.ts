import type { Receipt } from '../../../domain/sales/receipt.ts';
import { type PlainRecord, taxesOf } from './plain-back.ts';
import { total } from './plain-price.ts';

/** What a receipt says in rupiah and goods, of the till and of the plain rules alike. */

/** What both say. */
interface Told {
  readonly kind: string;
  readonly totalRupiah: number;
  readonly changeRupiah: number;
  readonly roundingRupiah: number;
  readonly subtotalRupiah: number;
  /** Of the cart. */
  readonly discountRupiah: number;
  readonly taxes: readonly object[];
  readonly lines: readonly object[];
  readonly tenders: readonly object[];
}

/** As the till has it. */
export function toldOf(receipt: Receipt): Told {
  const { kind, totalRupiah, changeRupiah, roundingRupiah, subtotalRupiah } = receipt;
  return {
    kind,
    totalRupiah,
    changeRupiah,
    roundingRupiah,
    subtotalRupiah,
    discountRupiah: receipt.discount?.amountRupiah ?? 0,
    taxes: inOrder(receipt.taxes),
    lines: receipt.lines.map(lineTold),
    tenders: receipt.tenders.map(({ kind: by, amountRupiah, restRupiah = 0 }) => {
      return { kind: by, amountRupiah, restRupiah };
    }),
  };
}

function lineTold(line: Receipt['lines'][number]): object {
  const { note: _, discount, ...told } = line;
  return { ...told, discountRupiah: discount?.amountRupiah ?? 0 };
}

/** As the plain rules have it. */
export function meantOf(record: PlainRecord): Told {
  const { kind, lines, tenders, change } = record;
  return {
    kind,
    totalRupiah: record.total,
    changeRupiah: change,
    roundingRupiah: record.total - total(lines.map(({ due }) => due)),
    subtotalRupiah: total(lines.map(({ amount }) => amount)),
    discountRupiah: total(lines.map(({ share }) => share)),
    taxes: inOrder(taxesOf(lines)),
    lines: lines.map((line) => ({
      code: line.code,
      name: line.name,
      unit: line.unit,
      quantityMilli: line.quantityMilli,
      priceRupiah: line.priceRupiah,
      shelfRupiah: line.shelfRupiah,
      amountRupiah: line.amount,
      discountRupiah: line.own,
      taxKind: line.tax.kind,
      dueRupiah: line.due,
    })),
    tenders: tenders.map((one) => {
      const restRupiah = 'restRupiah' in one ? one.restRupiah : 0;
      return { kind: one.kind, amountRupiah: one.amountRupiah, restRupiah };
    }),
  };
}

function inOrder<T extends { readonly kind: string; readonly isAdded: boolean }>(
  taxes: readonly T[],
): T[] {
  return taxes.toSorted((a, b) => `${a.kind} ${a.isAdded}`.localeCompare(`${b.kind} ${b.isAdded}`));
}
