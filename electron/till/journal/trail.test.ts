import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { TrailFilter } from '../../../domain/journal/contract.ts';
import type { TrailEntry } from '../../../domain/journal/trail.ts';
import { entryWords, toldActs } from '../../../domain/journal/trail-words.ts';
import { translator } from '../../../domain/translator.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { collect } from '../../../test/support/collect.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import { bookPieces, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { insertPerson } from '../staff/staff-store.ts';
import { write } from '../database/write.ts';
import { exportTrail } from './export-trail.ts';
import { listTrail } from './trail.ts';
import { pageOf } from './trail-store.ts';
import { type ActOf, actDraft, writeJournal } from './write-journal.ts';

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
});
afterEach(() => shop.close());

const DAY_MS = 86_400_000;
const all: TrailFilter = {
  from: null,
  to: null,
  cashier: null,
  topic: null,
  onlyApproved: false,
  text: '',
};

function entries(filter: Partial<TrailFilter> = {}, limit = 100): TrailEntry[] {
  return listTrail(shop.till, { ...all, ...filter, cursor: '', limit }).entries;
}

const actsIn = (filter: Partial<TrailFilter>) => entries(filter).map(({ act }) => act);

function tell(of: ActOf, actor = theOwner): void {
  writeJournal(shop.till, (tx, append) => {
    append(actDraft(tx, actor, shop.till.clock(), of));
  });
}

const sari = { ...theOwner, cashier: 'kasir-2' };

test('sales, shifts, drawers and acts are one list, the newest record first', () => {
  const { number } = bookPieces(shop.till, 2).receipt;
  endTestShift(shop.till);

  expect(entries()).toMatchObject([
    { act: 'z', topic: 'shift', subject: 'Z-000001', amountRupiah: 90_000, approver: 'kasir-2' },
    { act: 'drawer-count', topic: 'drawer', subject: '1', cashier: 'kasir-1', approver: 'kasir-2' },
    { act: 'product-save', topic: 'catalog', subject: 'KOPI-01', note: 'Kopi Gayo' },
    { act: 'safe-drop', topic: 'drawer', subject: '1', amountRupiah: -20_000 },
    { act: 'sale', topic: 'sale', subject: number, amountRupiah: 90_000, note: 'cash' },
    { act: 'shift-open', topic: 'shift', subject: '1', amountRupiah: 0 },
    { act: 'start', topic: 'till', cashier: 'lapak', amountRupiah: null },
  ]);
  expect(actsIn({}).filter((act) => !toldActs.some((told) => told === act))).toEqual([]);
  const changes = entries().map((entry) => entry.changes);
  expect(changes[1]).toEqual([{ field: 'found', from: '', to: 'Rp300.000' }]);
  expect(changes[2]).toEqual([{ field: 'price', from: '45000', to: '46000' }]);
});

test('pages follow each other without a gap, whatever comes in meanwhile', () => {
  for (let at = 0; at < 7; at += 1) {
    if (at % 2 === 0) bookPieces(shop.till, 1);
    else tell({ act: 'reprint', subject: String(at) });
  }
  const whole = entries().map(({ mark }) => mark);
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = listTrail(shop.till, { ...all, cursor, limit: 2 });
    seen.push(...page.entries.map(({ mark }) => mark));
    cursor = page.nextCursor;
    tell({ act: 'sign-in', subject: 'kasir-1' });
  } while (cursor !== '');

  expect(seen).toEqual(whole);
  expect(whole).toHaveLength(9); // with the start and the shift
});

test('a cursor that is not ours begins at the first page', () => {
  bookPieces(shop.till, 1);
  const { entries: first } = listTrail(shop.till, { ...all, cursor: 'x; DROP', limit: 5 });
  expect(first).toEqual(entries({}, 5));
});

test('entries are narrowed by date, person, topic, approval and text', () => {
  bookPieces(shop.till, 1);
  shop.clock.now += DAY_MS;
  tell({ act: 'stock-correct', subject: 'KOPI-01', note: 'Pecah 100%' }, sari);
  tell({ act: 'settings-change' }, { ...sari, approver: 'kasir-1' });
  shop.clock.now += DAY_MS;
  const { number } = bookPieces(shop.till, 1, { cashier: 'kasir-2' }).receipt;

  expect(actsIn({ from: '2026-11-24', to: '2026-11-24' })).toEqual([
    'settings-change',
    'stock-correct',
  ]);
  expect(actsIn({ from: '2026-11-24' })).toEqual(['sale', 'settings-change', 'stock-correct']);
  expect(actsIn({ to: '2026-11-23' })).toEqual(['sale', 'shift-open', 'start']);
  expect(actsIn({ from: '2025-01-01', to: '2026-11-23' })).toEqual(['sale', 'shift-open', 'start']);
  expect(actsIn({ cashier: 'kasir-2' })).toEqual(['sale', 'settings-change', 'stock-correct']);
  expect(actsIn({ cashier: 'kasir-2', topic: 'sale' })).toEqual(['sale']);
  expect(actsIn({ topic: 'stock' })).toEqual(['stock-correct']);
  expect(actsIn({ topic: 'till' })).toEqual(['start']);
  expect(actsIn({ topic: 'shift' })).toEqual(['shift-open']);
  expect(actsIn({ topic: 'staff' })).toEqual([]);
  expect(actsIn({ onlyApproved: true })).toEqual(['settings-change']);
  expect(actsIn({ text: ' pecah 100% ' })).toEqual(['stock-correct']);
  expect(actsIn({ text: number.toLowerCase() })).toEqual(['sale']);
  expect(actsIn({ text: '_' })).toEqual([]);
});

test('an act of a newer program is told by its own name, under the till itself', () => {
  tell({ act: 'moon-landing' as 'reprint' }); // as no program of today writes it
  const [entry] = entries({ topic: 'till' });

  expect(entry).toMatchObject({ act: 'moon-landing', topic: 'till' });
  expect(entry && entryWords(entry, translator('id'), (who) => who)).toBe(
    '23/11/2026 10:00, kasir-1: moon-landing',
  );
});

test('a sale that was taken over from another system says so, with its document', () => {
  bookPieces(shop.till, 1, { source: 'N-1', cashier: 'lapak' });
  expect(entries({}, 1)).toMatchObject([{ act: 'sale-taken-over', topic: 'sale', note: 'N-1' }]);
});

test('a clock that jumped says from where to where', async () => {
  shop.clock.now += 40 * DAY_MS;
  await shop.reopen();
  const changes = [{ field: 'clock', from: '23/11/2026 10:00', to: '02/01/2027 10:00' }];
  expect(entries({ topic: 'till' }, 1)).toMatchObject([{ act: 'clock-change', changes }]);
});

test('wrong PINs in a row are told with how many and for how long', async () => {
  const { staff } = callsOf(shop);
  await staff.setPin({ staff: 'kasir-1', pin: '738291' });
  for (let tries = 0; tries < 5; tries += 1) {
    await staff.signIn({ staff: 'kasir-1', pin: '000000' }).catch(() => undefined);
  }
  const changes = [
    { field: 'failures', from: '', to: '5' },
    { field: 'seconds', from: '', to: '30' },
  ];
  expect(entries({ topic: 'sign-in' }, 1)).toMatchObject([{ act: 'login-lockout', changes }]);
});

test('a drawer that was short when its shift was closed says so', () => {
  bookPieces(shop.till, 2);
  endTestShift(shop.till);
  expect(entries({}, 1)[0]?.changes).toEqual([
    { field: 'counted', from: 'Rp70.000', to: 'Rp300.000' },
    { field: 'difference', from: '', to: 'unknown' },
  ]);
});

test.each([
  ['all of them', {}],
  ['a few days', { from: '2026-11-23', to: '2026-11-24' }],
  ['a year', { from: '2026-01-01', to: '2026-12-31' }],
  ['a topic', { topic: 'catalog' }],
] as const)('%s are found in the order of the records, without sorting', (_, filter) => {
  const page = { ...all, ...filter, first: 'newest', place: 1_000, limit: 100 } as const;
  const { sql, parameters } = pageOf(page).compile();
  const plan = shop.till.db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail);

  expect(plan).toContain('MERGE (UNION ALL)');
  const isShort = 'from' in filter && filter.from === '2026-11-23';
  const byRecord = 'SEARCH sale USING INTEGER PRIMARY KEY (rowid<?)';
  const byDate = 'SEARCH sale USING INDEX sale_by_date (business_date>? AND business_date<?)';
  expect(plan).toContain(isShort ? byDate : byRecord);
});

test.each(['id', 'en'] as const)('every act has words of its own (%s)', (language) => {
  const say = translator(language);
  const told = toldActs.map((act) => say.text(`trail.act.${act}`));
  expect(new Set(told).size).toBe(new Set(toldActs).size);
});

async function exported(filter: Partial<TrailFilter> = {}): Promise<string[]> {
  const pieces = await collect(exportTrail(shop.till, theOwner, { ...all, ...filter }));
  return pieces
    .map(({ text }) => text)
    .join('')
    .split('\r\n');
}

test('the trail goes out as a file, the oldest first, names beside the pseudonyms', async () => {
  write(shop.till, (tx) => insertPerson(tx, { name: '=Sari', role: 'cashier', createdAtMs: 0 }));
  const { number } = bookPieces(shop.till, 1, { cashier: 'kasir-2' }).receipt;
  tell({ act: 'stock-correct', subject: '=1+1', note: '@jatuh; pecah' }, sari);

  expect(await exported({ cashier: 'kasir-2' })).toEqual([
    '\uFEFFWaktu;Catatan;Oleh;Nama;Diizinkan oleh;Nama yang mengizinkan;Topik;Tindakan;Perihal;' +
      'Jumlah (Rp);Keterangan;Perubahan',
    `23/11/2026 10:00;1.3;kasir-2;'=Sari;;;Penjualan;Penjualan;${number};45000;Tunai;`,
    `23/11/2026 10:00;1.4;kasir-2;'=Sari;;;Stok;Stok dibetulkan;'=1+1;;"'@jatuh; pecah";`,
    '',
  ]);
});

test('a long trail comes in pieces, each record once', async () => {
  for (let at = 0; at < 1_100; at += 1) tell({ act: 'reprint', subject: String(at) });
  const pieces = await collect(exportTrail(shop.till, theOwner, { ...all, topic: 'printing' }));
  const rows = pieces.flatMap(({ text }) => text.split('\r\n')).filter((row) => row !== '');

  expect(pieces).toHaveLength(4); // the titles, 500, 500, 100
  expect(rows).toHaveLength(1_101);
  expect(new Set(rows).size).toBe(1_101);
});

test('who takes the trail along is written down first, and what was asked for', async () => {
  bookPieces(shop.till, 1);
  const going = exportTrail(shop.till, sari, { ...all, topic: 'sale', text: 'Budi' });
  await going.next();

  expect(entries({}, 1)).toMatchObject([
    { act: 'trail-export', cashier: 'kasir-2', changes: [{ field: 'topic', to: 'sale' }] },
  ]);
  expect((await exported()).join()).not.toContain('Budi');
});

test('an export speaks the language of the screen', async () => {
  await callsOf(shop).settings.change({ language: 'en' });
  const [titles = '', , second = ''] = await exported();
  expect(titles).toContain('Time;Record;By;Name');
  expect(second).toContain('Settings;Settings changed;;;;screen language: Indonesia → English');
});

test('an entry is told in one line of words', () => {
  const nameOf = (who: string) => (who === 'kasir-2' ? 'Sari' : who);
  bookPieces(shop.till, 1, { cashier: 'kasir-2', lines: [], tenders: [], approver: 'kasir-1' });
  tell({
    act: 'product-save',
    subject: 'KB-1',
    changes: [
      { field: 'price/lusin', from: 'Rp1.000', to: 'Rp1.200' },
      { field: 'barcode/pcs', from: '8991', to: '' },
    ],
  });
  const [saved, sale] = entries({}, 2);
  expect(saved && entryWords(saved, translator('en'), nameOf)).toBe(
    '23/11/2026 10:00, kasir-1: Product saved, KB-1, price (lusin): Rp1.000 → Rp1.200, ' +
      'barcode (pcs): 8991 → empty',
  );
  const { subject } = sale ?? {};
  expect(sale && entryWords(sale, translator('id'), nameOf)).toBe(
    `23/11/2026 10:00, Sari (kasir-2): Penjualan, ${subject}, Rp0, Diizinkan oleh kasir-1`,
  );
});
