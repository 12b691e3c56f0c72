import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { transact } from '../database/transact.ts';
import { hubRecordsFrom } from '../journal/journal-store.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { importOrganisation } from './import-organisation.ts';

const regions = 'kode wilayah;nama\nx;Satu\ny;Dua\n';

eachDatabase('what a file changed is in the journal of the hub, and by whom', async ({ open }) => {
  const hub = await openPackHub(await open());
  const take = (content: string, mode: 'apply' | 'dry-run' = 'apply') =>
    importOrganisation(hub, [{ name: 'wilayah.csv', content }], { mode, by: 'pengelola-1' });
  await take(regions, 'dry-run');
  await take(regions);
  await take(regions); // changes nothing
  await take('kode wilayah;nama\nx;Tiga\n');

  const { database, identity } = hub;
  expect(await verifyJournal(database, identity)).toMatchObject({ ok: true, records: 3 });
  const records = await transact(database, 'no-stall', (trx) => hubRecordsFrom(trx, 2, 10));
  const acts = records.map(({ head, body }) => ({
    cashier: JSON.parse(head.toString('utf8')).cashier,
    body: JSON.parse(body.toString('utf8')),
  }));
  const sha256 = createHash('sha256').update(regions).digest('hex');
  const changes = { kind: 'region', added: '2', updated: '0', sha256 };
  expect(acts).toMatchObject([
    {
      cashier: 'pengelola-1',
      body: {
        act: 'organisation-import',
        subject: 'wilayah.csv',
        changes: Object.entries(changes).map(([field, to]) => ({ field, from: '', to })),
      },
    },
    {
      body: {
        subject: 'wilayah.csv',
        changes: expect.arrayContaining([{ field: 'updated', from: '', to: '1' }]),
      },
    },
  ]);
});

eachDatabase('a file that is refused is in no journal', async ({ open }) => {
  const hub = await openPackHub(await open());
  const files = [
    { name: 'x.csv', content: regions },
    { name: 'y.csv', content: 'apa;ini\n1;2\n' },
  ];
  await expect(
    importOrganisation(hub, files, { mode: 'apply', by: 'lapak' }),
  ).rejects.toMatchObject({ code: 'ORGANISATION_KIND_UNKNOWN' });

  expect(await verifyJournal(hub.database, hub.identity)).toMatchObject({ records: 1 });
});
