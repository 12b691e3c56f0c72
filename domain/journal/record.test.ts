import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { milli } from '../quantity.ts';
import { saleDraft } from '../sales/record.ts';
import { canonicalJson } from './canonical.ts';
import { type ChainTip, countersAfter, emptyTip, nextHead, tipAfter } from './chain.ts';
import { bodySchemas, parseRecord, type RecordDraft, RecordHead } from './record.ts';
import { plainCart, plainSums } from '../../test/support/plain-sale.ts';

const stall = { name: 'Batik Ibu Sari', number: 'A-12', mall: 'Thamrin City', phone: '' };
const sale = {
  id: '019a0000-0000-7000-8000-000000000001',
  number: 'K7M-000001',
  kind: 'sale' as const,
  soldAtMs: 1_795_402_800_000,
  offsetMinutes: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-1',
  approver: null,
  shift: 7,
  stall,
  lines: [
    {
      code: 'KOPI-01',
      name: 'Kopi Gayo 250 g',
      category: 'Kopi',
      unit: 'pcs',
      factorMilli: 1000,
      quantityMilli: milli(2_000),
      priceRupiah: rupiah(45_030),
      ...plainSums(rupiah(90_060)),
    },
  ],
  ...plainCart,
  roundingRupiah: rupiah(40),
  totalRupiah: rupiah(90_100),
  tenders: [{ kind: 'cash' as const, amountRupiah: rupiah(100_000) }],
  changeRupiah: rupiah(9_900),
};
const device = 'd'.repeat(32);
const salt = '5'.repeat(32);
const bodyHash = 'b'.repeat(64);

function headOf(draft: RecordDraft, tip: ChainTip = emptyTip): RecordHead {
  return nextHead(device, tip, draft, bodyHash);
}

test('the head of a sale has what totals need, and no line of it', () => {
  expect(canonicalJson(headOf(saleDraft(sale)))).toBe(
    `{"at":1795402800000,"body":"${bodyHash}",` +
      '"businessDate":"2026-11-23","cashier":"kasir-1",' +
      '"counters":{"count":1,"refunds":0,"sales":90100},' +
      `"device":"${device}","discount":0,"epoch":1,"number":"K7M-000001","offset":420,` +
      `"prev":"${'0'.repeat(64)}","rounding":40,"seq":1,"shift":7,"tax":0,` +
      '"tenders":{"cash":90100},' +
      '"total":90100,"type":"sale","v":1}',
  );
});

test('the body of a sale has the details, behind a salt that nobody can guess', () => {
  expect(canonicalJson({ ...saleDraft(sale).body, salt })).toBe(
    '{"change":9900,"id":"019a0000-0000-7000-8000-000000000001","lines":[{"amount":90060,' +
      '"category":"Kopi","code":"KOPI-01","factor":1000,"name":"Kopi Gayo 250 g","price":45030,' +
      `"quantity":2000,"unit":"pcs"}],"salt":"${salt}","stall":{"mall":"Thamrin City",` +
      '"name":"Batik Ibu Sari","number":"A-12","phone":""},' +
      '"tenders":[{"amount":100000,"kind":"cash"}]}',
  );
});

test('the record that opens a journal counts nothing and names the key', () => {
  const head = headOf({
    type: 'start',
    head: {
      at: 1_795_402_800_000,
      offset: 420,
      businessDate: '2026-11-23',
      cashier: 'lapak',
      total: 0,
      publicKey: 'a'.repeat(64),
    },
    body: { software: 'lapak/1' },
  });

  expect(RecordHead.safeParse(head).success).toBe(true);
  expect(canonicalJson(head)).toBe(
    `{"at":1795402800000,"body":"${bodyHash}",` +
      '"businessDate":"2026-11-23","cashier":"lapak",' +
      '"counters":{"count":0,"refunds":0,"sales":0},' +
      `"device":"${device}","epoch":1,"offset":420,"prev":"${'0'.repeat(64)}",` +
      `"publicKey":"${'a'.repeat(64)}","seq":1,"total":0,"type":"start","v":1}`,
  );
});

test.each([
  ['head', headOf(saleDraft({ ...sale, source: 'INV-536365' })), 22],
  ['body', { ...saleDraft({ ...sale, approver: 'kasir-2' }).body, salt }, 18],
])('whichever field of a %s is changed, the bytes are others', (_, part, fields) => {
  const changed = changesOf(part).map(canonicalJson);

  expect(changed).toHaveLength(fields);
  expect(new Set([canonicalJson(part), ...changed]).size).toBe(changed.length + 1);
});

/** Fields that some sales have and others have not. */
const optional = ['shift', 'source', 'approver'];

test('whichever field is left out or has no value, it is no record', () => {
  const draft = saleDraft({ ...sale, source: 'INV-536365', approver: 'kasir-2' });
  const parts = [
    { value: headOf(draft), schema: RecordHead },
    { value: { ...draft.body, salt }, schema: bodySchemas.sale },
  ];
  for (const { value, schema } of parts) {
    expect(schema.safeParse(value).success).toBe(true);
    for (const name of Object.keys(value)) {
      const { [name]: _, ...rest } = value as Record<string, unknown>; // its own names
      expect(schema.safeParse(rest).success, name).toBe(optional.includes(name));
      expect(schema.safeParse({ ...value, [name]: null }).success, name).toBe(false);
    }
  }
});

test.each([
  ['a field of its own', { customer: 'Ibu Ani' }],
  ['a part of a rupiah', { total: 90_100.5 }],
  ['a number past 2^53', { total: 2 ** 53 }],
  ['letters of two forms', { cashier: 'e\u0301' }],
  ['half of a letter', { cashier: '\ud800' }],
  ['a leaf in capitals', { prev: 'F'.repeat(64) }],
  ['a year of five digits', { at: Date.UTC(10_000, 0, 1) }],
  ['a time before 1970', { at: -1 }],
  ['a version that nobody wrote yet', { v: 2 }],
])('a head with %s is none', (_, change) => {
  expect(RecordHead.safeParse({ ...headOf(saleDraft(sale)), ...change }).success).toBe(false);
});

test.each([
  ['the line of no product', { lines: [{}] }],
  ['an id in capitals', { id: sale.id.replaceAll('a', 'A') }],
  ['a salt of half its length', { salt: '5'.repeat(16) }],
  ['a tender below nothing', { tenders: [{ kind: 'cash', amount: -1 }] }],
])('a body with %s is none', (_, change) => {
  const body = { ...saleDraft(sale).body, salt, ...change };
  expect(parseRecord(headOf(saleDraft(sale)), body)).toBeUndefined();
});

test('names are signed in one Unicode form, however they were typed', () => {
  const [line] = sale.lines;
  if (!line) throw new Error('the line is written above');
  const typed = (name: string) => saleDraft({ ...sale, lines: [{ ...line, name }] });

  expect(typed('Cafe\u0301')).toEqual(typed('Café'));
});

test('change goes back from the cash, and a refund takes out what a sale took in', () => {
  const refund = saleDraft({
    ...sale,
    kind: 'refund',
    totalRupiah: rupiah(-90_100),
    tenders: [{ kind: 'cash', amountRupiah: rupiah(90_100) }],
    changeRupiah: rupiah(0),
  });

  expect(saleDraft(sale).head).toMatchObject({ tenders: { cash: 90_100 } });
  expect(refund.head).toMatchObject({ total: -90_100, tenders: { cash: -90_100 } });
});

test('a sale that somebody allowed names who that was, in the part that stays at home', () => {
  const draft = saleDraft({ ...sale, approver: 'kasir-2' });

  expect(draft.body).toMatchObject({ approver: 'kasir-2' });
  expect(draft.head).toEqual(saleDraft(sale).head);
  expect(saleDraft(sale).body).not.toHaveProperty('approver');
});

test('a sale of another system names its document and is no turnover of the stall', () => {
  const head = headOf(saleDraft({ ...sale, source: 'INV-536365' }));

  expect(head).toMatchObject({ source: 'INV-536365', total: 90_100 });
  expect(head.counters).toEqual({ sales: 0, refunds: 0, count: 0 });
  expect(headOf(saleDraft(sale))).not.toHaveProperty('source');
  expect(headOf(saleDraft({ ...sale, shift: undefined }))).not.toHaveProperty('shift');
});

test('records follow one another, and the counters are the sums of what went before', () => {
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('sale', 'refund'),
      sum: fc.nat({ max: 10_000_000 }),
      source: fc.option(fc.constant('INV-1'), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(acts, (given) => {
      let tip = emptyTip;
      for (const { kind, sum, source } of given) {
        const total = rupiah(kind === 'sale' ? sum : -sum);
        const head = headOf(saleDraft({ ...sale, kind, totalRupiah: total, source }), tip);
        const { epoch, seq, prev } = head;
        expect({ epoch, seq, prev }).toEqual({ epoch: 1, seq: tip.seq + 1, prev: tip.leaf });
        tip = tipAfter(tip, head, String(seq).padStart(64, '0'));
      }
      const own = given.filter(({ source }) => source === undefined);
      const sumOf = (of: string) =>
        own.filter(({ kind }) => kind === of).reduce((sum, act) => sum + act.sum, 0);

      expect(tip.counters).toEqual({
        sales: sumOf('sale'),
        refunds: sumOf('refund'),
        count: own.length,
      });
    }),
  );
});

test('a recovery opens an epoch after every one that anybody knows of', () => {
  const tip = { ...emptyTip, epoch: 2, seq: 40, leaf: 'a'.repeat(64) };
  const common = {
    at: 1_795_402_800_000,
    offset: 420,
    businessDate: '2026-11-23',
    cashier: 'lapak',
    total: 0,
  };
  const recovery = (lost: object) =>
    headOf({ type: 'recovery', head: { ...common, ...lost }, body: { software: 'lapak/1' } }, tip);

  expect(recovery({})).toMatchObject({ epoch: 3, seq: 1, prev: 'a'.repeat(64) });
  expect(recovery({ lost: '2.45' })).toMatchObject({ epoch: 3, seq: 1, lost: '2.45' });
  expect(recovery({ lost: '7.2' })).toMatchObject({ epoch: 8, seq: 1 });
});

test('a sale below nothing and a refund above nothing are refused', () => {
  const { counters } = emptyTip;
  expect(() => countersAfter(counters, { type: 'sale', total: -1 })).toThrow(/not negative/);
  expect(() => countersAfter(counters, { type: 'refund', total: 1 })).toThrow(/not positive/);
  expect(() => countersAfter(counters, { type: 'start', total: 1 })).toThrow(/nothing was sold/);
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
