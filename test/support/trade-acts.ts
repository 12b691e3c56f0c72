import { backs, giveBack } from './back-acts.ts';
import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { expect } from 'vitest';
import { seenProduct } from '../../domain/catalog/contract.ts';
import { correctionReasonNames } from '../../domain/inventory/correction.ts';
import { RUPIAH_MAX, rupiah } from '../../domain/money.ts';
import type { Tender } from '../../domain/payments/tender.ts';
import { MILLI_MAX, milli } from '../../domain/quantity.ts';
import { salesErrors } from '../../domain/sales/errors.ts';
import { roundCash } from '../../domain/sales/pricing.ts';
import { taxKinds } from '../../domain/sales/tax.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Till } from '../../electron/till/till.ts';
import type { Calls } from './calls.ts';
import { anId, aUnit, stockProduct } from './test-till.ts';

/** Codes and units of what is on the shelf. */
export const codes = ['A-1', 'a-1', '-5', '=SUM(A1)', 'Kopi ☕', 'x'.repeat(40)] as const;
const units = ['pcs', 'lusin', 'kodi', 'g'] as const;
/** Puts them there, each at another price. */
export function stockShelf(till: Till): void {
  const prices = [0, 1, 45_000, 900_000_000, RUPIAH_MAX, 12_345];
  codes.forEach((code, at) => {
    const all = units.map((unit, place) => aUnit(unit, [1, 12, 1_000_000, 0.001][place] ?? 1, 0));
    const priced = all.map((unit) => ({ ...unit, priceRupiah: prices[at] ?? 0 }));
    stockProduct(till, { code, name: `Barang ${code}`, units: priced });
  });
}
/** A number of a field, more often at its ends. */
export const edges = (max: number) =>
  fc.oneof(fc.constantFrom(0, 1, max - 1, max), fc.nat({ max }));
/** Any text that somebody can type. */
export const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });

const discounts = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), rateBp: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({
    kind: fc.constant('amount' as const),
    amountRupiah: edges(RUPIAH_MAX).map((amount) => rupiah(Math.max(1, amount))),
  }),
);
/** Three times of four nothing. */
const seldom = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 1 });

const sales = fc.record({
  kind: fc.constant('sell' as const),
  lines: fc.array(
    fc.record({
      code: fc.constantFrom(...codes),
      unit: fc.constantFrom(...units),
      quantity: fc.oneof(
        { arbitrary: fc.constantFrom(1, 500, 1000, 12_000), weight: 3 },
        edges(MILLI_MAX - 1),
      ),
      agreed: seldom(edges(RUPIAH_MAX)),
      discount: seldom(discounts),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  quick: seldom(edges(RUPIAH_MAX)),
  discount: seldom(discounts),
  tenders: fc.array(edges(RUPIAH_MAX), { minLength: 1, maxLength: 10 }),
  /** How it is paid, all of it; `isSplit`: half of it so, and the rest in cash. */
  means: fc.constantFrom('cash' as const, 'cash' as const, 'qris', 'card', 'transfer'),
  isSplit: fc.boolean(),
  givesCashBack: fc.boolean(),
  /** Whether the total is handed over in their place, once it is known. */
  isPaid: fc.boolean(),
});
/** The same, only practised. */
const practice = sales.map((sale) => ({ ...sale, isTraining: true as const }));
type Sale = typeof sales extends fc.Arbitrary<infer S> ? S & { isTraining?: true } : never;

/** One call that changes the book, with any input that the contract lets in. */
export const tradeActs = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    rows: fc.array(
      fc.record({
        code: fc.constantFrom(...codes),
        name: words,
        unit: fc.constantFrom(...units),
        factor: edges(MILLI_MAX / 1000),
        price: edges(RUPIAH_MAX),
        stock: edges(MILLI_MAX / 1000),
        barcode: fc.constantFrom('', '8991000000014', 'LAPAK-7', '12'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { arbitrary: sales, weight: 5 },
  { arbitrary: backs, weight: 1 },
  practice,
  fc.record({
    kind: fc.constant('settings' as const),
    change: fc.record<Partial<Settings>>(
      {
        stall: fc.record({
          name: words.filter((text) => text.trim() !== ''),
          number: fc.string({ maxLength: 20 }),
          mall: fc.string({ unit: 'grapheme', maxLength: 30 }),
          phone: fc.string({ maxLength: 30 }),
        }),
        zone: fc.constantFrom('WIB', 'WITA', 'WIT'),
        cutOffHour: fc.integer({ min: 0, max: 6 }),
        cashRoundingRupiah: fc.constantFrom(1, 100, 500, 1000),
        tax: fc.record({ kind: fc.constantFrom(...taxKinds), isAdded: fc.boolean() }),
        npwp: fc.constantFrom('', '0123456789012345'),
        tenders: fc.record({ qris: fc.boolean(), card: fc.boolean(), transfer: fc.boolean() }),
        language: fc.constantFrom('id', 'en'),
        receiptLanguage: fc.constantFrom('id', 'en'),
        closing: fc.constantFrom('blind', 'open'),
        drawers: fc.constantFrom(1, 2),
        pinUse: fc.constantFrom('never', 'guarded', 'always'), // of no effect without a PIN
        lockAfterMinutes: fc.constantFrom(0, 1, 60),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constant('save' as const),
    code: fc.constantFrom(...codes, 'baru'),
    name: words.filter((text) => text.trim() !== ''),
    units: fc.uniqueArray(
      fc.record({
        unit: fc.constantFrom(...units),
        factor: edges(MILLI_MAX),
        price: edges(RUPIAH_MAX),
      }),
      { selector: ({ unit }) => unit, minLength: 1, maxLength: 4 },
    ),
    barcode: fc.constantFrom('8991000000014', 'LAPAK-7', '12'),
    isNew: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('shelve' as const), code: fc.constantFrom(...codes) }),
  fc.record({
    kind: fc.constant('count' as const),
    code: fc.constantFrom(...codes),
    reason: fc.constantFrom(...correctionReasonNames),
    quantity: edges(MILLI_MAX),
  }),
  fc.record({ kind: fc.constant('sample' as const) }),
  fc.record({ kind: fc.constant('paper' as const) }),
  fc.record({ kind: fc.constant('clock' as const), days: fc.integer({ min: -500, max: 500 }) }),
);
export type TradeAct = typeof tradeActs extends fc.Arbitrary<infer A> ? A : never;

/** Does it, at a till with this clock. */
export async function performTrade(
  calls: Calls,
  clock: { now: number },
  act: TradeAct,
): Promise<void> {
  switch (act.kind) {
    case 'import': {
      const rows = act.rows.map(({ code, name, unit, factor, price, stock, barcode }) =>
        [code, name.replace(/["\r\n;]/g, ' '), unit, factor, price, stock, barcode].join(';'),
      );
      const content = ['kode;nama;satuan;isi;harga;stok;barcode', ...rows].join('\n');
      const events = await calls.catalog.importCatalog({ content, mode: 'apply' });
      for await (const { type } of events) expect(type).toMatch(/progress|done|doubt/);
      return;
    }
    case 'sell':
      return sell(calls, act);
    case 'back':
      return giveBack(calls, act);
    case 'settings':
      await calls.settings.change(act.change);
      await calls.settings.switchLanguage({ language: 'en' });
      await calls.settings.changeLogo(await calls.settings.logo());
      return;
    case 'save': {
      const { code, name, isNew, barcode } = act;
      const kept = act.units.map(({ unit, factor, price }, at) => ({
        unit,
        factorMilli: milli(at === 0 ? 1000 : Math.max(1, factor)),
        priceRupiah: rupiah(price),
        barcodes: at === 0 ? [barcode] : [],
      }));
      const seen = isNew ? null : seenProduct((await calls.catalog.product({ code })).product);
      await calls.catalog.save({ draft: { code, name, category: '', units: kept }, seen });
      return;
    }
    case 'shelve':
      await calls.catalog.archive({ code: act.code });
      await calls.catalog.restore({ code: act.code });
      return;
    case 'count': {
      const { code, reason } = act;
      const { product } = await calls.catalog.findBarcode({ barcode: code });
      const quantityMilli = milli(act.quantity);
      const seen = { code: product.code, seenMilli: product.onHandMilli };
      await calls.inventory.correct({ ...seen, reason, quantityMilli, note: 'dihitung' });
      return;
    }
    case 'sample':
      await calls.catalog.begin({ stall: 'sample' }); // this stall has begun
      await calls.catalog.archiveSample();
      await calls.catalog.clearSample();
      return;
    case 'paper':
      await calls.printing.configure({ address: 'virtual', columns: 48 });
      await calls.printing.printTest();
      await calls.printing.reprint({ number: 'last' });
      await calls.printing.release({ id: 'all' });
      await calls.printing.drop({ id: 'all' });
      await calls.printing.outcome({ job: 1 });
      return;
    case 'clock':
      clock.now = Date.UTC(2026, 10, 23, 3) + act.days * 86_400_000;
  }
}

/** Sells; the screen's guess of the prices is wrong once, and the till says the right ones. */
async function sell({ sales: calls, settings }: Calls, sale: Sale): Promise<void> {
  const { tenders, isPaid, discount, means, givesCashBack, isTraining } = sale;
  if (isTraining) await calls.beginTraining();
  const ringUp = isTraining ? calls.ringUpTraining : calls.ringUp;
  const kind = isTraining ? { isTraining } : {};
  const order = {
    id: anId(),
    lines: [...sale.lines.map(orderLine), ...quickLines(sale)],
    ...(discount ? { discount } : {}),
    tenders: tenders.map((amount) => paidBy(means, amount)),
    givesCashBack,
  };
  const kept = order.lines.map((line) => {
    const { priceRupiah: _, ...content } = line;
    return { name: 'x', ...content };
  });
  await calls.keepCart({ id: order.id, lines: kept, ...kind, scans: [], after: null });
  const isAgreed = sale.lines.some((line) => line.agreed !== undefined || line.discount);
  if (isAgreed || sale.quick !== undefined || discount) await giveLeave(calls, order);
  try {
    await ringUp({ ...order, expectedTotalRupiah: rupiah(1) });
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'PRICE_CHANGED') throw error;
    const { totalRupiah, prices } = salesErrors.PRICE_CHANGED.data.parse(error.data);
    const shown = order.lines.map((line, at) => {
      return { ...line, priceRupiah: rupiah(prices[at]?.priceRupiah ?? 0) };
    });
    const { cashRoundingRupiah } = await settings.read();
    const whole = { tenders: order.tenders, expectedTotalRupiah: rupiah(totalRupiah) };
    const paid = isPaid ? paymentOf(sale, totalRupiah, cashRoundingRupiah) : whole;
    await ringUp({ ...order, ...paid, lines: shown });
  }
}

function orderLine({ code, unit, quantity, agreed, discount }: Sale['lines'][number]) {
  return {
    code,
    unit,
    quantityMilli: milli(Math.max(1, quantity)),
    priceRupiah: rupiah(1),
    ...(agreed === undefined ? {} : { agreedRupiah: rupiah(agreed) }),
    ...(discount === undefined ? {} : { discount }),
  };
}

function quickLines({ quick }: Sale) {
  if (quick === undefined) return [];
  const price = { priceRupiah: rupiah(quick), agreedRupiah: rupiah(quick) };
  return [{ code: '', name: 'Bungkus kado', unit: 'pcs', quantityMilli: milli(1000), ...price }];
}

/** Asks for all leaves, as the screen does one after another; a floor may want its own. */
async function giveLeave(
  calls: Calls['sales'],
  order: Parameters<Calls['sales']['allowPrice']>[0],
) {
  const { id, lines, discount } = order;
  const asked = { id, lines, ...(discount ? { discount } : {}) };
  for (const allow of [calls.allowQuick, calls.allowPrice, calls.allowDiscount]) await allow(asked);
  await calls.allowBelowFloor(asked);
  await calls.allowCashBack({ ...asked, overRupiah: rupiah(5_000) });
}

/** Exactly what it costs, and what that is with the rounding of the part in cash. */
function paymentOf({ means, isSplit }: Sale, total: number, step: number) {
  const half = Math.floor(total / 2);
  if (means === 'cash' || !isSplit || half === 0) {
    return { tenders: [paidBy(means, total)], expectedTotalRupiah: rupiah(total) };
  }
  const rest = roundCash(rupiah(total - half), step);
  const tenders = [paidBy(means, half), paidBy('cash', rest)];
  return { tenders, expectedTotalRupiah: rupiah(half + rest) };
}

function paidBy(means: Sale['means'], amount: number): Tender {
  const amountRupiah = rupiah(amount);
  switch (means) {
    case 'cash':
      return { kind: 'cash', amountRupiah };
    case 'qris':
      return { kind: 'qris', amountRupiah, state: 'claimed', reference: 'RRN 4711' };
    case 'card':
      return { kind: 'card', amountRupiah, bank: 'BCA', approval: '012345', last: '1234' };
    case 'transfer':
      return { kind: 'transfer', amountRupiah, state: 'verified', bank: 'Bank Jago é' };
  }
}
