import type { Returned } from './returned.ts';
import { QUICK_CODE } from '../catalog/quick.ts';
import { mulDivRound, type Rupiah, sumRupiah } from '../money.ts';
import { timesQuantity } from '../quantity.ts';
import type { Discount } from './discount.ts';
import type { PricedCart, PricingLine } from './pricing.ts';
import type { ClosedSale, SoldLine } from './sale.ts';

/** What on a cart needs a permission beside that of selling. */
export const cartPermissions = [
  'sale.quick',
  'sale.price',
  'sale.discount',
  'sale.below-floor',
  'sale.cash-back',
] as const;
export type CartPermission = (typeof cartPermissions)[number];

/** The same, and what comes back in exchange for a cart. */
export const leavePermissions = [...cartPermissions, 'sale.refund'] as const;
export type LeavePermission = (typeof leavePermissions)[number];

/** A leave that was given: it covers what goes no lower. */
export interface Leave {
  readonly permission: LeavePermission;
  /** What it is about: a line, the cart. */
  readonly what: string;
  /** How far down: a price of one, a discount as a negative. Rupiah or basis points. */
  readonly low: number;
}

/** Something on a cart that a permission is needed for. */
export interface Deviation extends Leave {
  readonly permission: CartPermission;
  /** What a person calls it; empty of the cart as a whole. */
  readonly name: string;
  /** The floor that it is below; null where it is below none. Rupiah */
  readonly floorRupiah: Rupiah | null;
}

/** A line as far as its deviations go. */
export interface AgreedLine
  extends PricingLine,
    Pick<SoldLine, 'code' | 'name' | 'unit' | 'shelfRupiah' | 'floorRupiah'> {}

/** All on a cart that needs a permission beside that of selling, in the order of its lines. */
export function deviationsOf(
  { lines }: Pick<PricedCart<AgreedLine>, 'lines'>,
  discount: Discount | undefined,
): Deviation[] {
  const found: Deviation[] = [];
  for (const line of lines) {
    const { code, name, unit, priceRupiah, shelfRupiah } = line;
    const about = code === QUICK_CODE ? [code, name] : [code, unit];
    const deviate = (permission: CartPermission, low: number, floor: Rupiah | null = null) => {
      found.push({ permission, what: JSON.stringify(about), low, name, floorRupiah: floor });
    };
    if (code === QUICK_CODE) deviate('sale.quick', priceRupiah);
    else if (shelfRupiah !== undefined) deviate('sale.price', priceRupiah);
    if (line.discount)
      found.push({ ...discountLeave(about, line.discount), name, floorRupiah: null });
    const { floorRupiah, quantityMilli } = line;
    if (floorRupiah === undefined || floorRupiah === null) continue;
    const net = line.amountRupiah - line.discountRupiah - line.shareRupiah;
    if (net >= timesQuantity(floorRupiah, quantityMilli)) continue;
    deviate('sale.below-floor', mulDivRound(net, 1000, quantityMilli), floorRupiah);
  }
  if (discount) found.push({ ...discountLeave([], discount), name: '', floorRupiah: null });
  return found;
}

/**
 * That so much cash goes back for what was paid without, or nothing: whoever takes a card for more
 * than is due, or little for goods that come back, can take the rest out of the drawer.
 */
export function cashBackLeaves(overRupiah: number): Deviation[] {
  if (overRupiah === 0) return [];
  const what = JSON.stringify(['cash-back']);
  return [{ permission: 'sale.cash-back', what, low: -overRupiah, name: '', floorRupiah: null }];
}

/** What goes back in cash of what a sale was paid with otherwise. Rupiah */
export function cashBackRupiah({
  tenders,
  totalRupiah,
}: Pick<ClosedSale, 'tenders' | 'totalRupiah'>): number {
  const cashless = tenders.filter(({ kind }) => kind !== 'cash');
  return Math.max(0, sumRupiah(cashless.map(({ amountRupiah }) => amountRupiah)) - totalRupiah);
}

/** That goods come back in exchange for what is in a cart. */
export function exchangeLeave({ number, lines, reason, amountRupiah }: ExchangeOf): Leave {
  const goods = lines.map(({ at, quantityMilli, isRestocked }) => [at, quantityMilli, isRestocked]);
  const what = JSON.stringify(['exchange', number, goods, reason]);
  return { permission: 'sale.refund', what, low: -amountRupiah };
}

export interface ExchangeOf extends Returned {
  readonly amountRupiah: number;
}

/** The leave that covers a deviation; undefined where none does. */
export function findLeave<L extends Leave>(
  { permission, what, low }: Leave,
  leaves: readonly L[],
): L | undefined {
  return leaves.find((leave) => {
    return leave.permission === permission && leave.what === what && leave.low <= low;
  });
}

/** A percentage and an amount are told apart: one says nothing of the other. */
function discountLeave(about: readonly string[], discount: Discount) {
  const what = JSON.stringify([...about, discount.kind]);
  const size = discount.kind === 'percent' ? discount.rateBp : discount.amountRupiah;
  return { permission: 'sale.discount' as const, what, low: -size };
}
