import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { organisationKinds } from '../../domain/organisation/rows.ts';
import { runHub } from './run-hub.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lapak-organisation-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function hub(...words: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const code = await runHub([...words, '--data', join(folder, 'hub')], { stdout, stderr });
  stdout.end();
  stderr.end();
  const [said, told] = await texts;
  return { code, said, told };
}

function place(name: string, content?: string): string {
  const file = join(folder, name);
  if (content !== undefined) writeFileSync(file, content);
  return file;
}

test('the examples are written, taken in together, and come out', async () => {
  for (const kind of organisationKinds) {
    await hub('export-organisation', place(`${kind}.csv`), '--kind', kind, '--example');
  }
  const also = organisationKinds.slice(1).flatMap((kind) => ['--also', place(`${kind}.csv`)]);

  const taken = await hub('import-organisation', place('federation.csv'), ...also, '--json');
  const written = await hub('export-organisation', place('out.csv'), '--kind', 'mall');

  expect(taken.code).toBe(0);
  expect(JSON.parse(taken.said)).toMatchObject({
    files: organisationKinds.map((kind) => ({ kind, file: `${kind}.csv`, rejectedRows: 0 })),
  });
  expect(written).toMatchObject({
    code: 0,
    said: `Data mal ditulis ke ${place('out.csv')}.\n`,
  });
  expect(readFileSync(place('out.csv'), 'utf8')).toBe(
    '\uFEFFkode mal;nama;wilayah\r\nTC;Thamrin City;dki\r\n',
  );
});

test('a dry run says what changes, what is left out and why', async () => {
  await hub('import-organisation', place('a.csv', 'kode wilayah;nama\ndki;Jakarta\n'));
  const file = place('b.csv', 'kode wilayah;nama;ketua\ndki;DKI Jakarta;Ayu\nba li;Bali;Made\n');

  const { code, said } = await hub('import-organisation', file, '--dry-run', '--lang', 'en');

  expect(code).toBe(0);
  expect(said.split('\n')).toEqual([
    'b.csv (regions)',
    'A dry run, nothing has changed. Rows read: 2. ' +
      '0 new, 1 to be updated, 0 as they are, 1 rejected.',
    'dki: nama Jakarta → DKI Jakarta',
    'Columns that are not used: ketua',
    'Cells or rows that were rejected: 1',
    expect.stringMatching(/^Row 3, column kode wilayah: A code has letters/),
    '',
  ]);
});

test('rejected rows go into a file that can be mended', async () => {
  const file = place('a.csv', 'kode wilayah;nama\nba li;Bali\n');

  await hub('import-organisation', file, '--rejects', place('rejects.csv'));

  expect(readFileSync(place('rejects.csv'), 'utf8')).toMatch(
    /^\uFEFFkode wilayah;nama;alasan\r\nba li;Bali;kode wilayah: Kode hanya boleh/,
  );
});

test.each([
  ['an export of no kind', ['export-organisation', 'x.csv'], 'COMMAND_INVALID'],
  [
    'one file of what several files had',
    ['import-organisation', 'x.csv', '--also', 'y.csv', '--rejects', 'z.csv'],
    'COMMAND_INVALID',
  ],
  ['a file that is not there', ['import-organisation', 'x.csv'], 'FILE_UNREADABLE'],
])('%s is refused', async (_, words, code) => {
  const end = await hub(...words, '--json');

  expect(end.code).toBe(1);
  expect(JSON.parse(end.said)).toMatchObject({ error: { code } });
});

test('no export goes into the folder of a hub', async () => {
  await hub('import-organisation', place('a.csv', 'kode wilayah;nama\ndki;Jakarta\n'));

  const words = ['export-organisation', join(folder, 'hub', 'x.csv'), '--kind', 'region'];
  const { said } = await hub(...words, '--json');

  expect(JSON.parse(said)).toMatchObject({ error: { code: 'FILE_UNWRITABLE' } });
});
