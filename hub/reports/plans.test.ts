import type { Kysely } from 'kysely';
import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { plansOf } from '../../test/support/plans.ts';
import type { HubTables } from '../database/tables.ts';
import { countSilent, lastReports, pageOfStalls, sumReported } from './day-store.ts';
import { countDates } from './grid-store.ts';
import { findLedgerRow, recordsOfDate } from './ledger-store.ts';
import { findStanding, sumDates, sumTenders } from './stall-store.ts';
import { sumAll, sumAllTenders } from './totals-store.ts';

const date = '2026-11-24';
const day = { date, isOver: true, endMs: 1_796_000_000_000 };
const dates = { from: '2026-11-01', to: '2026-11-30' };
const stall = 'TC-A12';
const range = { first: 'TC-A01', last: 'TC-A99' };
const page = { text: '', state: null, limit: 200 };
const after = { rank: 3, net: 45_000, stall };
const all = { ...dates, stall: null, mall: null, region: null };

const asked: Readonly<Record<string, (db: Kysely<HubTables>) => Promise<unknown>>> = {
  'the first page of a day': (db) => pageOfStalls(db, day, { ...page, after: null }),
  'a later page of a day': (db) => pageOfStalls(db, day, { ...page, after }),
  'what a day took': (db) => sumReported(db, day),
  'who is missing on a day': (db) => countSilent(db, day).catch(noRow),
  'when stalls last reported': (db) => lastReports(db, [stall]),
  'the grid of days': (db) => countDates(db, range, dates),
  'the dates of a stall': (db) => sumDates(db, stall, dates),
  'the tenders of a stall': (db) => sumTenders(db, stall, dates),
  'the standing of a stall': (db) => findStanding(db, stall).catch(noRow),
  'the first records of a date': (db) =>
    recordsOfDate(db, stall, date, { after: null, limit: 200 }),
  'later records of a date': (db) =>
    recordsOfDate(db, stall, date, { after: { device: 'd'.repeat(32), index: 7 }, limit: 200 }),
  'a record by its leaf': (db) => findLedgerRow(db, stall, Buffer.alloc(32)),
  'what all took in a month': (db) => sumAll(db, all).catch(noRow),
  'the same by tender': (db) => sumAllTenders(db, all),
};

/** The recorder answers with no row, where the real one has one always. */
const noRow = () => undefined;

/** What grows with trade: a report reads its part only. */
const tables = /\b(day_total|day_tender|record|record_\w+|chain|body|tree_node)\b/;

for (const [what, ask] of Object.entries(asked)) {
  eachDatabase(`${what} is read by an index, and no table of trade whole`, async ({ open }) => {
    const plan = await plansOf(await open(), ask);
    const whole = plan.filter(
      (line) =>
        tables.test(line) && (/Seq Scan on/.test(line) || /^SCAN (?!.*INDEX chain_in)/.test(line)),
    );

    expect(plan.length).toBeGreaterThan(0);
    expect(whole).toEqual([]);
  });
}

eachDatabase('a query that reads a table whole is found to do so', async ({ open }) => {
  const plan = await plansOf(await open(), (db) =>
    db.selectFrom('day_total').select('stall').where('receipts', '=', 1).execute(),
  );
  expect(plan.join(' ')).toMatch(/Seq Scan on day_total|SCAN day_total/);
});
