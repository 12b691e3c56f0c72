import { expect } from 'vitest';
import { openCheckpoint } from '../../domain/tlog/checkpoint.ts';
import { isIncluded } from '../../domain/tlog/proofs.ts';
import { REPORT_PAGE_MAX } from '../../domain/reports/contract.ts';
import { leafOf, isSignedRecord } from '../../node/crypto/signing.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { noteCrypto, treeCrypto } from '../../node/crypto/tlog.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft, zDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, STALL, testHub } from '../../test/support/test-hub.ts';
import { treeOrigin } from '../../domain/sync/verify-receipt.ts';
import { readDay } from './read-day.ts';
import { readDayGrid } from './read-day-grid.ts';
import { readProof, readRecords } from './read-records.ts';
import { readStall } from './read-stall.ts';
import { readSums, readTotals } from './read-totals.ts';

const all = { date: null, text: '', state: null, cursor: '' };
const hex = (text: string) => Buffer.from(text, 'hex');

/** A hub whose one stall sold on the 24th, closed without trade on the 25th, and says no more. */
async function soldHub(open: () => Promise<Parameters<typeof testHub>[0]>) {
  const hub = testHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  chain.add(saleDraft(45_000));
  chain.add(saleDraft(105_000, { tenders: { cash: 5_000, qris: 100_000 } }));
  chain.add(saleDraft(-45_000, { ref: '1.2' }));
  chain.add(zDraft(2, { sales: [] }, '2026-11-25'));
  await send(hub, device, chain.records);
  const at = (date: string) => ({ ...hub, clock: () => Date.parse(`${date}T05:00:00Z`) });
  return { hub, chain, at };
}

eachDatabase('a day has its stalls, what they took, and what is the matter', async ({ open }) => {
  const { at } = await soldHub(open);
  const sold = await readDay(at('2026-11-24'), all);

  expect(sold).toMatchObject({
    date: '2026-11-24',
    summary: {
      states: { received: 1, nil: 0, open: 0, missing: 0, awaited: 0, unexpected: 0 },
      takings: { receipts: 3, salesRupiah: 150_000, refundsRupiah: 45_000, netRupiah: 105_000 },
    },
    stalls: [{ stall: STALL, name: 'Kopi Gayo', mall: 'Thamrin City', state: 'received' }],
    nextCursor: '',
  });
  const stateOf = async (today: string, date: string) =>
    (await readDay(at(today), { ...all, date })).stalls[0]?.state;
  expect(await stateOf('2026-11-26', '2026-11-25')).toBe('nil');
  expect(await stateOf('2026-11-26', '2026-11-26')).toBe('awaited');
  expect(await stateOf('2026-11-27', '2026-11-26')).toBe('missing');
  expect(await stateOf('2026-11-27', '2026-11-23')).toBe('unexpected');
});

eachDatabase(
  'stalls are found by a part of code, name, number or mall, or by state',
  async ({ open }) => {
    const { at } = await soldHub(open);
    const hub = at('2026-11-24');
    const found = async (text: string) => (await readDay(hub, { ...all, text })).stalls.length;

    expect(await found('a12')).toBe(1);
    expect(await found('gayo')).toBe(1);
    expect(await found('THAMRIN')).toBe(1);
    expect(await found('%')).toBe(0);
    expect(await found('_')).toBe(0);
    expect((await readDay(hub, { ...all, state: 'nil' })).stalls).toEqual([]);
  },
);

eachDatabase(
  'a page of a day goes on behind the last stall of the one before',
  async ({ open }) => {
    const { hub, at } = await soldHub(open);
    const { db } = hub.database;
    const count = 2 * REPORT_PAGE_MAX + 30;
    const codes = Array.from(
      { length: count },
      (_, index) => `TC-${String(index).padStart(4, '0')}`,
    );
    const stalls = codes.map((code) => ({ code, mall: 'TC', number: '', name: code }));
    await db.insertInto('stall').values(stalls).execute();
    const then = at('2026-11-24');
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await readDay(then, { ...all, cursor });
      expect(page.summary === null).toBe(cursor !== '');
      seen.push(...page.stalls.map(({ stall }) => stall));
      cursor = page.nextCursor;
      // A stall that comes to the front meanwhile moves none of those behind it.
      const code = `TC-Z${seen.length}`;
      await db.insertInto('stall').values({ code, mall: 'TC', number: '', name: code }).execute();
      await db
        .updateTable('day_total')
        .set({ sales: 1_000_000 + seen.length })
        .execute();
    } while (cursor !== '');

    expect(seen.filter((code) => !code.startsWith('TC-Z'))).toEqual([STALL, ...codes]);
  },
);

eachDatabase('the dates of a stall say what came, and what should have', async ({ open }) => {
  const { at } = await soldHub(open);
  const report = await readStall(at('2026-11-27'), {
    stall: STALL,
    from: '2026-11-01',
    to: '2026-11-30',
  });

  expect(report).toMatchObject({
    stall: { stall: STALL, number: 'A12', region: 'DKI Jakarta' },
    alarms: [],
    takings: { netRupiah: 105_000 },
    tenders: [
      { tender: 'qris', netRupiah: 100_000 },
      { tender: 'cash', netRupiah: 5_000 },
    ],
  });
  expect(report.dates.map(({ date, state }) => `${date} ${state}`)).toEqual([
    '2026-11-27 awaited',
    '2026-11-26 missing',
    '2026-11-25 nil',
    '2026-11-24 received',
  ]);
});

eachDatabase(
  'dates that are turned round, or a stall that is not there, are refused',
  async ({ open }) => {
    const { hub } = await soldHub(open);
    const dates = { from: '2026-11-30', to: '2026-11-01' };
    await expect(readStall(hub, { stall: STALL, ...dates })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await expect(readDayGrid(hub, dates)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const unknown = { stall: 'TC-Z99', from: '2026-11-01', to: '2026-11-30' };
    await expect(readStall(hub, unknown)).rejects.toMatchObject({ code: 'STALL_UNKNOWN' });
    const wanted = { stall: 'TC-Z99', date: '2026-11-24', cursor: '' };
    await expect(readRecords(hub, wanted)).rejects.toMatchObject({ code: 'STALL_UNKNOWN' });
  },
);

eachDatabase('each record of a date is there with what proves it', async ({ open }) => {
  const { hub, chain } = await soldHub(open);
  const wanted = { stall: STALL, date: '2026-11-24', cursor: '' };
  const { records, nextCursor } = await readRecords(hub, wanted);

  expect(nextCursor).toBe('');
  expect(records.map(({ type, said }) => `${type} ${said?.totalRupiah}`)).toEqual([
    'start 0',
    'sale 45000',
    'sale 105000',
    'refund -45000',
  ]);
  const { leaf } = records[2]?.place ?? { leaf: '' };
  const proof = await readProof(hub, { stall: STALL, leaf });
  const head = Buffer.from(proof.head);
  const origin = treeOrigin(proof.hub.name, chain.device);
  const key = { origin, publicKey: hex(proof.hub.publicKey) };
  const checkpoint = openCheckpoint(proof.checkpoint, key, noteCrypto);
  const inTree = {
    index: proof.index,
    size: checkpoint?.size ?? 0,
    leaf: leafOf(head),
    proof: proof.inclusion.map(hex),
    root: checkpoint?.root ?? Buffer.alloc(0),
  };
  expect(isIncluded(inTree, treeCrypto)).toBe(true);
  const signature = Buffer.from(proof.signature, 'base64');
  expect(isSignedRecord(publicKeyOf(hex(proof.publicKey)), head, signature)).toBe(true);
  await expect(readProof(hub, { stall: STALL, leaf: '0'.repeat(64) })).rejects.toMatchObject({
    code: 'RECORD_UNKNOWN',
  });
});

eachDatabase('totals are by stall, date, tender and tax, and can be narrowed', async ({ open }) => {
  const { hub } = await soldHub(open);
  const november = { from: '2026-11-01', to: '2026-11-30' };
  const none = { stall: null, mall: null, region: null };
  const report = await readTotals(hub.database, { ...november, ...none });

  expect(report).toMatchObject({
    takings: { receipts: 3, netRupiah: 105_000 },
    tenders: { cash: 5_000, qris: 100_000 },
    stalls: [
      {
        stall: STALL,
        dates: [
          { date: '2026-11-24', tenders: { cash: 5_000, qris: 100_000 }, taxes: {} },
          { date: '2026-11-25', tenders: {}, taxes: { none: { base: 0, tax: 0 } } },
        ],
      },
    ],
  });
  const { takings, tenders } = report;
  expect(await readSums(hub.database, { ...november, ...none })).toEqual({ takings, tenders });
  for (const narrowed of [{ stall: 'TC-Z99' }, { mall: 'XX' }, { region: 'bali' }]) {
    const wanted = { ...november, ...none, ...narrowed };
    const other = await readTotals(hub.database, wanted);
    expect(other.stalls).toEqual([]);
    expect(await readSums(hub.database, wanted)).toMatchObject({ takings: { receipts: 0 } });
  }
});
