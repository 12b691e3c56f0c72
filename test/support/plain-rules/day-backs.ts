import type { Day, NamedSale, Who } from './day.ts';
import { exactly, ringUp } from './day-sales.ts';
import { aCart, pick, seldom } from './day-shelf.ts';
import { type DayTender, restOf, tender } from './day-tenders.ts';
import { leftBy, leftToGive } from './plain-back.ts';
import type { PlainQuote } from './plain-book.ts';

/** What comes back on a day that is being made. */

const kinds = ['cash', 'qris', 'card', 'transfer', 'credit'] as const;

/** Some of a sale comes back, by the means that it came or by another. */
export function refund(day: Day): void {
  const standing = day.someSold();
  if (!standing) return;
  const returned = day.someOf(standing);
  const quote = day.book.quote(standing, returned);
  const asked = { number: { kept: `${standing.name}.number` }, lines: returned };
  const answer = {
    dueRupiah: quote.due,
    cashRupiah: quote.inCash,
    leftRupiah: leftToGive(standing),
  };
  day.say({ call: 'sales.quoteRefund', input: asked }, { is: 'answer', answer });
  const { tenders, changesTender } = payOut(day, standing, quote);
  const name = `${standing.name}-back-${standing.backs.length}`;
  const input = {
    ...asked,
    id: day.id(),
    reason: 'Salah ukuran',
    tenders: tenders.map(({ kind, amountRupiah }) => ({ kind, amountRupiah })),
    ...(changesTender ? { changesTender } : {}),
  };
  const record = day.book.giveBack(standing, quote.lines, tenders);
  const who = leaveFor(day);
  const line = { call: 'sales.refund', keep: name, input };
  day.say(line, { is: 'record', record }, who);
  if (seldom(day.chance, 12)) day.say(line, { is: 'record', record }, who);
  day.keepVouchers(name, creditsOf(tenders));
}

interface PaidOut {
  readonly tenders: readonly DayTender[];
  readonly changesTender: boolean;
}

/** By one means that paid enough, by another that somebody asks for, or by the parts it came by. */
function payOut(day: Day, standing: NamedSale, quote: PlainQuote): PaidOut {
  const { due, inCash } = quote;
  if (due === 0) return { tenders: [], changesTender: false };
  const amountOf = (kind: string) => (kind === 'cash' ? inCash : due);
  const able = kinds.filter((kind) => leftBy(standing, kind) >= amountOf(kind));
  const paidBy = kinds.filter((kind) => kind !== 'cash' && leftBy(standing, kind) > 0);
  const other = pick(day.chance, ['cash', 'transfer', 'credit'] as const);
  const inOther = {
    tenders: moreThanNone(tender(other, amountOf(other), {})),
    changesTender: true,
  };
  if (seldom(day.chance, 3)) return inOther;
  if (able.length > 0) {
    const kind = pick(day.chance, able);
    return { tenders: moreThanNone(tender(kind, amountOf(kind), {})), changesTender: false };
  }
  const [first] = paidBy;
  if (first === undefined) return inOther;
  const part = Math.min(due, leftBy(standing, first));
  const cash = day.book.restInCash(standing, quote, part);
  const tenders = [tender(first, part, {}), ...moreThanNone(tender('cash', cash))];
  return { tenders, changesTender: cash > leftBy(standing, 'cash') };
}

/** Rounded down to nothing it is none. */
function moreThanNone(one: DayTender): DayTender[] {
  return one.amountRupiah > 0 ? [one] : [];
}

function leaveFor(day: Day): Who & { needsLeave: boolean } {
  return { isSari: seldom(day.chance, 6), needsLeave: true };
}

function creditsOf(tenders: readonly { kind: string; amountRupiah: number }[]): number[] {
  return tenders.flatMap(({ kind, amountRupiah }) => (kind === 'credit' ? amountRupiah : []));
}

/** Other goods for some of a sale: both are one act. */
export function exchange(day: Day): void {
  const { chance, book } = day;
  const standing = day.someSold();
  if (!standing) return;
  const lines = day.someOf(standing);
  const { due, lines: goods } = book.quote(standing, lines);
  const cart = aCart(chance, day.tax);
  const sum = exactly(cart);
  if (due === 0 || sum === 0) return;
  const number = { kept: `${standing.name}.number` };
  const returned = { number, lines, reason: 'Tukar rasa' };
  const swapped = tender('exchange', due, returned);
  const record = book.giveBack(standing, goods, [swapped]);
  const tenders = [swapped, ...restOf(chance, sum - due, book.step)];
  const toPay = { cart, tenders, ...(due > sum ? { givesCashBack: true } : {}) };
  const name = ringUp(day, toPay, returned);
  const input = { number: { kept: `${name}.tenders.0.reference` } };
  day.say({ call: 'sales.receipt', input }, { is: 'record', record });
}

/** A sale is taken back whole. */
export function takeBack(day: Day): void {
  const standing = day.someSold(({ backs, isExchanged }) => backs.length === 0 && !isExchanged);
  if (!standing) return;
  const input = {
    id: day.id(),
    number: { kept: `${standing.name}.number` },
    reason: 'Salah ketik',
  };
  const record = day.book.takeBack(standing);
  const name = `${standing.name}-void`;
  day.say({ call: 'sales.void', keep: name, input }, { is: 'record', record }, leaveFor(day));
  day.keepVouchers(name, creditsOf(record.tenders));
}
