import { done, type Day } from './day.ts';
import { exactly, orderFor } from './day-sales.ts';
import { aCart, pick, seldom } from './day-shelf.ts';
import { tender } from './day-tenders.ts';
import { leftBy, leftOf } from './plain-back.ts';
import type { PlainTax } from './plain-price.ts';

/** Cash beside sales, other terms, and what must be refused, on a day that is being made. */

/** Cash in or out. */
export function moveCash(day: Day): void {
  const { chance } = day;
  const [reason, sign] = pick(chance, moves);
  const amountRupiah = 100 * chance.between(1, 2_000);
  day.book.move(sign * amountRupiah);
  const input = { id: day.id(), reason, amountRupiah, note: 'catatan' };
  day.say({ call: 'shifts.move', input }, done, { isSari: seldom(chance, 2) });
}

const moves = [
  ['change', 1],
  ['other-in', 1],
  ['safe-drop', -1],
  ['buy-stock', -1],
  ['set-aside', -1],
] as const;

/** The drawer is opened without a sale. */
export function look(day: Day): void {
  const line = { call: 'shifts.noSale', input: { id: day.id(), reason: 'look' } };
  day.say(line, done, { isSari: true, needsLeave: true });
}

/** The owner changes how the stall rounds and taxes. */
export function changeTerms(day: Day, step: 100 | 500 | 1_000, tax: PlainTax): void {
  day.book.step = step;
  day.tax = tax;
  day.say({ call: 'settings.change', input: { cashRoundingRupiah: step, tax } }, done);
}

/** Something that must be refused. */
export function tryWrong(day: Day): void {
  pick(day.chance, wrongs)(day);
}

const wrongs = [
  moreThanLeft,
  sumOffByOne,
  meansThatPaidNothing,
  usedVoucher,
  noLeave,
  wrongTotal,
  tooMuch,
];

function refused(day: Day, code: string, line: Readonly<Record<string, unknown>>): void {
  day.say(line, { is: 'refused', code });
}

function moreThanLeft(day: Day): void {
  const standing = day.someSold();
  if (!standing) return;
  const at = standing.sale.lines.length - 1;
  const lines = [{ at, quantityMilli: leftOf(standing, at) + 1, isRestocked: true }];
  const number = { kept: `${standing.name}.number` };
  refused(day, 'REFUND_ABOVE_SOLD', { call: 'sales.quoteRefund', input: { number, lines } });
  const input = { id: day.id(), number, lines, reason: 'Banyak', tenders: [] };
  refused(day, 'REFUND_ABOVE_SOLD', { call: 'sales.refund', input });
}

/** A refund of what is left of a sale, paid so. */
function refundBy(day: Day, kind: string, more: number, code: string): void {
  const standing = day.someSold((sale) => leftBy(sale, kind) <= 0 || more > 0);
  if (!standing) return;
  const lines = day.someOf(standing);
  const { due } = day.book.quote(standing, lines);
  if (due === 0) return;
  const number = { kept: `${standing.name}.number` };
  const tenders = [{ kind, amountRupiah: due + more }];
  const input = { id: day.id(), number, lines, reason: 'Salah', tenders, changesTender: true };
  refused(day, code, { call: 'sales.refund', input });
}

function sumOffByOne(day: Day): void {
  refundBy(day, 'transfer', 1, 'REFUND_SUM');
}

function meansThatPaidNothing(day: Day): void {
  refundBy(day, 'card', 0, 'REFUND_TENDER');
}

function usedVoucher(day: Day): void {
  const used = day.vouchers.find(({ isUsed }) => isUsed);
  const cart = aCart(day.chance, day.tax);
  const sum = exactly(cart);
  if (!used || sum === 0) return;
  const tenders = [tender('credit', sum, { code: used.code })];
  const input = orderFor(day, { cart, tenders }, day.id());
  refused(day, 'VOUCHER_USED', { call: 'sales.ringUp', input });
}

/** Sari gives a discount that nobody allowed. */
function noLeave(day: Day): void {
  const { lines } = aCart(day.chance, day.tax);
  const plain = lines
    .filter(({ code }) => code !== '')
    .map((line) => ({ ...line, discount: null }));
  const cart = { lines: plain, discount: { kind: 'percent', rateBp: 500 } as const };
  if (plain.length === 0) return;
  const tenders = [tender('transfer', exactly(cart))];
  const input = orderFor(day, { cart, tenders }, day.id());
  const call = 'sales.ringUp';
  day.say({ call, input }, { is: 'refused', code: 'NOT_ALLOWED' }, { isSari: true });
}

function wrongTotal(day: Day): void {
  const cart = aCart(day.chance, day.tax);
  const sum = exactly(cart);
  if (sum === 0) return;
  const tenders = [tender('transfer', sum)];
  const input = { ...orderFor(day, { cart, tenders }, day.id()), expectedTotalRupiah: sum + 1 };
  refused(day, 'TERMS_CHANGED', { call: 'sales.ringUp', input });
}

/** A rupiah too much, which is no coin, without a word on what becomes of it. */
function tooMuch(day: Day): void {
  const cart = aCart(day.chance, day.tax);
  const tenders = [tender('card', exactly(cart) + 1)];
  const input = orderFor(day, { cart, tenders }, day.id());
  refused(day, 'TENDER_OVER', { call: 'sales.ringUp', input });
}
