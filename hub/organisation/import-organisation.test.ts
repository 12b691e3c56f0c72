import fc from 'fast-check';
import iconv from 'iconv-lite';
import { sql } from 'kysely';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organisationExamples } from '../../domain/organisation/examples.ts';
import { rupiah } from '../../domain/money.ts';
import { type OrganisationKind, organisationKinds } from '../../domain/organisation/rows.ts';
import { openTable } from '../../node/tables/read-table.ts';
import { readTextFile } from '../../node/tables/read-text-file.ts';
import { openPackHub, type PackHub } from '../../test/support/audit-packs.ts';
import { collect } from '../../test/support/collect.ts';
import { eachDatabase, onPostgres } from '../../test/support/hub-databases.ts';
import { overlapsOf } from '../../test/support/organisation.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact, type Tx } from '../database/transact.ts';
import { exportOrganisation } from './export-organisation.ts';
import { findVillages } from './find-villages.ts';
import { importOrganisation, type ImportOptions } from './import-organisation.ts';
import { pagesOf, saveRows } from './kind-stores.ts';
import { lockOrganisation } from './lock-store.ts';

const examples = organisationKinds.map((name) => ({ name, content: organisationExamples[name] }));

function run(hub: PackHub, content: string, mode: ImportOptions['mode'] = 'apply') {
  return importOrganisation(hub, [{ name: 'file.csv', content }], { mode, by: 'lapak' });
}

async function exported(database: HubDatabase, kind: OrganisationKind): Promise<string> {
  return (await collect(exportOrganisation(database, kind))).join('');
}

async function exportedAll(database: HubDatabase) {
  const files: { name: OrganisationKind; content: string }[] = [];
  for (const name of organisationKinds) {
    files.push({ name, content: await exported(database, name) });
  }
  return files;
}

eachDatabase(
  'the examples come in, in any order of files, and again change nothing',
  async ({ open }) => {
    const hub = await openPackHub(await open());

    const first = await importOrganisation(hub, examples.toReversed(), {
      mode: 'apply',
      by: 'lapak',
    });
    const again = await importOrganisation(hub, examples, { mode: 'apply', by: 'lapak' });

    expect(first.map(({ kind }) => kind)).toEqual(organisationKinds.toReversed());
    expect(first.flatMap(({ rejected }) => rejected)).toEqual([]);
    expect(first.every(({ added, rows }) => added === rows && rows > 0)).toBe(true);
    expect(again.every(({ unchanged, rows }) => unchanged === rows)).toBe(true);
  },
);

eachDatabase('what is exported comes in again as it was', async ({ open }) => {
  const database = await open();
  const hub = await openPackHub(database);
  await importOrganisation(hub, examples, { mode: 'apply', by: 'lapak' });

  const files = await exportedAll(database);
  const again = await importOrganisation(hub, files, { mode: 'apply', by: 'lapak' });

  expect(again.every(({ unchanged, rows }) => unchanged === rows && rows > 0)).toBe(true);
  expect(again.flatMap(({ unknownColumns }) => unknownColumns)).toEqual([]);
  expect(await exportedAll(database)).toEqual(files);
  expect(files.find(({ name }) => name === 'unit')?.content).toBe(
    '\uFEFFmal;kode unit;lantai;luas\r\nTC;B1-07;Lantai B1;6,25\r\nTC;L3-12;Lantai 3;9\r\n',
  );
  expect(files.find(({ name }) => name === 'member')?.content).toContain(
    'A-0001;Batik Sekar;32.73.01.1001;jabar;Sukarasa, Sukasari, Kota Bandung, Jawa Barat\r\n',
  );
});

eachDatabase('a dry run writes nothing, and tells what a row was', async ({ open }) => {
  const database = await open();
  const hub = await openPackHub(database);
  await importOrganisation(hub, examples, { mode: 'apply', by: 'lapak' });
  const before = await exportedAll(database);
  const file = 'kode lapak;nama;mal\nTC-A12;Batik Melati;TC\nTC-A99;Baru;TC\nTC-A98;Baru;XX\n';

  const [foretold] = await run(hub, file, 'dry-run');
  expect(await exportedAll(database)).toEqual(before);
  const [report] = await run(hub, file);

  expect(report).toEqual(foretold);
  expect(report).toMatchObject({ kind: 'stall', rows: 3, added: 1, updated: 1, rejectedRows: 1 });
  expect(report?.changes[0]).toEqual({
    row: 2,
    key: 'TC-A12',
    becomes: 'updated',
    changes: [{ column: 'nama', old: 'Batik Sekar', new: 'Batik Melati' }],
  });
  expect(report?.rejected[0]?.sentence).toBe('Mal XX tidak dikenal');
  expect(report?.rejectedFile).toBe(
    '\uFEFFkode lapak;nama;mal;alasan\r\nTC-A98;Baru;XX;mal: Mal XX tidak dikenal\r\n',
  );
});

eachDatabase('an import that would do other than was foretold does nothing', async ({ open }) => {
  const database = await open();
  const hub = await openPackHub(database);
  await importOrganisation(hub, examples, { mode: 'apply', by: 'lapak' });
  const name = 'lapak.csv';
  const mine = 'kode lapak;nama;mal\nTC-A12;Batik Melati;TC\nTC-A99;Baru;TC\n';
  const other = 'kode lapak;nama;mal\nTC-A12;Batik Kenanga;TC\n';
  const trial = (content: string) => run(hub, content, 'dry-run');
  const take = (content: string, seen: string | undefined) =>
    importOrganisation(hub, [{ name, content, seen: seen ?? '' }], { mode: 'apply', by: 'lapak' });
  const [seen, seenOther] = [(await trial(mine))[0]?.digest, (await trial(other))[0]?.digest];
  await take(other, seenOther);
  const before = await exportedAll(database);

  await expect(take(mine, seen)).rejects.toMatchObject({ code: 'ORGANISATION_CHANGED' });
  expect(await exportedAll(database)).toEqual(before);
  const [anew] = await trial(mine);
  expect(anew?.changes[0]?.changes).toEqual([
    { column: 'nama', old: 'Batik Kenanga', new: 'Batik Melati' },
  ]);
  // What others did elsewhere is no matter of this file.
  await run(hub, 'kode wilayah;nama\nbali;Bali\n');
  expect(await take(mine, anew?.digest)).toMatchObject([{ added: 1, updated: 1 }]);
  // Its answer was lost, and it is sent again.
  expect(await take(mine, anew?.digest)).toMatchObject([{ added: 0, updated: 0, unchanged: 2 }]);
});

eachDatabase('what keeps a row out is foretold as well', async ({ open }) => {
  const database = await open();
  const hub = await openPackHub(database);
  await importOrganisation(hub, examples, { mode: 'apply', by: 'lapak' });
  const content = `kode lapak;nama;mal\nTC-A99;Baru;TC\nTC-A98;${'x'.repeat(61)};XX\n`;
  const take = (seen: string | undefined) =>
    importOrganisation(hub, [{ name: 'lapak.csv', content, seen: seen ?? '' }], {
      mode: 'apply',
      by: 'lapak',
    });
  const [seen] = await run(hub, content, 'dry-run');
  await run(hub, 'kode mal;nama;wilayah\nXX;Mal Baru;dki\n');
  const [anew] = await run(hub, content, 'dry-run');
  const columns = [seen, anew].map((one) => one?.rejected.map(({ column }) => column));
  expect(columns).toEqual([['mal', 'nama'], ['nama']]);
  expect(anew?.changes).toEqual(seen?.changes);

  await expect(take(seen?.digest)).rejects.toMatchObject({ code: 'ORGANISATION_CHANGED' });
  expect(await take(anew?.digest)).toMatchObject([{ added: 1, rejectedRows: 1 }]);
});

eachDatabase(
  'a file that is refused as a whole leaves the others out as well',
  async ({ open }) => {
    const database = await open();
    const hub = await openPackHub(database);
    const files = [...examples, { name: 'x', content: 'kode;nama\n1;2\n' }];

    await expect(
      importOrganisation(hub, files, { mode: 'apply', by: 'lapak' }),
    ).rejects.toMatchObject({
      code: 'ORGANISATION_KIND_UNKNOWN',
    });
    expect(await exported(database, 'region')).toBe('\uFEFFkode wilayah;nama\r\n');
  },
);

/** Names that spreadsheets, terminals and databases trip over. */
const aName = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+62',
    '-5',
    '@SUM(A1)',
    "'=x",
    '\uFF1D1',
    'a;b',
    'x"y"',
    '\\',
    'é',
    '💠',
  ),
  fc
    .array(fc.constantFrom("'", '=', '"', ';', ',', '\u200B', ' ', 'x', '\u0301'), { maxLength: 8 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\r\n\0]/g, ' ')),
);

function quoted(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
}

eachDatabase(
  'any names come out and in again unchanged, and none is a formula',
  async ({ open }) => {
    const database = await open();
    const hub = await openPackHub(database);
    await fc.assert(
      fc.asyncProperty(fc.array(aName, { minLength: 1, maxLength: 10 }), async (names) => {
        const rows = names.map((name, at) => quoted([`w${at}`, name]));
        const [first] = await run(hub, ['kode wilayah;nama', ...rows].join('\n'));
        const file = await exported(database, 'region');
        const [again] = await run(hub, file);

        expect(first?.rows).toBe(names.length);
        expect(again).toMatchObject({ updated: 0, added: 0, rejectedRows: 0 });
        const cells = (await collect(openTable(file).lines())).flatMap((line) => line.cells);
        expect(cells.filter((cell) => /^[=+\-@\t\uFF1D]/.test(cell))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  },
);

const aDay = fc.integer({ min: 1, max: 9 }).map((day) => `2026-01-0${day}`);
const aContractFile = fc
  .array(
    fc.tuple(
      fc.constantFrom('TC-A12', 'TC-A14', 'XX'),
      fc.constantFrom('A-0001', 'A-0002'),
      fc.constantFrom('B1-07', 'L3-12'),
      fc.constantFrom('1', '2'),
      aDay,
      fc.option(aDay, { nil: '' }),
    ),
    { maxLength: 8 },
  )
  .map((rows) =>
    ['lapak;anggota;unit;tarif;dari;sampai', ...rows.map((r) => r.join(';'))].join('\n'),
  );

eachDatabase(
  'a dry run foretells any import, after which no two contracts meet',
  async ({ open }) => {
    const database = await open();
    const hub = await openPackHub(database);
    await importOrganisation(hub, examples.slice(0, -1), { mode: 'apply', by: 'lapak' });
    await fc.assert(
      fc.asyncProperty(aContractFile, async (file) => {
        const before = await exported(database, 'contract');
        const foretold = await run(hub, file, 'dry-run');
        expect(await exported(database, 'contract')).toBe(before);
        const [report] = await run(hub, file);

        expect([report]).toEqual(foretold);
        const { rows = 0, added = 0, updated = 0, unchanged = 0, rejectedRows = 0 } = report ?? {};
        expect(added + updated + unchanged + rejectedRows).toBe(rows);
        const contracts = (await collect(pagesOf(database.db, 'contract'))).flat();
        expect(overlapsOf(contracts)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  },
);

onPostgres(
  'of two imports at once that want one unit, one waits and finds it taken',
  async ({ open }) => {
    const database = await open();
    const hub = await openPackHub(database);
    const other = await open();
    await importOrganisation(hub, examples.slice(0, -1), { mode: 'apply', by: 'lapak' });
    const file = 'lapak;anggota;unit;tarif;dari;sampai\nTC-A14;A-0001;B1-07;1;2026-01-01;\n';

    const second = await transact(database, 'no-stall', async (trx) => {
      await lockOrganisation(trx);
      await saveRows(trx, 'contract', [
        {
          stall: 'TC-A12',
          member: 'A-0001',
          mall: 'TC',
          unit: 'B1-07',
          tariffRupiah: rupiah(1),
          from: '2026-01-01',
          to: null,
        },
      ]);
      const imported = run({ ...hub, database: other }, file);
      await Promise.race([imported, someoneWaits(trx)]);
      return { imported };
    });

    expect((await second.imported)[0]).toMatchObject({
      added: 0,
      rejected: [{ reason: 'unitTaken', other: 'TC-A12 → B1-07, 2026-01-01 – …' }],
    });
  },
);

/** Until another connection waits for an advisory lock. */
async function someoneWaits(trx: Tx): Promise<void> {
  const waiting = sql<{ count: number }>`SELECT count(*) AS count FROM pg_locks
    WHERE locktype = 'advisory' AND NOT granted`;
  while ((await waiting.execute(trx)).rows[0]?.count === 0);
}

test.each([
  ['UTF-8 with a byte-order mark', 'utf8', true],
  ['UTF-16 of Excel', 'utf-16le', true],
  ['Windows-1252', 'windows-1252', false],
])('a file in %s keeps its letters', async (_, encoding, addBOM) => {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-organisation-'));
  const file = join(folder, 'wilayah.csv');
  writeFileSync(file, iconv.encode('kode wilayah,nama\r\nx,Café Ménage\r\n', encoding, { addBOM }));
  const content = await readTextFile(file, 1);
  rmSync(folder, { recursive: true });

  expect(content).toContain('x,Café Ménage');
});

eachDatabase('huge cells, no text and endless lines are refused in words', async ({ open }) => {
  const hub = await openPackHub(await open());
  const huge = 'x'.repeat(2_000_000);
  const [report] = await run(
    hub,
    `kode wilayah;nama\na;${'x'.repeat(900_000)}\nb;${huge}\nc;"Baik\nd;Dewan\n`,
  );

  expect(report).toMatchObject({ rows: 4, added: 1, rejectedRows: 3 });
  expect(report?.rejected.map(({ reason, value }) => [reason, value.length])).toEqual([
    ['tooLong', 80],
    ['lineTooLong', 80],
    ['quote', 7],
  ]);
  expect(report?.rejected[0]?.sentence).toBe('Terlalu panjang: paling banyak 60 huruf');
  await expect(run(hub, 'kode wilayah;nama\nq;\0')).rejects.toMatchObject({
    code: 'CSV_BROKEN',
  });
  await expect(run(hub, '\n\n')).rejects.toMatchObject({ code: 'CSV_EMPTY' });
});

test('a village is found with the places around it; a code of no list is not', async () => {
  const found = await findVillages(new Set(['32.73.01.1001', '32.73.01.9999', 'x']));

  expect([...found]).toEqual([
    [
      '32.73.01.1001',
      {
        village: 'Sukarasa',
        district: 'Sukasari',
        regency: 'Kota Bandung',
        province: 'Jawa Barat',
      },
    ],
  ]);
});
