import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { reportOf } from '../../../test/support/claim-acts.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { anId, bookPieces, openTestTill, type TestTill } from '../../../test/support/test-till.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

/** How SQLite goes about a statement, in its own words. */
function planOf(sql: string): string[] {
  const { db } = book.till;
  const nothing = Array.from(sql.matchAll(/\?/g), () => null);
  const rows = db.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...nothing);
  return rows.map(({ detail }) => detail);
}

test('whatever is asked of claims, no table of all sales is read whole', async () => {
  const { payments } = callsOf(book);
  const tenders = [{ kind: 'qris', amountRupiah: rupiah(45_000), state: 'claimed' } as const];
  bookPieces(book.till, 1, { tenders });
  const { number } = bookPieces(book.till, 1, { tenders }).receipt;
  book.till.statements.clear();
  const finding = { number, tender: 0, seen: 'claimed', state: 'verified' } as const;
  await payments.verify({ id: anId(), findings: [finding] });
  const { open } = await payments.claims();
  await payments.tenderStates({ number });
  await payments.matchReport(reportOf(open));
  const watched = await payments.watchClaims();
  await watched.next();
  await watched.return?.();

  const asked = [...book.till.statements.keys()].filter(
    (sql) => /tender_state|open_claim|sale_tender/.test(sql) && /^(with|select|delete)/i.test(sql),
  );
  expect(asked.length).toBeGreaterThan(8);
  // The rows of the report itself are a list that is given, no table.
  const scans = asked
    .flatMap(planOf)
    .filter((step) => step.startsWith('SCAN') && !step.startsWith('SCAN json_each'));
  expect([...new Set(scans)]).toEqual(['SCAN o']); // the open claims
});
