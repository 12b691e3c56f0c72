import { expect } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft, zDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send, testHub } from '../../test/support/test-hub.ts';
import { signRecord } from '../../node/crypto/signing.ts';
import { readTotals } from '../reports/read-totals.ts';
import { revokeDevice } from '../enrolment/devices.ts';
import { mendTotals } from './rebuild-totals.ts';

const letters = (at: number) =>
  [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

eachDatabase(
  'a head of more than any till says is not readable, and stops nothing',
  async (fresh) => {
    const hub = testHub(await fresh.open());
    const chain = makeChain();
    const device = await addChainDevice(hub.database, chain);
    const kinds = Array.from({ length: 12_000 }, (_, at) => letters(at));
    const tenders = (count: number) => Object.fromEntries(kinds.slice(0, count).map((k) => [k, 1]));
    const taxes = kinds.map((kind) => ({ kind, base: 0, tax: 0 }));
    chain.add(saleDraft(20, { tenders: tenders(20) }));
    chain.add(saleDraft(21, { tenders: tenders(21) }));
    chain.add(saleDraft(12_000, { tenders: tenders(12_000) }));
    chain.addForged(zDraft(1, { sales: [] }), { taxes });
    const deep = chain.addNewer({ deep: '@' });
    const head = deep.wire.head.replace('"@"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const signature = signRecord(chain.key, Buffer.from(head)).toString('base64');
    const sent = chain.records.map((one) =>
      one === deep ? { ...one, wire: { ...one.wire, head, signature } } : one,
    );
    expect(await send(hub, device, sent)).toMatchObject({ outcome: 'stored' });

    expect(await ledgerOf(hub.database)).toEqual([
      '1.1 ok',
      '1.2 ok',
      '1.3 quarantined not-readable',
      '1.4 quarantined not-readable',
      '1.5 quarantined not-readable',
      '1.6 quarantined not-readable',
    ]);
  },
);

eachDatabase('a device of five thousand dates is revoked, and mended', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const dates = 5_000;
  for (let at = 0; at < dates; at += 1) {
    const date = new Date(Date.UTC(2001, 0, 1 + at)).toISOString().slice(0, 10);
    chain.add(saleDraft(2, { shift: 1 + at, date, tenders: { cash: 1, qris: 1 } }));
  }
  for (let at = 0; at < chain.records.length; at += 500) {
    const after = chain.records[at - 1] ?? null;
    await send(hub, device, chain.records.slice(at, at + 500), { after });
  }
  const { db } = hub.database;
  await db.deleteFrom('day_tender').execute();
  const mended = await mendTotals(hub, 'lapak');
  expect(mended.differences).toHaveLength(2 * dates);

  const through = { epoch: 1, seq: 4_001 };
  await revokeDevice(hub, device.device, { through, by: 'lapak' });
  const all = { from: '2001-01-01', to: '2031-01-01', stall: null, mall: null, region: null };
  expect((await readTotals(hub.database, all)).takings).toMatchObject({ netRupiah: 2 * 4_000 });
});
