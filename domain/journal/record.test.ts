import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { milli } from '../quantity.ts';
import { canonicalJson } from './canonical.ts';
import { countersAfter, emptyHead, JournalRecord, nextRecord, saleDraft } from './record.ts';

const stall = { name: 'Batik Ibu Sari', number: 'A-12', mall: 'Thamrin City', phone: '' };
const sale = {
  id: '019a0000-0000-7000-8000-000000000001',
  number: 'K7M-000001',
  kind: 'sale' as const,
  soldAtMs: 1_795_402_800_000,
  offsetMinutes: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-1',
  stall,
  lines: [
    {
      code: 'KOPI-01',
      name: 'Kopi Gayo 250 g',
      unit: 'pcs',
      quantityMilli: milli(2_000),
      priceRupiah: rupiah(45_030),
      amountRupiah: rupiah(90_060),
    },
  ],
  subtotalRupiah: rupiah(90_060),
  roundingRupiah: rupiah(40),
  totalRupiah: rupiah(90_100),
  tenders: [{ kind: 'cash' as const, amountRupiah: rupiah(100_000) }],
  changeRupiah: rupiah(9_900),
};
const device = 'd'.repeat(32);

test('the bytes of a sale are these and no others', () => {
  const record = nextRecord(device, emptyHead, saleDraft(sale));

  expect(canonicalJson(record)).toBe(
    '{"at":1795402800000,"body":{"change":9900,"lines":[{"amount":90060,"code":"KOPI-01",' +
      '"name":"Kopi Gayo 250 g","price":45030,"quantity":2000,"unit":"pcs"}],' +
      '"number":"K7M-000001","rounding":40,"tenders":[{"amount":100000,"kind":"cash"}]},' +
      '"businessDate":"2026-11-23","cashier":"kasir-1",' +
      '"counters":{"count":1,"refunds":0,"sales":90100},' +
      `"device":"${device}","epoch":1,"offset":420,"prev":"${'0'.repeat(64)}","seq":1,` +
      '"total":90100,"type":"sale","v":1}',
  );
});

test('the record that opens a journal counts nothing and names the key', () => {
  const record = nextRecord(device, emptyHead, {
    type: 'start',
    at: 1_795_402_800_000,
    offset: 420,
    businessDate: '2026-11-23',
    cashier: 'kasir-1',
    total: 0,
    body: { publicKey: 'a'.repeat(64), software: 'lapak/1' },
  });

  expect(JournalRecord.safeParse(record).success).toBe(true);
  expect(canonicalJson(record)).toBe(
    `{"at":1795402800000,"body":{"publicKey":"${'a'.repeat(64)}","software":"lapak/1"},` +
      '"businessDate":"2026-11-23","cashier":"kasir-1",' +
      '"counters":{"count":0,"refunds":0,"sales":0},' +
      `"device":"${device}","epoch":1,"offset":420,"prev":"${'0'.repeat(64)}","seq":1,` +
      '"total":0,"type":"start","v":1}',
  );
});

test('whichever field is changed, the bytes are others', () => {
  const record = nextRecord(device, emptyHead, saleDraft(sale, 'INV-536365'));
  const changed = changesOf(record).map(canonicalJson);

  expect(changed).toHaveLength(26);
  expect(new Set([canonicalJson(record), ...changed]).size).toBe(changed.length + 1);
});

test('whichever field is left out or has no place, it is no record', () => {
  const record = nextRecord(device, emptyHead, saleDraft(sale));

  for (const name of Object.keys(record)) {
    const { [name]: _, ...rest } = record as Record<string, unknown>; // its own names
    expect(JournalRecord.safeParse(rest).success, name).toBe(false);
    expect(JournalRecord.safeParse({ ...record, [name]: null }).success, name).toBe(false);
  }
});

test('a record has no place for what nobody should sign', () => {
  const record = nextRecord(device, emptyHead, saleDraft(sale));

  expect(JournalRecord.safeParse(record).success).toBe(true);
  expect(JournalRecord.safeParse({ ...record, customer: 'Ibu Ani' }).success).toBe(false);
  expect(JournalRecord.safeParse({ ...record, total: 90_100.5 }).success).toBe(false);
  expect(JournalRecord.safeParse({ ...record, cashier: 'e\u0301' }).success).toBe(false);
  expect(JournalRecord.safeParse({ ...record, prev: 'F'.repeat(64) }).success).toBe(false);
});

test('names are signed in one Unicode form, however they were typed', () => {
  const [line] = sale.lines;
  if (!line) throw new Error('the line is written above');
  const typed = (name: string) => saleDraft({ ...sale, lines: [{ ...line, name }] });

  expect(typed('Cafe\u0301')).toEqual(typed('Café'));
});

test('history of another system names its document in the record', () => {
  expect(saleDraft(sale, 'INV-536365')).toMatchObject({
    body: { source: { document: 'INV-536365' } },
  });
  expect(saleDraft(sale).body).not.toHaveProperty('source');
});

test('records follow one another, and the counters are the sums of what went before', () => {
  const acts = fc.array(
    fc.record({ kind: fc.constantFrom('sale', 'refund'), sum: fc.nat({ max: 10_000_000 }) }),
  );
  fc.assert(
    fc.property(acts, (given) => {
      let head = emptyHead;
      for (const { kind, sum } of given) {
        const total = rupiah(kind === 'sale' ? sum : -sum);
        const draft = saleDraft({ ...sale, kind, totalRupiah: total });
        const { epoch, seq, prev, counters } = nextRecord(device, head, draft);
        expect({ epoch, seq, prev }).toEqual({ epoch: 1, seq: head.seq + 1, prev: head.leaf });
        head = { epoch, seq, leaf: String(seq).padStart(64, '0'), counters };
      }
      const sumOf = (of: string) =>
        given.filter(({ kind }) => kind === of).reduce((sum, act) => sum + act.sum, 0);

      expect(head.counters).toEqual({
        sales: sumOf('sale'),
        refunds: sumOf('refund'),
        count: given.length,
      });
    }),
  );
});

test('a sale below nothing and a refund above nothing are refused', () => {
  expect(() => countersAfter(emptyHead.counters, 'sale', -1)).toThrow(/not negative/);
  expect(() => countersAfter(emptyHead.counters, 'refund', 1)).toThrow(/not positive/);
});

/** The value once for each figure, word and member in it, with that one changed. */
function changesOf(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'string') return [`${value}~`];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, of]) =>
    changesOf(of).map((changed) =>
      Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed },
    ),
  );
}
