import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract } from '../../domain/contract.ts';
import {
  begun,
  float,
  given,
  id,
  owner,
  parsed,
  playIn,
  sale,
} from '../../test/support/play-file.ts';
import {
  endOf,
  runLapakAt,
  runLapakHere,
  startLapakCommand,
} from '../../test/support/run-lapak.ts';

/** What a file of calls may hold, and how each line of it is answered. */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-play-'));
});
afterEach(() => rmSync(dir, { recursive: true }));
const { data, fileOf, play } = playIn(() => dir);

test('what is no call is told in one sentence, and the next line is played', async () => {
  const { code, answers } = await play([
    '\uFEFF{"call": "sales.totals"}',
    '{"call": "sales.totals"',
    '[1]',
    { call: 'sales.nothing' },
    { call: 'sales.toString' },
    { call: 'constructor.name' },
    { call: 'sales' },
    { call: 'sales.totals', extra: 1 },
    { call: 'sales.totals', pin: '123456' },
    { call: 'sales.totals', as: 'Budi' },
    { call: 'sales.totals', at: 'kemarin' },
    { call: 'sales.totals', at: '2026-11-24T09:00:00+07:00' },
    { call: 'sales.receipt', input: { number: 'x'.repeat(600_000) } },
    { call: 'sales.receipt', input: { number: 7 } },
    '   ',
    '  # nothing',
    { call: 'system.ping' },
  ]);

  expect(code).toBe(1);
  expect(answers.map(({ ok, error }) => error?.code ?? ok)).toEqual([
    true,
    'LINE_INVALID',
    'LINE_INVALID',
    'CALL_UNKNOWN',
    'CALL_UNKNOWN',
    'CALL_UNKNOWN',
    'CALL_UNKNOWN',
    'LINE_INVALID',
    'LINE_INVALID',
    'STAFF_UNKNOWN',
    'LINE_INVALID',
    'TIME_NOT_GIVEN',
    'LINE_TOO_LONG',
    'INPUT_INVALID',
    true,
  ]);
  const details = answers.map(({ error }) => error?.data);
  expect(details).toContainEqual({ detail: 'extra?' });
  expect(details).toContainEqual({ detail: 'at?' });
  expect(answers.at(-1)?.line).toBe(17);
});

test('what a line has kept stands in the input of those behind it', async () => {
  const lines = [{ at: 0, quantityMilli: 1_000, isRestocked: true }];
  const back = { number: { kept: 'sold.number' }, lines };
  const { answers } = await play(
    [
      ...begun,
      { call: 'shifts.open', ...owner, input: { id: id(1), drawer: 1, float } },
      { call: 'sales.ringUp', ...owner, keep: 'sold', input: sale(2) },
      { call: 'sales.quoteRefund', ...owner, keep: 'quote', input: back },
      {
        call: 'sales.refund',
        ...owner,
        keep: 'back',
        input: {
          ...back,
          id: id(3),
          reason: 'Salah beli',
          tenders: [{ kind: 'credit', amountRupiah: { kept: 'quote.dueRupiah' } }],
          changesTender: true,
        },
      },
      {
        call: 'payments.givenVouchers',
        ...owner,
        keep: 'given',
        input: { number: { kept: 'back.number' } },
      },
      { call: 'payments.voucher', ...owner, input: { code: { kept: 'given.0.code' } } },
      {
        call: 'sales.quoteRefund',
        ...owner,
        input: { number: { kept: 'sold.number' }, lines: [] },
      },
    ],
    ...given,
  );

  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(answers.at(-4)?.answer).toMatchObject({ kind: 'refund', totalRupiah: -45_000 });
  expect(answers.at(-2)?.answer).toMatchObject({ amountRupiah: 45_000 });
});

test('what no line has kept is told, and a line that is refused keeps nothing', async () => {
  const { answers } = await play([
    { call: 'system.ping', keep: 'Besar' },
    { call: 'staff.add', keep: 'a', input: { name: 'Sari', role: 'cashier' } },
    { call: 'sales.receipt', input: { number: { kept: 'b' } } },
    { call: 'sales.receipt', input: { number: { kept: 'a.constructor.name' } } },
    { call: 'sales.receipt', input: { number: { kept: '' } } },
    { call: 'sales.receipt', keep: 'a', input: { number: 'last' } },
    { call: 'sales.receipt', input: { number: { kept: 'a.id' } } },
    { call: 'sales.receipt', input: { number: { kept: 'a.id', more: 1 } } },
    `{"call": "sales.receipt", "input": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  ]);

  expect(answers.map(({ error }) => error?.code)).toEqual([
    'LINE_INVALID',
    undefined,
    'KEPT_UNKNOWN',
    'KEPT_UNKNOWN',
    'KEPT_UNKNOWN',
    'RECEIPT_NONE',
    'KEPT_UNKNOWN',
    'INPUT_INVALID',
    'INPUT_INVALID',
  ]);
  expect(answers[2]?.error?.data).toEqual({ kept: 'b' });
});

test('a name of two people is asked to be a pseudonym', async () => {
  const { answers } = await play([
    { call: 'staff.add', input: { name: 'Sari', role: 'cashier' } },
    { call: 'staff.add', input: { name: 'sari', role: 'cashier' } },
    { call: 'sales.totals', as: 'SARI' },
  ]);
  const data = { name: 'SARI', people: 2 };
  expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'NAME_NOT_ONE', data } });
});

test('with a given clock the first line says when it is, until another does', async () => {
  const { answers } = await play(
    [
      { call: 'system.ping' },
      { call: 'catalog.begin', at: '2026-11-24T23:30:00+07:00', input: { stall: 'empty' } },
      { call: 'staff.add', input: { name: 'Sari', role: 'cashier' } },
      { call: 'staff.add', at: '2026-11-26T08:00:00+08:00', input: { name: 'B', role: 'cashier' } },
    ],
    ...given,
  );
  // A week later the clock would have jumped: that is a record of its own.
  const words = ['audit-trail', ...data(), '--limit', '3', '--lang', 'en'];
  const { stdout } = await runLapakAt(Date.UTC(2026, 10, 26, 1), ...words);

  expect(answers.map(({ ok, error }) => error?.code ?? ok)).toEqual([
    'TIME_NEEDED',
    true,
    true,
    true,
  ]);
  expect(stdout.split('\n').map((line) => line.slice(0, 16))).toEqual([
    '26/11/2026 07:00',
    '24/11/2026 23:30',
    '24/11/2026 23:30',
    '',
  ]);
});

test('whatever is watched answers how it is now, and nothing where nothing is', async () => {
  const watched = Object.entries(contract).flatMap(([capability, calls]) =>
    Object.keys(calls).flatMap((name) =>
      name.startsWith('watch') ? [`${capability}.${name}`] : [],
    ),
  );
  const { answers } = await play(watched.map((call) => ({ call })));

  expect(watched.length).toBeGreaterThan(5);
  const silent = watched.filter((_, at) => answers[at]?.answer === null);
  expect(silent).toEqual(['printing.watchPaper']);
});

test('what is watched answers its first event, and what brings a file all of it', async () => {
  const content = 'kode;nama;harga\nA;Teh;1000\n';
  const { code, answers } = await play([
    { call: 'catalog.importCatalog', input: { content, mode: 'apply' } },
    { call: 'catalog.watch' },
    { call: 'printing.watchPaper' },
    { call: 'catalog.exportCatalog' },
    { call: 'catalog.importCatalog', input: { content: 'x'.repeat(700_000), mode: 'apply' } },
  ]);

  expect(answers.map(({ answer }) => answer).slice(0, 4)).toMatchObject([
    [{ type: 'progress' }, { type: 'done', report: { added: 1 } }],
    { catalog: 1 },
    null,
    [{ text: expect.stringContaining('kode') as string }, { text: expect.any(String) as string }],
  ]);
  expect(answers.at(-1)?.error?.code).toBe('CSV_BROKEN');
  expect(code).toBe(1);
});

test('without --json each line is said in words', async () => {
  const file = fileOf([{ call: 'system.ping' }, { call: 'a.b' }]);
  const { code, stdout, stderr } = await runLapakHere('play', file, ...data());

  expect(code).toBe(1);
  expect(stdout).toBe('Baris 1: system.ping, beres.\nBaris 2: Panggilan a.b tidak ada.\n');
  expect(stderr).toBe('');
});

test('a file without calls is played well, and begins no book', async () => {
  expect(await play(['# nothing', ''])).toEqual({ code: 0, answers: [] });
  expect(existsSync(join(dir, 'data'))).toBe(false);
});

test('a file or a book that cannot be opened ends it with one object', async () => {
  const gone = await runLapakHere('play', join(dir, 'gone'), ...data(), '--json');
  expect(parsed(gone.stdout)).toMatchObject([{ error: { code: 'FILE_UNREADABLE' } }]);

  await play([{ call: 'system.ping' }]);
  rmSync(join(dir, 'data', 'journal-tip.jsonl'));
  const { code, answers } = await play(['no call', { call: 'system.ping' }, { call: 'a.b' }]);
  expect(code).toBe(1);
  expect(answers).toMatchObject([
    { line: 1, ok: false, error: { code: 'LINE_INVALID' } },
    { error: { code: 'TIP_MISSING' } },
  ]);
});

test('receipts wait in the queue, and are printed where that is asked for', async () => {
  const lines = [
    ...begun.slice(0, 1),
    { call: 'shifts.open', input: { id: id(1), drawer: 1, float } },
    { call: 'sales.ringUp', input: sale(2) },
    { call: 'printing.queue' },
  ];
  const { answers } = await play(lines, ...given);
  expect(answers.at(-1)?.answer).toMatchObject([{ state: 'pending', copy: false }]);

  const at = '2026-11-24T10:00:00+07:00';
  await play([{ call: 'system.ping', at }], ...given, '--print');
  const { answers: after } = await play([{ call: 'printing.queue', at }], ...given);
  expect(after[0]?.answer).toEqual([]);
});

test('lines of standard input are answered as they come', async () => {
  const child = startLapakCommand(['play', '-', ...data(), '--json'], { stdin: 'pipe' });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('its streams are pipes');
  stdin.write('{"call": "system.ping"}\n{"call": "sys');
  const [first] = await once(stdout, 'data');
  expect(parsed(String(first))).toMatchObject([{ line: 1, ok: true }]);
  stdin.end('tem.ping"}');

  const { code, stdout: rest } = await endOf(child);
  expect(code).toBe(0);
  expect(parsed(rest)).toMatchObject([{ line: 2, ok: true }]);
});

test('a stop between two lines keeps what was played, and says so', async () => {
  const child = startLapakCommand(['play', '-', ...data(), '--json'], { stdin: 'pipe' });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('its streams are pipes');
  stdin.write('{"call": "catalog.begin", "input": {"stall": "empty"}}\n');
  await once(stdout, 'data');
  child.kill('SIGTERM');

  const { code, stdout: rest } = await endOf(child);
  expect(code).toBe(1);
  expect(parsed(rest)).toMatchObject([{ error: { code: 'COMMAND_STOPPED' } }]);
  const trail = await runLapakHere('audit-trail', ...data(), '--limit', '1');
  expect(trail.stdout).toContain('Lapak dimulai');
});
