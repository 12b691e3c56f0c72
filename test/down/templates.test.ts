import { expect } from 'vitest';
import { theOwner } from '../../domain/actor.ts';
import { LISTED_MAX } from '../../domain/catalog/import-report.ts';
import { TemplateCheck } from '../../domain/down/manage-contract.ts';
import { importCatalog } from '../../electron/till/catalog/import-catalog.ts';
import { publishTemplate } from '../../hub/down/announce.ts';
import { checkTemplate } from '../../hub/down/check-template.ts';
import { describeNotices } from '../../hub/down/describe-notices.ts';
import { collect } from '../support/collect.ts';
import { openDownWorld } from '../support/down-world.ts';
import { signIn } from '../support/hub-callers.ts';
import { onSqlite } from '../support/hub-databases.ts';
import { openTestServer } from '../support/hub-server.ts';

const everybody = { kind: 'everybody' } as const;
const by = 'pengelola-1';

const mixed = [
  'kode;nama;harga;satuan;isi;barcode;rak',
  'K1;Kopi Gayo;45000;pcs;1;8991234567891;A',
  'K1;Kopi Gayo;500000;lusin;12;;A',
  'K1;Kopi lain;1;pcs;1;;A',
  ';Teh Poci;12000;pcs;1;;B',
  'T1;Teh Poci;lima ribu;pcs;1;;B',
  'T2;Teh Melati;8000;pcs;1;8991234567891;B',
  'T3;Teh Hijau;9000;lusin;12;;B',
  'T4;"Teh;1;pcs;1;;B',
].join('\n');

onSqlite('a template is read as a till reads it whose catalog is empty', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { till } = await world.till();
  const events = await collect(importCatalog(till, theOwner, { content: mixed, mode: 'dry-run' }));
  const checked = await checkTemplate(mixed);

  const done = events.find(({ type }) => type === 'done');
  expect(done).toMatchObject({
    report: {
      rows: checked.rows,
      added: checked.goodRows,
      rejectedRows: checked.rejectedRows,
      changes: checked.listed,
      rejected: checked.rejected,
      unknownColumns: checked.unknownColumns,
    },
  });
  expect(checked).toMatchObject({ rows: 8, goodRows: 2, rejectedRows: 6, products: 1 });
  expect(checked.rejected.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [4, 'kode', 'codeTwice'],
    [5, 'kode', 'missing'],
    [6, 'harga', 'numberInvalid'],
    [7, 'barcode', 'barcodeTwice'],
    [8, 'isi', 'baseUnitMissing'],
    [9, '', 'quote'],
  ]);
});

onSqlite('a template of which no till could take a row is told to nobody', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const publish = (csv: string) => publishTemplate(hub, { name: 'X', csv, to: everybody, by });

  const none = 'kode;nama;harga\n;Kopi;15000\nT1;Teh;lima ribu\n';
  await expect(publish(none)).rejects.toMatchObject({ code: 'TEMPLATE_NO_ROWS' });
  await expect(publish('kode;nama;harga\n')).rejects.toMatchObject({ code: 'TEMPLATE_NO_ROWS' });
  const doubtful = 'kode;nama;harga;satuan;isi\nK1;Kopi;15000;pcs;1\nK1;Kopi;9;dus;1.500\n';
  await expect(publish(doubtful)).rejects.toMatchObject({
    code: 'TEMPLATE_DOUBTFUL',
    data: { column: 'isi', example: '1.500' },
  });
  expect((await describeNotices(hub.database, { cursor: '' })).notices).toEqual([]);
  await publish(mixed);
  expect((await describeNotices(hub.database, { cursor: '' })).notices).toHaveLength(1);
});

onSqlite('of more bad cells than are listed the first are told', async ({ open }) => {
  await using server = await openTestServer(await open());
  const headers = { origin: server.url, cookie: await signIn(server) };
  const bad = Array.from({ length: LISTED_MAX + 2 }, (_, at) => `K${at};Kopi;mahal`);
  const body = JSON.stringify({ csv: ['kode;nama;harga', ...bad, 'T1;Teh;9000'].join('\n') });
  const check = `${server.url}/v1/notices/templates/check`;
  const answer = await fetch(check, { method: 'POST', headers, body });

  expect(answer.status).toBe(200);
  const checked = TemplateCheck.parse(await answer.json());
  expect(checked).toMatchObject({ goodRows: 1, rejectedRows: LISTED_MAX + 2 });
  const rows = checked.rejected.map(({ row }) => row);
  expect(rows).toEqual(Array.from({ length: LISTED_MAX }, (_, at) => at + 2));
});
