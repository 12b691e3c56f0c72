import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTestStalls } from '../../test/support/hub-server.ts';
import { runHubHere } from '../../test/support/run-hub.ts';
import { withHub } from './with-hub.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-hub-down-'));
  rmSync(dataDir, { recursive: true });
  const made = await runHubHere('down-items', '--data', dataDir, '--lang', 'en');
  expect(made.stdout).toBe('Tills were told nothing yet.\n');
  await withHub(dataDir, ({ database }) => addTestStalls(database));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function runJson(...words: string[]) {
  const { code, stdout, stderr } = await runHubHere(...words, '--data', dataDir, '--json');
  return { code, stderr, report: JSON.parse(stdout) as Record<string, unknown> };
}

test('an announcement is made, listed and withdrawn', async () => {
  const dates = ['--from', '2026-11-30', '--until', '2099-12-31'];
  const words = ['Senin pukul 10.', '--title', 'Listrik padam', '--mall', 'TC', ...dates];
  const made = await runJson('announce', ...words, '--by', 'pengelola-1');
  const id = String(made.report.id);
  const listed = await runJson('down-items');
  const ended = await runHubHere('withdraw', id, '--data', dataDir, '--lang', 'en');
  const verified = await runJson('verify');

  const item = {
    id,
    kind: 'announcement',
    title: 'Listrik padam',
    text: 'Senin pukul 10.',
    from: '2026-11-30',
    until: '2099-12-31',
    to: 'mall/TC',
    isEnded: false,
  };
  expect(made).toMatchObject({ code: 0, report: item });
  expect(listed.report).toMatchObject({ items: [item] });
  expect(ended.stdout).toContain('Listrik padam: Senin pukul 10. (ended)');
  expect(verified).toMatchObject({ code: 0, report: { ok: true } });
});

test('a template is published from its file; what is none is refused', async () => {
  const [good, bad] = [join(dataDir, 'kopi.csv'), join(dataDir, 'bad.csv')];
  writeFileSync(good, 'kode;nama;harga\nKOPI-01;Kopi Gayo;45000\nK2;Teh;lima\n');
  writeFileSync(bad, 'nama;stok\nA;1\n');

  expect(await runJson('publish-template', good, '--stall', 'TC-A12')).toMatchObject({
    code: 0,
    report: { kind: 'product-template', name: 'kopi.csv', to: 'stall/TC-A12', goodRows: 1 },
  });
  const told = await runHubHere('publish-template', good, '--data', dataDir, '--lang', 'en');
  expect(told.stdout).toContain('Good rows: 1, rejected: 1\nRow 3: harga: Not a number: lima\n');
  expect(await runJson('publish-template', bad)).toMatchObject({
    code: 1,
    report: { error: { code: 'CSV_COLUMN_MISSING' } },
  });
});

test.each([
  [['announce', 'Halo'], 'COMMAND_INVALID', '--title TEXT?'],
  [['announce', ' ', '--title', 'X'], 'COMMAND_INVALID', 'TEXT (1–1000)'],
  [
    ['announce', 'Halo', '--title', 'X', '--stall', 'A', '--mall', 'B'],
    'COMMAND_INVALID',
    '--mall',
  ],
  [['announce', 'Halo', '--title', 'X', '--mall', 'TB'], 'MALL_UNKNOWN', 'TB'],
  [['announce', 'H', '--title', 'X', '--until', '2020-01-01'], 'COMMAND_INVALID', '2020-01-01'],
  [
    ['announce', 'H', '--title', 'X', '--from', '2020-01-01', '--until', '2020-01-02'],
    'ANNOUNCEMENT_OVER',
    'sudah lewat',
  ],
  [['announce', 'H', '--title', 'X', '--by', 'Budi'], 'COMMAND_INVALID', '--by Budi'],
  [['ask-body', 'TC-A12'], 'COMMAND_INVALID', '--device DEVICE?'],
  [['ask-body', 'TC-A12', '--device', 'abcdefab'], 'COMMAND_INVALID', '--record EPOCH.SEQ?'],
  [['withdraw', 'none'], 'DOWN_ITEM_UNKNOWN', 'none'],
])('%j is refused', async (words, code, named) => {
  const { code: exit, report, stderr } = await runJson(...words);

  expect({ exit, report }).toMatchObject({ exit: 1, report: { error: { code } } });
  expect(stderr).toContain(named);
});

test('a till that is not there cannot be asked', async () => {
  const words = ['--device', 'abcdefab', '--record', '1.2', '--reason', 'Selisih'];

  expect(await runJson('ask-body', 'TC-A12', ...words)).toMatchObject({
    code: 1,
    report: { error: { code: 'DEVICE_UNKNOWN' } },
  });
});
