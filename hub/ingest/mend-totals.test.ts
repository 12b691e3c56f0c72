import { expect } from 'vitest';
import { openPackHub, type PackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft, zDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send, STALL } from '../../test/support/test-hub.ts';
import { transact } from '../database/transact.ts';
import { hubRecordsFrom } from '../journal/journal-store.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { mendTotals, rebuildTotals } from './rebuild-totals.ts';

/** A till that has sold, whose shift is open, and whose fork is known. */
async function tradingTill(hub: PackHub) {
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const [start] = chain.records;
  const fork = chain.branch(1).add(saleDraft(5_000, { shift: 2 }));
  chain.add(saleDraft(10_000));
  chain.add(saleDraft(20_000));
  await send(hub, device, chain.records);
  await send(hub, device, [fork], { after: start ?? null });
  return { chain, device };
}

/** All rows of records, chains and sums. */
async function writtenOf({ database: { db } }: PackHub) {
  return {
    records: await db.selectFrom('record').selectAll().orderBy('idx').execute(),
    chains: await db.selectFrom('chain').selectAll().execute(),
    days: await db.selectFrom('day_total').selectAll().orderBy('business_date').execute(),
    tenders: await db.selectFrom('day_tender').selectAll().orderBy('tender').execute(),
  };
}

async function actsOf({ database }: PackHub) {
  const rows = await transact(database, 'no-stall', (trx) => hubRecordsFrom(trx, 1, 100));
  return rows.map(({ body }) => JSON.parse(String(body)) as { act?: string });
}

const ofRecord = [
  { business_date: '2026-11-01' },
  { type: 'refund' },
  { total: 5 },
  { follows: Buffer.alloc(0) },
  { verdict: 'quarantined' as const },
  { reason: 'not-linked' as const },
  { goes_on: 0 },
  { open_shifts: '' },
  { seq: 77 },
];
const ofChain = [
  { sales: 1 },
  { refunds: 1 },
  { count: 9 },
  { unread: 1 },
  { moved: 7 },
  { open_shifts: '' },
  { epoch: 3 },
  { seq: 2 },
  { leaf: Buffer.alloc(32) },
  { has_fork: 0 },
  { is_straight: 1 },
];

eachDatabase('each fact that is written of a record or chain is held', async ({ open }) => {
  const hub = await openPackHub(await open());
  const { db } = hub.database;
  await tradingTill(hub);
  const written = await writtenOf(hub);
  expect(await rebuildTotals(hub.database)).toMatchObject({ changed: 0, differences: [] });

  const falsify = [
    ...ofRecord.map((set) => () => {
      return db.updateTable('record').set(set).where('idx', '=', 2).execute();
    }),
    ...ofChain.map((set) => () => db.updateTable('chain').set(set).execute()),
  ];
  for (const change of falsify) {
    await change();
    const { differences } = await rebuildTotals(hub.database);
    expect(differences).toHaveLength(1);
    expect(await mendTotals(hub, 'lapak')).toMatchObject({ differences });
    expect(await writtenOf(hub)).toEqual(written);
  }
  const mended = (await actsOf(hub)).filter(({ act }) => act === 'totals-mend');
  expect(mended).toHaveLength(falsify.length);
});

eachDatabase('what is mended is named, and an act in the hub’s journal', async ({ open }) => {
  const hub = await openPackHub(await open());
  const { db } = hub.database;
  const { chain, device } = await tradingTill(hub);
  const of = { stall: STALL, device: chain.device };
  await db
    .updateTable('record')
    .set({ business_date: '2026-11-01', total: 5 })
    .where('idx', '=', 2)
    .execute();
  await db.updateTable('chain').set({ moved: 7, open_shifts: '' }).execute();
  await db.updateTable('day_total').set({ sales: 1 }).execute();

  const found = await rebuildTotals(hub.database);
  expect(found).toMatchObject({ devices: 1, records: 4, changed: 1 });
  expect(found.differences).toMatchObject([
    { ...of, what: 'record 1.3 date', stored: '2026-11-01', found: '2026-11-24' },
    { ...of, what: 'record 1.3 total', stored: 5, found: 20_000 },
    { ...of, what: 'chain openShifts', stored: '' },
    { ...of, what: 'chain moved', stored: 7, found: 35_000 },
    { ...of, what: 'day 2026-11-24 sales', stored: 1, found: 35_000 },
  ]);
  expect(await actsOf(hub)).toHaveLength(1); // it was only looked at

  expect(await mendTotals(hub, 'pengelola-3')).toEqual(found);
  expect((await actsOf(hub)).slice(1)).toMatchObject([
    {
      act: 'totals-mend',
      subject: chain.device,
      note: STALL,
      changes: [
        { field: 'records', from: '', to: '1' },
        { field: 'chain', from: '', to: '2' },
        { field: 'sums', from: '', to: '1' },
      ],
    },
  ]);
  expect(await mendTotals(hub, 'pengelola-3')).toMatchObject({ changed: 0, differences: [] });
  expect(await actsOf(hub)).toHaveLength(2);
  expect(await verifyJournal(hub.database, hub.identity)).toMatchObject({ ok: true });

  const z = chain.add(zDraft(1, { sales: [10_000, 20_000] }));
  await send(hub, device, [z], { after: chain.records.at(-2) ?? null });
  expect((await ledgerOf(hub.database)).at(-1)).toBe('1.4 ok');
});
