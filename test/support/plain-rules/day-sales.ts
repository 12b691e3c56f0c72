import { done, type Day, type Who } from './day.ts';
import { aCart, orderOf, seldom } from './day-shelf.ts';
import { type DayTender, type DayVoucher, paymentOf, restOf, tender } from './day-tenders.ts';
import type { PlainCart } from './plain-book.ts';
import { paidTotal, plainPrice, total } from './plain-price.ts';

/** Sales of a day that is being made. */

/** What a cart comes to without cash. */
export function exactly({ lines, discount }: PlainCart): number {
  return total(plainPrice(lines, discount).map(({ due }) => due));
}

interface ToPay {
  readonly cart: PlainCart;
  readonly tenders: readonly DayTender[];
  readonly givesCashBack?: boolean;
}

/** A sale of any kind; one in five is paid with a voucher where there is one. */
export function sell(day: Day): void {
  const { chance, book } = day;
  const cart = aCart(chance, day.tax);
  const sum = exactly(cart);
  const voucher = day.vouchers.find(({ isUsed }) => !isUsed);
  if (voucher && sum > 0 && seldom(chance, 3)) return payByVoucher(day, cart, voucher);
  ringUp(day, { cart, ...paymentOf(chance, sum, book.step) });
}

/** A voucher pays what it can; what it has left is another one. */
function payByVoucher(day: Day, cart: PlainCart, voucher: DayVoucher): void {
  const sum = exactly(cart);
  const used = Math.min(sum, voucher.amountRupiah);
  const rest = voucher.amountRupiah - used;
  const paid = tender('credit', used, { code: voucher.code });
  const credit = rest > 0 ? { ...paid, restRupiah: rest } : paid;
  const others = restOf(day.chance, sum - used, day.book.step);
  const name = ringUp(day, { cart, tenders: [credit, ...others] });
  voucher.isUsed = true;
  day.keepVouchers(name, rest > 0 ? [rest] : []);
}

/** Rings it up; now and then the same order comes twice. @returns what its answer is kept as */
export function ringUp(day: Day, toPay: ToPay, exchanged?: object): string {
  const who = { isSari: seldom(day.chance, 4) };
  const id = day.id();
  const name = `sold-${day.sold.length}`;
  askLeave(day, toPay.cart, id, who);
  askCashBack(day, toPay, id, who);
  if (exchanged && who.isSari) {
    const input = { id, ...exchanged };
    day.say({ call: 'sales.allowExchange', input }, done, { ...who, needsLeave: true });
  }
  const line = { call: 'sales.ringUp', keep: name, input: orderFor(day, toPay, id) };
  const standing = day.book.sell(toPay.cart, toPay.tenders);
  day.say(line, { is: 'record', record: standing.sale }, who);
  if (seldom(day.chance, 15)) day.say(line, { is: 'record', record: standing.sale }, who);
  day.sold.push({ ...standing, name, isExchanged: exchanged !== undefined });
  return name;
}

/** What the till is asked to book. */
export function orderFor(day: Day, { cart, tenders, givesCashBack }: ToPay, id: string): object {
  return {
    id,
    ...orderOf(cart),
    tenders: tenders.map(({ kind, amountRupiah, told }) => ({ kind, amountRupiah, ...told })),
    ...(givesCashBack ? { givesCashBack } : {}),
    expectedTotalRupiah: paidTotal(exactly(cart), tenders, day.book.step),
  };
}

/** Leave for other prices and discounts, which Sari needs of the owner. */
function askLeave(day: Day, cart: PlainCart, id: string, who: Who): void {
  if (!who.isSari) return;
  const input = { id, ...orderOf(cart) };
  const leave = { ...who, needsLeave: true };
  if (cart.lines.some(({ shelfRupiah }) => shelfRupiah !== null)) {
    day.say({ call: 'sales.allowPrice', input }, done, leave);
  }
  if (cart.discount || cart.lines.some(({ discount }) => discount)) {
    day.say({ call: 'sales.allowDiscount', input }, done, leave);
  }
}

/** Leave for cash that goes back for what was paid without, which Sari needs of the owner. */
function askCashBack(day: Day, { cart, tenders }: ToPay, id: string, who: Who): void {
  const money = tenders.filter(({ kind }) => kind !== 'cash');
  const due = paidTotal(exactly(cart), tenders, day.book.step);
  const overRupiah = total(money.map(({ amountRupiah }) => amountRupiah)) - due;
  if (!who.isSari || overRupiah <= 0) return;
  const input = { id, ...orderOf(cart), overRupiah };
  day.say({ call: 'sales.allowCashBack', input }, done, { ...who, needsLeave: true });
}

/** A sale that is only practised. */
export function train(day: Day): void {
  const { chance, book } = day;
  const cart = aCart(chance, day.tax);
  const toPay = { cart, ...paymentOf(chance, exactly(cart), book.step) };
  day.say({ call: 'sales.beginTraining' }, done);
  const record = book.practise(cart, toPay.tenders);
  const input = orderFor(day, toPay, day.id());
  day.say({ call: 'sales.ringUpTraining', input }, { is: 'record', record });
}
