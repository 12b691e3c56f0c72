import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPayers, bcaFile, chargeStalls, type FileRow } from '../../test/support/bank-office.ts';
import { runHub } from './run-hub.ts';
import { withIdentity } from './with-hub.ts';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lapak-bank-'));
  writeFileSync(join(folder, 'a.csv'), 'kode wilayah;nama\ndki;Jakarta\n');
  await hub('import-organisation', join(folder, 'a.csv'));
  await withIdentity(join(folder, 'hub'), async (parts) => {
    await addPayers(parts, [{ stall: 'TC-A12', code: 17 }]);
    await chargeStalls(parts, ['TC-A12'], '2026-11');
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function hub(...words: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const code = await runHub([...words, '--data', join(folder, 'hub')], { stdout, stderr });
  stdout.end();
  stderr.end();
  const [said] = await texts;
  return { code, said };
}

function statement(rows: readonly FileRow[]): string {
  const file = join(folder, 'mutasi.csv');
  writeFileSync(file, bcaFile(rows));
  return file;
}

const november: readonly FileRow[] = [
  ['2026-11-02', 1_000_017, 'IURAN'],
  ['2026-11-03', -15_000, 'BIAYA ADM'],
];

test('a file is imported, what is ticked is accepted, and the books are compared', async () => {
  const file = statement(november);
  const dry = await hub('import-statement', file, '--dry-run', '--json');
  const taken = await hub('import-statement', file, '--json');
  const suggested = await hub('suggestions', '--json');
  const accepted = await hub('accept', '--ticked', '--json');
  const compared = await hub('reconciliation', '0111222333', '2026-11-30', '--json');
  const again = await hub('import-statement', file, '--json');

  const report = { rows: 2, pending: 0, rejected: [], opening: 10_000_000, closing: 10_985_017 };
  expect(JSON.parse(dry.said)).toMatchObject({ ...report, added: 2, known: 0, balanced: true });
  expect(JSON.parse(taken.said)).toMatchObject({ ...report, added: 2, known: 0, balanced: true });
  expect(JSON.parse(again.said)).toMatchObject({ ...report, added: 0, known: 2 });
  expect(JSON.parse(suggested.said)).toMatchObject([
    {
      amount: 1_000_017,
      stall: 'TC-A12',
      score: 75,
      reasons: ['code', 'balance', 'date'],
      ticked: true,
    },
  ]);
  expect(JSON.parse(accepted.said)).toMatchObject({ count: 1, sum: 1_000_017 });
  expect(JSON.parse(compared.said)).toMatchObject({
    bank: 10_985_017,
    book: 1_000_017,
    difference: 9_985_000,
    unexplained: 0,
    differences: [
      { kind: 'opening', amount: 10_000_000 },
      { kind: 'row', amount: -15_000 },
    ],
  });
});

test('people are told the same in words', async () => {
  const file = statement(november);

  expect((await hub('import-statement', file, '--lang', 'en')).said).toBe(
    'mutasi.csv, account 0111222333: 2 rows; 2 new, 0 known, 0 pending at the bank.\n' +
      'Nothing was rejected.\n',
  );
  expect((await hub('suggestions')).said).toBe('✓ 2026-11-02  Rp1.000.017  TC-A12 (75)  IURAN\n');
  expect((await hub('accept', '--ticked')).said).toBe(
    'KW/TC/2026/000001  TC-A12  Rp1.000.017\nDibukukan: 1 pembayaran, Rp1.000.017.\n',
  );
});

test('a broken file ends with 1 and changes nothing', async () => {
  const file = join(folder, 'rusak.csv');
  writeFileSync(file, bcaFile(november).toString('utf8').replace('15000.00,DB', 'lima,DB'));

  const { code, said } = await hub('import-statement', file, '--json');

  expect(code).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    added: 0,
    balanced: false,
    refusal: 'rejected-rows',
    rejected: [{ row: 7, reason: expect.stringMatching(/lima/) }],
  });
  expect(JSON.parse((await hub('suggestions', '--json')).said)).toEqual([]);
});

test.each([
  ['accept', 'accept without --ticked'],
  ['reconciliation', 'a reconciliation of no account'],
  ['reconciliation 0111222333', 'one without its date'],
  ['reconciliation 0111222333 kemarin', 'one of no date'],
])('%s is refused: %s', async (words) => {
  const { code, said } = await hub(...words.split(' '), '--json');

  expect(code).toBe(1);
  expect(JSON.parse(said)).toMatchObject({ error: { code: 'COMMAND_INVALID' } });
});
