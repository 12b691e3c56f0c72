import { theOwner } from '../../../domain/actor.ts';
import { type Rupiah, rupiah } from '../../../domain/money.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { milli } from '../../../domain/quantity.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { PaidOut } from '../../../domain/sales/refund.ts';
import type { ReturnedLine } from '../../../domain/sales/returned.ts';
import { priceSale, roundingOf } from '../../../domain/sales/sale.ts';
import { read } from '../../till/database/write.ts';
import { readGivenVouchers, readVoucher } from '../../till/payments/vouchers.ts';
import { readReceiptByNumber } from '../../till/sales/procedures.ts';
import { quoteRefund } from '../../till/sales/quote-refund.ts';
import { refund } from '../../till/sales/refund.ts';
import { voidSale } from '../../till/sales/void-sale.ts';
import { ringUp } from '../../till/sales/ring-up.ts';
import { readSoldLines, readTerms } from '../../till/sales/sold-lines.ts';
import { readExpected } from '../../till/shifts/count-drawer.ts';
import type { Till } from '../../till/till.ts';
import { uuidOf } from './ids.ts';
import type { Chance } from './random.ts';
import { aCart, isOnceIn, oneOf, paymentOf, type SimulatedCart } from './simulated-carts.ts';

const at = { actor: theOwner, drawer: 1 };

/** A stall that trades, and what of its trade later acts go back to. */
export interface Trading {
  readonly till: Till;
  readonly chance: Chance;
  /** The shift that is open. */
  readonly shift: number;
  /** Numbers of sales of which something may be left, of all days. */
  readonly sold: string[];
  /** Numbers of the sales of this shift. */
  readonly soldToday: string[];
  /** Codes of vouchers that were not used yet. */
  readonly vouchers: string[];
}

/** Does one thing that is done at a till. @returns the receipts of it */
export function actOnce(trading: Trading): Receipt[] {
  switch (trading.chance.between(1, 12)) {
    case 1:
    case 2:
      return giveBack(trading);
    case 3:
      return exchange(trading);
    case 4:
      return takeBack(trading);
    case 5:
      return [sell(trading, aCart(trading.chance), { isTraining: true })];
    default:
      return [sell(trading, aCart(trading.chance))];
  }
}

interface How {
  /** What it is paid with first: goods that come back. */
  readonly first?: readonly Tender[];
  readonly isTraining?: boolean;
}

/** Sells a cart by any means; a voucher is used where there is one. */
function sell(
  trading: Trading,
  cart: SimulatedCart,
  { first = [], isTraining }: How = {},
): Receipt {
  const { till, chance } = trading;
  const { total, step } = priceOf(till, cart);
  const vouchers = isTraining ? [] : voucherFor(trading, total - paidBy(first));
  const given = [...first, ...vouchers];
  const tenders = [...given, ...paymentOf(chance, rupiah(total - paidBy(given)), step)];
  const order = {
    id: uuidOf(chance),
    ...cart,
    lines: [...cart.lines],
    tenders,
    expectedTotalRupiah: rupiah(total + roundingOf(total, tenders, step)),
  };
  const receipt = ringUp(till, { ...at, kind: isTraining ? 'training' : 'sale' }, order);
  if (isTraining) return receipt;
  trading.sold.push(receipt.number);
  trading.soldToday.push(receipt.number);
  keepVouchers(trading, receipt);
  return receipt;
}

function priceOf(till: Till, { lines, discount }: SimulatedCart): { total: Rupiah; step: number } {
  return read(till, (tx) => {
    const terms = readTerms(tx, till.clock());
    const sold = readSoldLines(tx, lines, terms);
    const { totalRupiah } = priceSale({ lines: sold, discount, terms });
    return { total: totalRupiah, step: terms.cashRoundingRupiah };
  });
}

function paidBy(tenders: readonly Pick<Tender, 'amountRupiah'>[]): number {
  return tenders.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
}

/** The oldest voucher, where it is there and something is to be paid. */
function voucherFor({ till, vouchers }: Trading, sum: number): Tender[] {
  const code = sum > 0 ? vouchers.shift() : undefined;
  if (code === undefined) return [];
  const { amountRupiah } = readVoucher(till, { code });
  return [{ kind: 'credit', amountRupiah: rupiah(Math.min(sum, amountRupiah)), code }];
}

function keepVouchers({ till, vouchers }: Trading, { number }: Receipt): void {
  const given = readGivenVouchers(till, theOwner, { number }).filter(({ isUsed }) => !isUsed);
  vouchers.push(...given.flatMap(({ code }) => code ?? []));
}

/** Some of a sale comes back, as it was paid or for a voucher. */
function giveBack(trading: Trading): Receipt[] {
  const { till, chance } = trading;
  const number = oneOf(chance, trading.sold);
  const lines = number === undefined ? [] : someOf(trading, number);
  if (number === undefined || lines.length === 0) return [];
  const { dueRupiah, asPaid } = quoteRefund(till, at, { number, lines });
  const byVoucher = { tenders: [credit(dueRupiah)], changesTender: true };
  const isPaid = isOnceIn(chance, 2) && cashIn(asPaid.tenders) <= inDrawer(trading);
  const payOut = isPaid || dueRupiah === 0 ? asPaid : byVoucher;
  const order = { id: uuidOf(chance), number, lines, reason: 'Salah ukuran', ...payOut };
  const receipt = refund(till, at, order);
  keepVouchers(trading, receipt);
  return [receipt];
}

function credit(amountRupiah: Rupiah): PaidOut {
  return { kind: 'credit', amountRupiah };
}

/** Other goods for some of a sale; what they cost more is paid. */
function exchange(trading: Trading): Receipt[] {
  const { till, chance } = trading;
  const number = oneOf(chance, trading.sold);
  const lines = number === undefined ? [] : someOf(trading, number);
  const cart = aCart(chance);
  if (number === undefined || lines.length === 0) return [sell(trading, cart)];
  const { dueRupiah } = quoteRefund(till, at, { number, lines });
  const { total } = priceOf(till, cart);
  if (dueRupiah === 0 || dueRupiah > total) return [sell(trading, cart)];
  const back = { number, lines, reason: 'Tukar rasa' };
  const sale = sell(trading, cart, {
    first: [{ kind: 'exchange', amountRupiah: dueRupiah, ...back }],
  });
  const { reference = '' } = sale.tenders[0] ?? {};
  return [readReceiptByNumber(till, { number: reference }), sale];
}

/** A sale of this shift is taken back whole. */
function takeBack(trading: Trading): Receipt[] {
  const { till, chance, soldToday } = trading;
  const able = soldToday.filter((one) => canVoid(trading, one));
  const number = oneOf(chance, able);
  if (number === undefined) return [];
  const receipt = voidSale(till, at, { id: uuidOf(chance), number, reason: 'Salah ketik' });
  keepVouchers(trading, receipt);
  return [receipt];
}

function canVoid(trading: Trading, number: string): boolean {
  const { noVoid, tenders } = quoteRefund(trading.till, at, { number, lines: [] });
  const paid = tenders.find(({ kind }) => kind === 'cash');
  return noVoid === null && (paid?.leftRupiah ?? 0) <= inDrawer(trading);
}

/** Of each line that something is left of all, half, or nothing. */
function someOf({ till, chance }: Trading, number: string): ReturnedLine[] {
  const { leftMilli } = quoteRefund(till, at, { number, lines: [] });
  return leftMilli.flatMap((left, line) => {
    const [all, half] = [chance.between(0, 1) * left, Math.ceil(left / 2)];
    const quantity = isOnceIn(chance, 2) ? all : half;
    const isRestocked = !isOnceIn(chance, 4);
    return quantity > 0 ? [{ at: line, quantityMilli: milli(quantity), isRestocked }] : [];
  });
}

function cashIn(tenders: readonly PaidOut[]): number {
  return paidBy(tenders.filter(({ kind }) => kind === 'cash'));
}

function inDrawer({ till, shift }: Trading): number {
  return readExpected(till, { shift }).expectedRupiah;
}
