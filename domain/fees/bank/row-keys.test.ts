import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowKeys, settledKeys } from './row-keys.ts';
import type { SettlementRow } from './settlement.ts';
import type { BookedRow } from './statement.ts';

function aRow(given: Partial<BookedRow> = {}): BookedRow {
  return {
    row: 1,
    isPending: false,
    on: '2026-11-02',
    amountSen: 100_001_700,
    balanceSen: null,
    description: 'TC-A12-2611',
    reference: '',
    ...given,
  };
}

test('two rows alike in all but their remark are two, whatever the bank remarks tomorrow', () => {
  const today = rowKeys('111', [aRow(), aRow({ description: 'IURAN' })]);
  const tomorrow = rowKeys('111', [aRow({ description: 'X', row: 7 }), aRow({ reference: 'FT' })]);

  expect(new Set(today).size).toBe(2);
  expect(tomorrow).toEqual(today);
});

test('account, date, amount, direction and balance each make another row', () => {
  const keys = [
    ...rowKeys('111', [aRow()]),
    ...rowKeys('112', [aRow()]),
    ...rowKeys('111', [aRow({ on: '2026-11-03' })]),
    ...rowKeys('111', [aRow({ amountSen: -100_001_700 })]),
    ...rowKeys('111', [aRow({ balanceSen: 0 })]),
  ];

  expect(new Set(keys).size).toBe(5);
});

test('files that overlap by whole days add nothing twice', () => {
  const rows = fc.array(
    fc.record({
      on: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
      amountSen: fc.constantFrom(100, 200),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(rows, (given) => {
      const all = given.map(aRow).sort((a, b) => (a.on < b.on ? -1 : 1));
      const first = rowKeys(
        '111',
        all.filter(({ on }) => on <= '2026-11-02'),
      );
      const second = rowKeys(
        '111',
        all.filter(({ on }) => on >= '2026-11-02'),
      );

      expect(new Set([...first, ...second])).toEqual(new Set(rowKeys('111', all)));
    }),
  );
});

test('a settled row is one, however its merchant id is written', () => {
  const settled: SettlementRow = {
    row: 2,
    provider: 'QRIS',
    nmid: 'ID1020021111111',
    merchant: '',
    terminal: '',
    reference: '52630001',
    invoice: '',
    batch: '',
    issuer: '',
    kind: 'payment',
    paidAtMs: null,
    paidOn: '2026-11-23',
    settledOn: null,
    grossSen: 4_500_000,
    feeSen: 0,
    taxSen: 0,
    otherSen: 0,
    netSen: 4_500_000,
  };
  const keysOf = (nmid: string) => settledKeys([{ ...settled, nmid }]);

  expect(keysOf('id 1020021111111')).toEqual(keysOf('ID1020021111111'));
  expect(keysOf('ID1020022222222')).not.toEqual(keysOf('ID1020021111111'));
  expect(keysOf('TOKO 1')).not.toEqual(keysOf('TOKO 2'));
});
