import { expect } from 'vitest';
import { chargeByHand } from '../fees/charge-by-hand.ts';
import { openPackHub, type PackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase, onSqlite } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, STALL } from '../../test/support/test-hub.ts';
import { importOrganisation } from './import-organisation.ts';
import { addMall } from './stall-store.ts';

function run(hub: PackHub, content: string) {
  const files = [{ name: 'file.csv', content }];
  return importOrganisation(hub, files, { mode: 'apply', by: 'lapak' });
}

eachDatabase(
  'a stall of which a till has sent anything stays in its mall, and its turnover with it',
  async ({ open }) => {
    const hub = await openPackHub(await open());
    const { database } = hub;
    const chain = makeChain();
    const device = await addChainDevice(database, chain);
    await addMall(database.db, { code: 'PB', region: 'dki', name: 'Pasar Baru' });
    const moved = `kode lapak;nama;mal\n${STALL};Kopi Gayo;PB\nTC-B01;Batik;PB\n`;
    const [before] = await run(hub, moved.replaceAll('PB', 'TC'));
    expect(before).toMatchObject({ added: 1, unchanged: 1, rejectedRows: 0 });
    chain.add(saleDraft(45_000));
    await send(hub, device, chain.records);

    const [report] = await run(hub, moved);
    expect(report).toMatchObject({ updated: 1, rejectedRows: 1 });
    expect(report?.rejected).toMatchObject([
      { row: 2, column: 'mal', reason: 'mallFixed', value: 'PB', other: 'TC' },
    ]);
    const [renamed] = await run(hub, `kode lapak;nama;mal\n${STALL};Kopi Toraja;TC\n`);
    expect(renamed).toMatchObject({ updated: 1, rejectedRows: 0 });
  },
);

onSqlite('a heading above the column titles is told by its line', async ({ open }) => {
  const hub = await openPackHub(await open());
  const heading = 'Daftar wilayah;\n\nkode wilayah;nama\nbali;Bali\n';

  await expect(run(hub, heading)).rejects.toMatchObject({
    code: 'ORGANISATION_HEADER_BELOW',
    data: { line: 1, titles: 3 },
  });
  const [report] = await run(hub, heading.split('\n').slice(2).join('\n'));
  expect(report).toMatchObject({ added: 1 });
  await expect(run(hub, 'apa;ini\n1;2\n')).rejects.toMatchObject({
    code: 'ORGANISATION_KIND_UNKNOWN',
  });
});

eachDatabase('a stall that has fees stays in its mall, and its fees with it', async ({ open }) => {
  const hub = await openPackHub(await open());
  await addChainDevice(hub.database, makeChain());
  await addMall(hub.database.db, { code: 'PB', region: 'dki', name: 'Pasar Baru' });
  const place = 'kode lapak;nama;mal\nTC-B01;Batik;TC\n';
  await run(hub, place);
  const charge = { period: '2026-10', kind: 'opening', amount: 50_000, due: '2026-10-10' } as const;
  const act = { id: '019a0000-0000-7000-8000-000000000001', note: 'sisa', on: '2026-10-01' };
  await chargeByHand({ hub, by: 'pengelola-1' }, { ...act, stall: 'TC-B01', ...charge });

  const [report] = await run(hub, place.replace(';TC', ';PB'));
  expect(report?.rejected).toMatchObject([{ row: 2, reason: 'mallFixed', other: 'TC' }]);
});
