import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Rupiah } from '../../../domain/money.ts';
import type { ExchangeWish, RingUp, ToAllow } from '../../../domain/sales/order.ts';
import {
  cashBackLeaves,
  cashBackRupiah,
  type CartPermission,
  type Deviation,
  deviationsOf,
  exchangeLeave,
  type ExchangeOf,
  findLeave,
} from '../../../domain/sales/leave.ts';
import type { Allowed } from '../../../domain/sales/record.ts';
import { payOutFor, linesBack } from '../../../domain/sales/standing.ts';
import { type ClosedSale, priceSale } from '../../../domain/sales/sale.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import type { CartParts } from './carts.ts';
import { type GivenLeave, listLeaves, writeLeaves } from './leave-store.ts';
import { readStanding } from './read-standing.ts';
import { readSoldLines, readTerms } from './sold-lines.ts';

/**
 * Gives leave for what a cart would have: whoever acts, or whoever allowed it with a PIN, has this
 * permission. Who may sell below a floor gives leave for all other prices and discounts as well,
 * and for no cash that goes back.
 * @throws LapakError BELOW_FLOOR where that would be needed; PRODUCT_UNKNOWN, PRODUCT_ARCHIVED,
 *   TOTAL_TOO_LARGE
 */
export function giveLeave(
  till: CartParts,
  actor: Actor,
  { permission, order }: { readonly permission: CartPermission; readonly order: ToAllow },
): void {
  write(till, (tx) => {
    const nowMs = till.clock();
    const terms = readTerms(tx, nowMs);
    const lines = readSoldLines(tx, order.lines, terms);
    const { discount } = order;
    const deviations =
      permission === 'sale.cash-back'
        ? cashBackLeaves(order.overRupiah ?? 0)
        : deviationsOf(priceSale({ lines, discount, terms }), discount);
    const isAll = permission === 'sale.below-floor';
    const given = deviations.filter((one) => isAll || one.permission === permission);
    const known = listLeaves(tx, order.id, nowMs);
    const below = deviations.find((one) => one.floorRupiah !== null && !isLeft(one, actor, known));
    if (below && !isAll) throw refusal(below);
    const approver = actor.approver ?? actor.cashier;
    const leaves = given.map(({ permission, what, low }) => ({ permission, what, low, approver }));
    writeLeaves(tx, order.id, leaves, nowMs);
  });
}

/**
 * Sees to it that all that a sale has may be so, by who sells or by leave.
 * @returns what was by leave, each permission and person once
 * @throws LapakError NOT_ALLOWED, BELOW_FLOOR, CASH_BACK_LEAVE
 */
export function requireLeave(
  tx: Tx,
  actor: Actor,
  { id, discount }: Pick<RingUp, 'id' | 'discount'>,
  closed: ClosedSale,
  nowMs: UtcMs,
): Allowed[] {
  const all = [...deviationsOf(closed, discount), ...cashBackLeaves(cashBackRupiah(closed))];
  const others = all.filter(({ permission }) => !actor.permissions.has(permission));
  if (others.length === 0) return [];
  const leaves = listLeaves(tx, id, nowMs);
  const allowed = others.map((one) => {
    const leave = findLeave(one, leaves);
    if (!leave) throw refusal(one);
    return { permission: one.permission, by: leave.approver };
  });
  return [...new Map(allowed.map((one) => [`${one.permission} ${one.by}`, one])).values()];
}

/**
 * Gives leave to bring goods back in exchange for what is in a cart: whoever acts, or allowed it
 * with a PIN, may refund. @returns what they come to, in rupiah
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE, and as linesBack()
 */
export function allowExchange(
  till: CartParts,
  actor: Actor,
  { id, ...returned }: ExchangeWish,
): { readonly amountRupiah: Rupiah } {
  return write(till, (tx) => {
    const standing = readStanding(tx, returned.number);
    const amountRupiah = payOutFor(standing, linesBack(standing, returned.lines));
    const { number } = standing.sale.head;
    const { permission, what, low } = exchangeLeave({ ...returned, number, amountRupiah });
    const approver = actor.approver ?? actor.cashier;
    writeLeaves(tx, id, [{ permission, what, low, approver }], till.clock());
    return { amountRupiah };
  });
}

/** An exchange that a cart is paid with. */
interface ExchangeToAllow {
  readonly cart: string;
  readonly exchange: ExchangeOf;
  /** What was by leave in this cart so far: each leave is for once. */
  readonly used: Set<string>;
}

/**
 * Who has allowed an exchange with a PIN; null where whoever sells may refund.
 * @throws LapakError NOT_ALLOWED
 */
export function exchangeApprover(
  tx: Tx,
  actor: Actor,
  { cart, exchange, used }: ExchangeToAllow,
  nowMs: UtcMs,
): string | null {
  const wanted = exchangeLeave(exchange);
  if (actor.permissions.has(wanted.permission)) return actor.approver;
  const leave = used.has(wanted.what) ? undefined : findLeave(wanted, listLeaves(tx, cart, nowMs));
  used.add(wanted.what);
  const { permission } = wanted;
  if (!leave) throw new LapakError('NOT_ALLOWED', { name: exchange.number, permission });
  return leave.approver;
}

function isLeft(one: Deviation, actor: Actor, leaves: readonly GivenLeave[]): boolean {
  return actor.permissions.has(one.permission) || findLeave(one, leaves) !== undefined;
}

function refusal({ name, permission, low, floorRupiah }: Deviation): LapakError {
  if (permission === 'sale.cash-back')
    return new LapakError('CASH_BACK_LEAVE', { overRupiah: -low });
  return floorRupiah === null
    ? new LapakError('NOT_ALLOWED', { name, permission })
    : new LapakError('BELOW_FLOOR', { name, floorRupiah });
}
