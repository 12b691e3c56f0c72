import fc from 'fast-check';
import { expect } from 'vitest';
import { type Duty, dayStateOf } from '../../domain/reports/day-state.ts';
import { addDays, beginOfDate, zones } from '../../domain/time.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, STALL, testHub } from '../../test/support/test-hub.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { readDay } from './read-day.ts';
import { readDayGrid } from './read-day-grid.ts';
import { readStall } from './read-stall.ts';

type Open = () => Promise<HubDatabase>;

const nothing = { receipts: 0, nilZCount: 0, records: 0 };
const HOUR_MS = 3_600_000;

/** At an hour of a date where the stalls are. UTC ms */
function at(date: string, hour = 10): number {
  return beginOfDate(date, zones.WIB, 0) + hour * HOUR_MS;
}

/** A hub with one stall, which sold once on the 24th, as of the last of November. */
async function oneStall(open: Open) {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(45_000));
  await send(hub, device, chain.records);
  return { ...hub, clock: () => at('2026-11-30') };
}

/** Gives the stall these tills and contracts in place of what it has. */
async function give({ database }: { readonly database: HubDatabase }, duty: Duty): Promise<void> {
  await transact(database, 'every-stall', async (trx) => {
    await trx.deleteFrom('contract').execute();
    const [first] = await trx.selectFrom('device').selectAll().orderBy('enrolled_at_ms').execute();
    await trx
      .deleteFrom('device')
      .where('device', '!=', first?.device ?? '')
      .execute();
    const rows = duty.tills.map(({ from, until }, index) => ({
      ...hubRows.device,
      device: index === 0 ? (first?.device ?? '') : String(index).repeat(32),
      transport_key: Buffer.alloc(32, 100 + index),
      state: until === null ? ('active' as const) : ('revoked' as const),
      enrolled_at_ms: index,
      approved_at_ms: at(from),
      revoked_at_ms: until === null ? null : at(until, 20),
    }));
    const [own, ...others] = rows;
    const none = { state: 'waiting' as const, approved_at_ms: null, revoked_at_ms: null };
    await trx
      .updateTable('device')
      .set(own ?? none)
      .execute();
    if (others.length > 0) await trx.insertInto('device').values(others).execute();
    for (const { from, to } of duty.contracts) {
      const row = { ...hubRows.contract, from_date: from, to_date: to };
      await trx.insertInto('contract').values(row).execute();
    }
  });
}

/** A member and a unit, for contracts. */
async function addLessee({ database: { db } }: { readonly database: HubDatabase }): Promise<void> {
  await db.insertInto('member').values(hubRows.member).execute();
  await db.insertInto('unit').values(hubRows.unit).execute();
}

/** The state of a date, as each of the three reports says it; a stall's page leaves some out. */
async function saidOf(hub: Awaited<ReturnType<typeof oneStall>>, date: string) {
  const page = await readDay(hub, { date, text: '', state: null, cursor: '' });
  const grid = await readDayGrid(hub, { from: date, to: date });
  const stall = await readStall(hub, { stall: STALL, from: date, to: date });
  const listed = page.stalls[0]?.state;
  const counted = Object.entries(page.summary?.states ?? {}).find(([, count]) => count === 1)?.[0];
  return [listed, counted, grid.stalls[0]?.states[0], stall.dates[0]?.state ?? 'unexpected'];
}

async function see(hub: Awaited<ReturnType<typeof oneStall>>, states: Record<string, string>) {
  const said: Record<string, string[]> = {};
  const meant: Record<string, string[]> = {};
  for (const [date, state] of Object.entries(states)) {
    said[date] = (await saidOf(hub, date)).map(String);
    meant[date] = [state, state, state, state];
  }
  expect(said).toEqual(meant);
}

eachDatabase(
  'a stall is missing from the approval of its first till to the day its last is revoked',
  async ({ open }) => {
    const hub = await oneStall(open);
    await give(hub, { tills: [{ from: '2026-11-22', until: '2026-11-27' }], contracts: [] });

    await see(hub, {
      '2026-11-21': 'unexpected',
      '2026-11-22': 'missing',
      '2026-11-24': 'received',
      '2026-11-26': 'missing',
      '2026-11-27': 'unexpected',
      '2026-11-30': 'unexpected',
    });
  },
);

eachDatabase('a till that takes the place of a revoked one goes on with it', async ({ open }) => {
  const hub = await oneStall(open);
  const first = { from: '2026-11-20', until: '2026-11-26' };
  await give(hub, { tills: [first, { from: '2026-11-28', until: null }], contracts: [] });

  await see(hub, {
    '2026-11-25': 'missing',
    '2026-11-26': 'unexpected',
    '2026-11-27': 'unexpected',
    '2026-11-28': 'missing',
    '2026-11-30': 'awaited',
  });
});

eachDatabase('a stall with contracts is missing on their days only', async ({ open }) => {
  const hub = await oneStall(open);
  await addLessee(hub);
  await give(hub, {
    tills: [{ from: '2026-11-01', until: null }],
    contracts: [
      { from: '2026-11-03', to: '2026-11-05' },
      { from: '2026-11-28', to: null },
    ],
  });

  await see(hub, {
    '2026-11-02': 'unexpected',
    '2026-11-03': 'missing',
    '2026-11-05': 'missing',
    '2026-11-06': 'unexpected',
    '2026-11-24': 'received', // what came counts, whatever was due
    '2026-11-28': 'missing',
    '2026-11-30': 'awaited',
  });
});

eachDatabase('every report says of a day what the rule says', async ({ open }) => {
  const hub = await oneStall(open);
  await addLessee(hub);
  const date = fc.integer({ min: 0, max: 9 }).map((days) => addDays('2026-11-20', days));
  const span = fc.tuple(date, fc.option(date)).map(([one, other]) => {
    const [from = one, until = null] = other === null ? [one] : [one, other].toSorted();
    return { from, until };
  });
  const duties = fc.record({
    tills: fc.array(span, { maxLength: 3 }),
    contracts: fc
      .array(span, { maxLength: 2 })
      .map((spans) => new Map(spans.map(({ from, until: to }) => [from, { from, to }])))
      .map((byFirstDay) => [...byFirstDay.values()]),
  });
  await fc.assert(
    fc.asyncProperty(duties, date, date, async (duty, today, of) => {
      await give(hub, duty);
      const then = { ...hub, clock: () => at(today) };
      const came = of === '2026-11-24' ? { receipts: 1, nilZCount: 0, records: 2 } : nothing;
      const state = dayStateOf({ date: of, today, ...came }, duty);
      // A stall's own page has no days to come.
      const own = of > today && state === 'awaited' ? 'unexpected' : state;
      expect(await saidOf(then, of)).toEqual([state, state, state, own]);
    }),
    { numRuns: 40 },
  );
});
