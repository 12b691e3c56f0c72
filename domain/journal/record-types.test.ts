import type { SaleType } from './sale-types.ts';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { countersAfter, emptyTip, nextHead } from './chain.ts';
import { parseRecord, type RecordDraft, type RecordType } from './record.ts';

const stamp = {
  at: 1_795_402_800_000,
  offset: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-2',
  total: 0,
};
const id = '019a0000-0000-7000-8000-000000000001';
const float = [{ value: 50_000, pieces: 4 }];
const noSums = { total: 0, discount: 0, tax: 0, rounding: 0 };

type BesideTrade = Exclude<RecordType, SaleType>;

/** One of each type in which nothing is sold, with every field that it can have. */
const drafts: { readonly [T in BesideTrade]: Extract<RecordDraft, { type: T }> } = {
  start: {
    type: 'start',
    head: { ...stamp, publicKey: 'a'.repeat(64) },
    body: { software: 'lapak/1' },
  },
  'shift-open': {
    type: 'shift-open',
    head: { ...stamp, shift: 7, drawer: 2 },
    body: { id, float, approver: 'kasir-1' },
  },
  drawer: {
    type: 'drawer',
    head: { ...stamp, shift: 7 },
    body: { id, reason: 'fee', amount: -5_000, note: 'Iuran', approver: 'kasir-1' },
  },
  z: {
    type: 'z',
    head: {
      ...stamp,
      number: 6,
      shift: 7,
      drawer: 2,
      opened: '2026-11-22',
      sales: { count: 2, total: 135_000 },
      refunds: { count: 1, total: 45_000 },
      discount: 0,
      tax: 0,
      rounding: 0,
      tenders: { cash: 90_000 },
      taxes: [{ kind: 'none', base: 90_000, tax: 0 }],
      categories: [{ name: 'Kopi', total: 90_000 }],
      unsent: 12,
    },
    body: {
      id,
      cash: {
        float: 200_000,
        taken: 150_000,
        change: 15_000,
        refunds: 45_000,
        in: 10_000,
        out: 5_000,
        expected: 295_000,
      },
      counted: float,
      counts: 2,
      difference: -95_000,
      reason: 'unknown',
      note: 'Dihitung dua kali',
      voids: { count: 0, total: 0 },
      noSales: 3,
      handedTo: 'kasir-3',
      approver: 'kasir-1',
    },
  },
  count: {
    type: 'count',
    head: { ...stamp, shift: 12 },
    body: { counted: float, approver: 'kasir-1' },
  },
  'tender-state': {
    type: 'tender-state',
    head: { ...stamp, ref: '1.44', kind: 'qris', amount: 45_000, state: 'verified' },
    body: {
      id,
      number: 'ABC-000007',
      tender: 1,
      by: 'report',
      reference: '526312345678',
      row: 'e'.repeat(64),
      note: 'Dari laporan penyedia',
      approver: 'kasir-1',
    },
  },
  act: {
    type: 'act',
    head: stamp,
    body: {
      act: 'product-save',
      subject: 'KOPI-01',
      note: 'Kopi Gayo',
      changes: [{ field: 'price', from: '45000', to: '46000' }],
      approver: 'kasir-1',
    },
  },
  fee: {
    type: 'fee',
    head: stamp,
    body: {
      id,
      act: 'charge',
      mall: 'TC',
      stall: 'TC-A12',
      on: '2026-11-01',
      note: '',
      charges: [
        {
          id: '019a0000-0000-7000-8000-000000000002',
          period: '2026-11',
          kind: 'electricity',
          amount: 700_000,
          due: '2026-11-10',
          basis: '',
        },
      ],
    },
  },
  training: {
    type: 'training',
    head: stamp,
    body: {
      id,
      stall: { name: 'Kopi Nusantara', number: 'A-12', mall: 'Thamrin City', phone: '' },
      lines: [
        {
          code: 'KOPI-01',
          name: 'Kopi Gayo',
          category: 'Kopi',
          unit: 'pcs',
          factor: 1000,
          quantity: 2000,
          price: 45_000,
          amount: 90_000,
        },
      ],
      tenders: [{ kind: 'cash', amount: 100_000 }],
      change: 10_000,
      number: 'ABC-LATIHAN-000001',
      sums: { total: 90_000, discount: 0, tax: 0, rounding: 0 },
      approver: 'kasir-1',
    },
  },
  'login-lockout': { type: 'login-lockout', head: stamp, body: { failures: 5, seconds: 30 } },
  'clock-change': {
    type: 'clock-change',
    head: { ...stamp, from: 1_795_402_700_000 },
    body: { software: 'lapak/1' },
  },
  recovery: {
    type: 'recovery',
    head: { ...stamp, lost: '1.45' },
    body: { software: 'lapak/1' },
  },
};
const all = Object.values(drafts);
/** Fields that some records of a type have and others have not. */
const optional = ['approver', 'charges', 'handedTo', 'lost', 'reference', 'row', 'fee.stall'];

interface Parts {
  readonly head: object;
  readonly body: object;
}

/** Both parts as they lie in the journal. */
function partsOf(draft: RecordDraft): Parts {
  const tip = { ...emptyTip, seq: 4, leaf: 'b'.repeat(64) };
  const head = nextHead('d'.repeat(32), tip, draft, 'c'.repeat(64));
  return { head, body: { ...draft.body, salt: '5'.repeat(32) } };
}

function isRecord({ head, body }: Parts): boolean {
  return parseRecord(head, body) !== undefined;
}

/** The parts once for each value of a kind in them, with `other` in its place. */
function withEach(value: unknown, kind: string, other: (old: unknown) => unknown): unknown[] {
  if (typeof value === kind) return [other(value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, of]) =>
    withEach(of, kind, other).map((changed) =>
      Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed },
    ),
  );
}

test.each(all)('a record of $type reads back as what was written', (draft) => {
  const { head, body } = partsOf(draft);
  const written: unknown[] = [head, body].map((part) => JSON.parse(canonicalJson(part)));

  expect(parseRecord(written[0], written[1])).toEqual({ type: draft.type, head, body });
});

test.each(all)('a record of $type names each thing that it says, and nothing else', (draft) => {
  const parts = partsOf(draft);
  for (const part of ['head', 'body'] as const) {
    for (const name of Object.keys(parts[part])) {
      const { [name]: _, ...rest } = parts[part] as Record<string, unknown>; // its own names
      const field = `${part}.${name}`;
      expect([field, isRecord({ ...parts, [part]: rest })]).toEqual([
        field,
        optional.includes(name) || optional.includes(`${draft.type}.${name}`),
      ]);
      expect([field, isRecord({ ...parts, [part]: { ...rest, [name]: null } })]).toEqual([
        field,
        false,
      ]);
    }
    expect(isRecord({ ...parts, [part]: { ...parts[part], name: 'Ibu Ani' } })).toBe(false);
  }
});

test.each(all)('whatever text a record of $type has is of one Unicode form', (draft) => {
  for (const wrong of ['Cafe\u0301', '\ud800']) {
    const forms = withEach(partsOf(draft), 'string', () => wrong) as Parts[]; // changed parts
    expect(forms.length).toBeGreaterThan(6);
    expect(forms.filter(isRecord)).toEqual([]);
  }
});

test.each(all)('whatever number a record of $type has is whole', (draft) => {
  const half = withEach(partsOf(draft), 'number', (old) => Number(old) + 0.5);
  const large = withEach(partsOf(draft), 'number', () => 2 ** 53);
  expect(half.length).toBeGreaterThan(8);
  expect(([...half, ...large] as Parts[]).filter(isRecord)).toEqual([]);
});

test.each(all)('a record of $type counts nothing as sold, and has no total', ({ type }) => {
  const counters = { sales: 90_000, refunds: 45_000, count: 3 };

  expect(countersAfter(counters, { type, total: 0 })).toEqual(counters);
  expect(() => countersAfter(counters, { type, total: 1 })).toThrow(/nothing was sold/);
});

test.each([
  ['a shift without a number', 'shift-open', 'head', { shift: 0 }],
  ['a shift at no drawer', 'shift-open', 'head', { drawer: 0 }],
  ['a float of no pieces of a note', 'shift-open', 'body', { float: [{ value: 500, pieces: 0 }] }],
  ['an opening by an id that is none', 'shift-open', 'body', { id: 'kasir-1' }],
  ['a movement of no shift', 'drawer', 'head', { shift: 0 }],
  ['a Z without a number', 'z', 'head', { number: 0 }],
  ['a Z of a shift that was opened on no day', 'z', 'head', { opened: '2026-02-30' }],
  ['a Z of sales below none', 'z', 'head', { sales: { count: -1, total: 0 } }],
  ['a Z by a tender in capitals', 'z', 'head', { tenders: { CASH: 90_000 } }],
  ['a Z of fewer unsent records than none', 'z', 'head', { unsent: -1 }],
  ['a Z without a count', 'z', 'body', { counts: 0 }],
  ['a count of no shift', 'count', 'head', { shift: 0 }],
  ['a count of no pieces of a note', 'count', 'body', { counted: [{ value: 500, pieces: 0 }] }],
  ['a Z of openings below none', 'z', 'body', { noSales: -1 }],
  ['a finding of no sale', 'tender-state', 'head', { ref: '1.0' }],
  ['a finding of no money', 'tender-state', 'head', { amount: 0 }],
  ['a finding of a state that is none', 'tender-state', 'head', { state: 'shown' }],
  ['a finding of a tender before the first', 'tender-state', 'body', { tender: -1 }],
  ['a finding by nobody', 'tender-state', 'body', { by: 'guess' }],
  ['a lockout after no wrong PIN', 'login-lockout', 'body', { failures: 0 }],
  ['a lockout for no time', 'login-lockout', 'body', { seconds: 0 }],
  ['a change of one value', 'act', 'body', { changes: [{ field: 'price', to: '1' }] }],
  ['training of less than nothing', 'training', 'body', { sums: { ...noSums, total: -1 } }],
  ['a recovery of a mark that is none', 'recovery', 'head', { lost: '1.0' }],
] as const)('%s is no record', (_, type, part, change) => {
  const parts = partsOf(drafts[type]);

  expect(isRecord(parts)).toBe(true);
  expect(isRecord({ ...parts, [part]: { ...parts[part], ...change } })).toBe(false);
});
