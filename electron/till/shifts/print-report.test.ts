import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { PaperStrip } from '../../../domain/printing/printer.ts';
import {
  anId,
  atDrawer,
  bookPieces,
  openTestShift,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read, write } from '../database/write.ts';
import { queuePaper } from '../printing/print-job-store.ts';
import { listQueue, watchPaper } from '../printing/procedures.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import { updatePerson } from '../staff/staff-store.ts';
import { closeShift } from './close-shift.ts';
import { countDrawer } from './count-drawer.ts';
import { printX, reprintZ } from './print-report.ts';
import { readX } from './procedures.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const failsWith = (code: string, data: object = {}) => expect.objectContaining({ code, data });

const wordsOf = (strip: PaperStrip) =>
  strip.lines.map((line) => line.runs.map((run) => run.text).join(''));

async function strips(count: number): Promise<string[][]> {
  const seen: string[][] = [];
  for await (const strip of watchPaper(book.till, () => true)) {
    seen.push(wordsOf(strip));
    if (seen.length === count) break;
  }
  return seen;
}

function closeIt(): number {
  const shift = openTestShift(book.till);
  const { cash } = readX(book.till, atDrawer, { shift });
  const pieces = (cash?.expectedRupiah ?? 0) / 1_000;
  countDrawer(book.till, theOwner, { shift, count: [{ valueRupiah: 1_000, pieces }] });
  const order = {
    id: anId(),
    shift,
    count: null,
    reason: null,
    note: '',
    carts: 'refuse',
  } as const;
  return closeShift(book.till, theOwner, order).closing?.z ?? 0;
}

test('a shift that is closed prints its Z report by itself, as an original', async () => {
  book.till.printer.start();
  bookPieces(book.till, 2);
  expect(closeIt()).toBe(1);
  await book.till.printer.idle();

  const [paper = []] = await strips(1);
  expect(paper).toContain('Z-000001');
  expect(paper).toContain('Penjualan (1)             90.000');
  expect(paper).toContain('OMZET                   Rp90.000');
  expect(paper).toContain('Seharusnya ada          Rp90.000');
  expect(paper).toContain('Rp1.000 x 90              90.000');
  expect(paper).not.toContain('SALINAN');
});

test('the queue names a Z report by its number', () => {
  closeIt();
  expect(listQueue(book.till)).toMatchObject([
    { paper: { kind: 'z', number: 'Z-000001' }, copy: false, state: 'pending' },
  ]);
});

test('a Z that is asked for again is a copy, and one however often it is asked for', async () => {
  book.till.printer.start();
  const z = closeIt();
  const first = reprintZ(book.till, theOwner, { z });
  expect(reprintZ(book.till, theOwner, { z })).toEqual(first);
  await book.till.printer.idle();

  const [original = [], copy = []] = await strips(2);
  expect(original).not.toContain('SALINAN');
  expect(copy.filter((line) => line !== 'SALINAN')).toEqual(original);
  expect(copy.filter((line) => line === 'SALINAN')).toHaveLength(2);
});

test('a Z that never was cannot be printed', () => {
  expect(() => reprintZ(book.till, theOwner, { z: 3 })).toThrow(
    failsWith('Z_UNKNOWN', { number: '3' }),
  );
});

test('the shift so far is on paper when it is told to be, in the words of the screen', async () => {
  book.till.printer.start();
  write(book.till, (tx) => changeSettings(tx, { language: 'en', receiptLanguage: 'id' }));
  bookPieces(book.till, 1);
  await printX(book.till, atDrawer, { shift: null });

  const [paper = []] = await strips(1);
  expect(paper).toContain('X REPORT');
  expect(paper).toContain('Up to 23/11/2026 10:00 WIB');
  expect(paper).toContain('TURNOVER                Rp45.000');
  expect(listQueue(book.till)).toEqual([]);
});

test('an X report that cannot be printed is told so, and none comes out later', async () => {
  openTestShift(book.till);
  await expect(printX(book.till, atDrawer, { shift: null })).rejects.toThrow(
    failsWith('PAPER_NOT_PRINTED'),
  );
  await expect(printX(book.till, { ...atDrawer, drawer: 2 }, { shift: null })).rejects.toThrow(
    failsWith('SHIFT_CLOSED', { drawer: 2 }),
  );
  expect(listQueue(book.till)).toEqual([]);
});

test('papers name people as they are called today, and by pseudonym without a name', async () => {
  const { till } = book;
  till.printer.start();
  const sale = bookPieces(till, 1);
  closeIt();
  await till.printer.idle();
  write(till, (tx) => {
    updatePerson(tx, 'kasir-1', { name: 'Sari' });
    queuePaper(tx, sale.position, { copy: true, atMs: till.clock() });
  });
  reprintZ(till, theOwner, { z: 1 });
  await till.printer.idle();

  const [before = [], receipt = [], report = []] = await strips(3);
  expect(before).toContain('Dibuka oleh              kasir-1');
  expect(receipt).toContain('Kasir: Sari');
  expect(report).toContain('Dibuka oleh                 Sari');
  expect(report).toContain('Sari (1)                  45.000');
  const heads = read(till, (tx) => tx.db.prepare('SELECT head, body FROM journal_record').all());
  expect(JSON.stringify(heads.map((row) => Object.values(row as object).map(String)))).not.toMatch(
    /Sari(?!_)/,
  );
});
