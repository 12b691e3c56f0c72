import { isContractProcedure } from '@orpc/contract';
import { createRouterClient, ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../domain/actor.ts';
import { seenProduct } from '../../domain/catalog/contract.ts';
import { contract } from '../../domain/contract.ts';
import { correctionReasonNames } from '../../domain/inventory/correction.ts';
import { RUPIAH_MAX, rupiah } from '../../domain/money.ts';
import { MILLI_MAX, milli } from '../../domain/quantity.ts';
import { salesErrors } from '../../domain/sales/errors.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import {
  anId,
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../test/support/test-till.ts';
import { router } from './router.ts';
import { verifyBook } from './journal/verify.ts';

/** What the till has written, it can read: whatever the contract lets in, no answer is a fault. */

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
  const prices = [0, 1, 45_000, 900_000_000, RUPIAH_MAX, 12_345];
  codes.forEach((code, at) => {
    const all = units.map((unit, place) => aUnit(unit, [1, 12, 1_000_000, 0.001][place] ?? 1, 0));
    const priced = all.map((unit) => ({ ...unit, priceRupiah: prices[at] ?? 0 }));
    stockProduct(book.till, { code, name: `Barang ${code}`, units: priced });
  });
});
afterEach(() => book.close());

function openCalls() {
  const { till, dataDir } = book;
  const crashLog = { write: () => true };
  const context = {
    till,
    failure: null,
    shell: 'browser' as const,
    actor: theOwner,
    version: '1',
    dataDir,
    log: till.log,
    crashLog,
    page: {},
    samples: { resourcesDir: '', isAsked: false },
  };
  return createRouterClient(router, { context });
}
type Calls = ReturnType<typeof openCalls>;

const codes = ['A-1', 'a-1', '-5', '=SUM(A1)', 'Kopi ☕', 'x'.repeat(40)] as const;
const units = ['pcs', 'lusin', 'kodi', 'g'] as const;
const edges = (max: number) => fc.oneof(fc.constantFrom(0, 1, max - 1, max), fc.nat({ max }));
const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });

/** One call that changes the book, with any input that the contract lets in. */
const acts = fc.oneof(
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
  fc.record({
    kind: fc.constant('sell' as const),
    lines: fc.array(
      fc.record({
        code: fc.constantFrom(...codes),
        unit: fc.constantFrom(...units),
        quantity: fc.oneof(fc.constantFrom(1, 500, 1000, 12_000), edges(MILLI_MAX - 1)),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    tenders: fc.array(edges(RUPIAH_MAX), { minLength: 1, maxLength: 10 }),
  }),
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
        language: fc.constantFrom('id', 'en'),
        receiptLanguage: fc.constantFrom('id', 'en'),
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
type Act = typeof acts extends fc.Arbitrary<infer A> ? A : never;

/** Does it; an expected failure is an answer, a fault is none. */
async function perform(calls: Calls, act: Act): Promise<void> {
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
    case 'sell': {
      const order = {
        id: anId(),
        lines: act.lines.map(({ code, unit, quantity }) => {
          const quantityMilli = milli(Math.max(1, quantity));
          return { code, unit, quantityMilli, priceRupiah: rupiah(1) };
        }),
        tenders: act.tenders.map((amount) => {
          return { kind: 'cash' as const, amountRupiah: rupiah(amount) };
        }),
      };
      const kept = order.lines.map(({ code, unit, quantityMilli }) => {
        return { code, unit, quantityMilli, name: 'x' };
      });
      await calls.sales.keepCart({ id: order.id, lines: kept, scans: [], after: null });
      // The screen's guess of the prices is wrong once; the till says the right ones.
      try {
        await calls.sales.ringUp({ ...order, expectedTotalRupiah: rupiah(1) });
      } catch (error) {
        if (!(error instanceof ORPCError) || error.code !== 'PRICE_CHANGED') throw error;
        const { totalRupiah, prices } = salesErrors.PRICE_CHANGED.data.parse(error.data);
        const shown = order.lines.map((line, at) => {
          return { ...line, priceRupiah: rupiah(prices[at]?.priceRupiah ?? 0) };
        });
        const expectedTotalRupiah = rupiah(totalRupiah);
        await calls.sales.ringUp({ ...order, lines: shown, expectedTotalRupiah });
      }
      return;
    }
    case 'settings':
      await calls.settings.change(act.change);
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
      book.clock.now = Date.UTC(2026, 10, 23, 3) + act.days * 86_400_000;
  }
}

/** Every call that only reads, or changes no sale; each answers as the contract says. */
async function readAll(calls: Calls): Promise<void> {
  await calls.system.startup();
  await calls.system.ping();
  await calls.system.reportCrash({ kind: 'error', message: 'm', stack: 's' });
  await calls.catalog.categories();
  let cursor = '';
  do {
    const page = await calls.catalog.search({ text: '', category: '', cursor, limit: 100 });
    cursor = page.nextCursor;
  } while (cursor !== '');
  for (const barcode of [...codes, '8991000000014', 'LAPAK-7']) {
    await calls.catalog.findBarcode({ barcode }).catch(expected);
  }
  for await (const piece of await calls.catalog.exportCatalog()) expect(piece).toBeTruthy();
  const { businessDate } = await calls.sales.day({ businessDate: null });
  for (const text of ['', '45000', 'x']) {
    await calls.sales.list({ businessDate, text, cursor: '', limit: 100 });
  }
  await calls.catalog.sample();
  for (const code of codes) await calls.catalog.product({ code });
  for (const code of codes) await calls.inventory.history({ code, limit: 100 });
  const { sales } = await calls.sales.totals();
  if (sales > 0) await calls.sales.receipt({ number: 'last' });
  const { id } = await calls.sales.openCart({ wanted: null, fresh: anId() });
  await calls.sales.resumeCart({ id });
  await calls.settings.read();
  await calls.printing.queue();
  const { printing } = calls;
  const watches = [
    calls.settings.watch(),
    calls.sales.watch(),
    printing.watchStatus(),
    printing.watchPaper(),
    calls.catalog.watch(),
  ];
  for (const events of await Promise.all(watches)) void events.return?.();
}

function expected(error: unknown): void {
  expect(error).not.toMatchObject({ code: 'FAULT' });
  expect(error).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) as string });
}

test('whatever is done through the contract, all can be read and the book is whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 8 }), async (done) => {
      const calls = openCalls();
      for (const act of done) await perform(calls, act).catch(expected);
      await readAll(calls);
      expect(await verifyBook(book.till)).toMatchObject({ ok: true, reason: '' });
    }),
    { numRuns: 120 },
  );
  const { sales } = await openCalls().sales.totals();
  expect(sales).toBeGreaterThan(5); // enough was sold to say something
  await book.reopen(); // and the next start takes all of it
});

test('every call of the contract is made by this test', () => {
  const made = [
    'system.startup system.ping system.reportCrash',
    'catalog.search catalog.categories catalog.findBarcode catalog.importCatalog',
    'catalog.exportCatalog catalog.product catalog.save catalog.archive catalog.restore',
    'catalog.watch catalog.begin',
    'catalog.sample catalog.clearSample catalog.archiveSample inventory.correct inventory.history',
    'sales.ringUp sales.receipt sales.totals sales.openCart sales.resumeCart sales.keepCart',
    'sales.day sales.list sales.watch',
    'printing.configure printing.watchStatus printing.watchPaper',
    'printing.queue printing.drop printing.release printing.reprint printing.printTest',
    'printing.outcome',
    'settings.read settings.watch settings.change',
  ];
  const calls = Object.entries(contract).flatMap(([capability, parts]) =>
    Object.entries(parts)
      .filter(([, part]) => isContractProcedure(part))
      .map(([name]) => `${capability}.${name}`),
  );

  expect(calls.sort()).toEqual(made.join(' ').split(' ').sort());
});
