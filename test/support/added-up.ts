import { assert } from '../../domain/assert.ts';
import {
  isSaleRecord,
  type JournalRecord,
  parseRecord,
  type SaleRecord,
} from '../../domain/journal/record.ts';
import type { TestTill } from './test-till.ts';

/** The whole journal, from its bytes. */
export function readJournal({ till }: Pick<TestTill, 'till'>): JournalRecord[] {
  const rows = till.db.prepare<[], { head: Buffer; body: Buffer }>(
    'SELECT head, body FROM journal_record ORDER BY position',
  );
  return rows.all().map(({ head, body }) => {
    const record = parseRecord(JSON.parse(String(head)), JSON.parse(String(body)));
    assert(record !== undefined, 'what was written can be read');
    return record;
  });
}

/** 0 of none. */
export const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

const cashOf = ({ body }: SaleRecord) => sum(body.tenders.map(({ amount }) => amount));
const totalOf = (sales: readonly SaleRecord[]) => sum(sales.map(({ head }) => head.total));

/** Added up by name, in the order of code units. */
function addedBy(parts: readonly (readonly [string, number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, amount] of parts) sums.set(name, (sums.get(name) ?? 0) + amount);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

type LineOfSale = Extract<JournalRecord, { type: 'sale' }>['body']['lines'][number];

/** What was paid for a line: its price less what was taken off, with a tax on top of it. */
function paidFor({ amount, discount = 0, share = 0, tax }: LineOfSale): number {
  return amount - discount - share + (tax?.added === true ? tax.tax : 0);
}

/** What the records of one shift come to, added up here. */
export function addUp(records: readonly JournalRecord[], shift: number) {
  const sold = records.filter(isSaleRecord).filter(({ head }) => head.shift === shift);
  const sales = sold.filter(({ type }) => type === 'sale');
  const refunds = sold.filter(({ type }) => type === 'refund');
  const opening = records.find((one) => one.type === 'shift-open' && one.head.shift === shift);
  assert(opening?.type === 'shift-open', 'a shift was opened');
  const float = sum(opening.body.float.map(({ value, pieces }) => value * pieces));
  const moved = records.flatMap((one) =>
    one.type === 'drawer' && one.head.shift === shift ? one.body.amount : [],
  );
  const counts = records.flatMap((one) =>
    one.type === 'count' && one.head.shift === shift ? [one.body.counted] : [],
  );
  const taken = sum(sales.map(cashOf));
  const change = sum(sales.map(({ body }) => body.change));
  const paidOut = sum(refunds.map(cashOf));
  const into = sum(moved.filter((amount) => amount > 0));
  const out = sum(moved.filter((amount) => amount < 0).map((amount) => -amount));
  return {
    sales: { count: sales.length, total: totalOf(sales) },
    refunds: { count: refunds.length, total: sum(refunds.map(({ head }) => -head.total)) },
    net: totalOf(sold),
    tender: sum(sold.map(({ head }) => head.tenders['cash'] ?? 0)),
    categories: addedBy(
      sold.flatMap(({ body }) => body.lines.map((line) => [line.category, paidFor(line)])),
    ).map(([name, total]) => ({ name, total })),
    cashiers: addedBy(sold.map(({ head }) => [head.cashier, head.total])),
    rounding: sum(sold.map(({ head }) => head.rounding)),
    cash: { float, taken, change, refunds: paidOut, in: into, out },
    expected: float + taken - change - paidOut + into - out,
    counts: counts.length,
    counted: counts.at(-1),
    noSales: moved.filter((amount) => amount === 0).length,
  };
}
