import { createPublicKey } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { parseReceiptLink, receiptMessage } from '../../../domain/journal/receipt-link.ts';
import { drawPicture } from '../../../domain/printing/picture.ts';
import type { PaperStrip } from '../../../domain/printing/printer.ts';
import type { ReceiptSettings } from '../../../domain/settings/settings.ts';
import { isSignedMessage } from '../../../node/crypto/signing.ts';
import { trainKopi } from '../../../test/support/kept-carts.ts';
import { STALL_QRIS } from '../../../test/support/qris.ts';
import { readQrOfPaper } from '../../../test/support/read-qr.ts';
import {
  anId,
  atDrawer,
  aUnit,
  bookPieces,
  bookRefund,
  openTestShift,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read, write } from '../database/write.ts';
import { closeTill } from '../open-till.ts';
import { recoverFolder } from '../journal/recover.ts';
import { refund } from '../sales/refund.ts';
import { ringUp } from '../sales/ring-up.ts';
import { changeLogo } from '../settings/logo.ts';
import { changeStallSettings } from '../settings/procedures.ts';
import { keepHub } from '../sync/hub-store.ts';
import { rupiah } from '../../../domain/money.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { pcs } from '../../../domain/quantity.ts';
import { MINUTE_MS } from '../../../domain/time.ts';
import { readNextPaper } from './next-paper.ts';
import { queuePaper } from './print-job-store.ts';
import { readLinkByNumber, reprint } from './procedures.ts';
import { qrPicture } from './receipt-extras.ts';

/** What stands on a receipt beside the sale, and when it is printed. */

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const plain: ReceiptSettings = { print: 'always', footer: '', hasQr: true, hasQris: false };

function useReceipt(change: Partial<ReceiptSettings>): void {
  changeStallSettings(book.till, theOwner, { receipt: { ...plain, ...change } });
}

/** Prints the receipt of this record, or the newest again. @returns its paper */
async function paperOf(print: () => void): Promise<PaperStrip> {
  const { printer } = book.till;
  printer.start();
  print();
  await printer.idle();
  const strip = (await strips()).at(-1);
  if (!strip) throw new Error('paper came');
  return strip;
}

async function strips(): Promise<PaperStrip[]> {
  const seen: PaperStrip[] = [];
  for await (const strip of book.till.printer.watchPaper(AbortSignal.timeout(300))) {
    seen.push(strip);
  }
  return seen;
}

async function codeOn({ lines }: PaperStrip): Promise<string | undefined> {
  const pictures = lines.flatMap(({ picture }) => picture ?? []);
  const read = await Promise.all(pictures.map(readQrOfPaper));
  return read.flat()[0];
}

const texts = ({ lines }: PaperStrip) =>
  lines.map(({ runs }) =>
    runs
      .map(({ text }) => text)
      .join('')
      .trim(),
  );

const noteOf50: Tender = { kind: 'cash', amountRupiah: rupiah(50_000) };

/** A Kopi of Rp45.000; what was taken above it goes back in cash. */
function sell(tenders: readonly Tender[] = [noteOf50]): string {
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
  openTestShift(book.till);
  const line = { code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(1), priceRupiah: rupiah(45_000) };
  return ringUp(book.till, atDrawer, {
    id: anId(),
    lines: [line],
    tenders: [...tenders],
    givesCashBack: true,
    expectedTotalRupiah: rupiah(45_000),
  }).number;
}

const print = (position: number) =>
  write(book.till, (tx) => queuePaper(tx, position, { copy: false, atMs: book.clock.now }));

test('the QR on paper says what the till signed, and a copy carries the very same', async () => {
  const { position, receipt } = bookPieces(book.till, 1);
  const { link } = readLinkByNumber(book.till, { number: receipt.number });
  const first = await paperOf(() => print(position));
  const copy = await paperOf(() => reprint(book.till, theOwner, { number: 'last' }));

  expect(await codeOn(first)).toBe(link);
  expect(await codeOn(copy)).toBe(link);
  expect(texts(copy)[0]).toBe('SALINAN');
  const code = parseReceiptLink(link ?? '');
  const { device, key } = book.till.device;
  expect(code).toMatchObject({ device, epoch: 1, seq: receipt.seq, totalRupiah: 45_000 });
  if (!code) throw new Error('a code is there');
  const publicKey = createPublicKey(key);
  expect(isSignedMessage(publicKey, receiptMessage(code), code.signature)).toBe(true);
});

test('a till with a hub prints its address before the same code, and what it is for', async () => {
  const { position } = bookPieces(book.till, 1);
  const alone = readLinkByNumber(book.till, { number: 'last' }).link ?? '';
  expect(texts(await paperOf(() => print(position)))).toContain('Simpan kode ini bersama struk');
  const stall = { code: 'TC-A12', name: 'Kopi Gayo', mall: 'Thamrin City' };
  write(book.till, (tx) => {
    const publicKey = Buffer.alloc(32);
    keepHub(tx, { origin: 'https://hub.example', name: 'h', publicKey, stall, state: 'active' });
  });

  const paper = await paperOf(() => print(position));

  expect(alone).toMatch(/^lapak:#LP1\*/);
  expect(await codeOn(paper)).toBe(alone.replace('lapak:', 'https://hub.example/struk/'));
  expect(texts(paper)).toContain('Pindai untuk memeriksa struk');
});

test('after a recovery the code of an older sale is still the same', async () => {
  bookPieces(book.till, 1);
  const { link } = readLinkByNumber(book.till, { number: 'last' });
  await closeTill(book.till);
  rmSync(`${book.dataDir}/journal-tip.jsonl`);
  recoverFolder(book.dataDir, book.clock.now);
  await book.reopen();

  expect(readLinkByNumber(book.till, { number: 'last' }).link).toBe(link);
});

test('what was taken over from another system has no code, nor what was changed since', () => {
  const taken = bookPieces(book.till, 1, { source: 'INV-7' }).receipt;
  expect(readLinkByNumber(book.till, { number: taken.number }).link).toBeNull();
  const { receipt, position } = bookPieces(book.till, 1);
  const { db } = book.till;
  db.exec('DROP TRIGGER journal_record_refuse_update');
  db.prepare(
    `UPDATE journal_record
     SET head = CAST(replace(CAST(head AS TEXT), '"total":45000', '"total":95000') AS BLOB)
     WHERE position = ?`,
  ).run(position);

  expect(readLinkByNumber(book.till, { number: receipt.number }).link).toBeNull();
});

test('without the QR, and with logo and footer, the paper has just those', async () => {
  const logo = drawPicture(64, 10, (x, y) => (x + y) % 3 === 0);
  useReceipt({ hasQr: false, footer: 'IG @kopigayo\nBarang tidak dapat ditukar\nBuka 9-21' });
  changeLogo(book.till, theOwner, { logo });
  const paper = await paperOf(() => print(bookPieces(book.till, 1).position));

  expect(paper.lines.flatMap(({ picture }) => picture ?? [])).toEqual([logo]);
  expect(paper.lines[0]?.picture).toEqual(logo);
  expect(texts(paper)).toEqual(expect.arrayContaining(['IG @kopigayo', 'Buka 9-21']));
  expect(texts(paper).join(' ')).not.toContain('ditukar');
});

/** What the QR codes on a paper say, from top to bottom. */
async function codesOn({ lines }: PaperStrip): Promise<string[]> {
  const pictures = lines.flatMap(({ picture }) => picture ?? []);
  return (await Promise.all(pictures.map(readQrOfPaper))).flat();
}

test('the QRIS of the stall is on the paper of a sale where that is wanted', async () => {
  const { position } = bookPieces(book.till, 1);
  const { link } = readLinkByNumber(book.till, { number: 'last' });
  changeStallSettings(book.till, theOwner, { qris: STALL_QRIS });
  expect(await codesOn(await paperOf(() => print(position)))).toEqual([link]);

  useReceipt({ hasQris: true });
  const paper = await paperOf(() => print(position));
  expect(await codesOn(paper)).toEqual([STALL_QRIS, link]);
  expect(texts(paper)).toContain('Bayar dengan QRIS ke BATIK IBU');
  useReceipt({ hasQris: true, hasQr: false });
  expect(await codesOn(await paperOf(() => print(position)))).toEqual([STALL_QRIS]);
});

test('nor is there one without a QRIS, or on the paper of a refund or of training', async () => {
  useReceipt({ hasQris: true, hasQr: false });
  const sold = bookPieces(book.till, 2);
  expect(await codesOn(await paperOf(() => print(sold.position)))).toEqual([]);
  changeStallSettings(book.till, theOwner, { qris: STALL_QRIS });
  const back = bookRefund(book.till, sold.receipt, 1);
  expect(await codesOn(await paperOf(() => print(back.position)))).toEqual([]);
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, 45_000)] });
  const practised = await paperOf(() => trainKopi(book.till, {}, anId()));
  expect(texts(practised)[0]).toContain('LATIHAN');
  expect(await codesOn(practised)).toEqual([]);
});

test('a logo is in no record, and the journal says that it was changed', () => {
  const logo = drawPicture(8, 1, () => true);
  changeLogo(book.till, theOwner, { logo });
  changeLogo(book.till, theOwner, { logo });
  const bodies = read(book.till, (tx) =>
    tx.db.prepare<[], string>('SELECT CAST(body AS TEXT) FROM journal_record').pluck().all(),
  );

  expect(bodies.join().match(/receipt\.logo/g)).toHaveLength(1);
  expect(bodies.join()).not.toContain(logo.bits);
});

test.each(['ask', 'never'] as const)(
  '%s: nothing is printed, but the drawer opens',
  async (when) => {
    useReceipt({ print: when });
    book.till.printer.start();
    const number = sell();
    await book.till.printer.idle();
    expect(await strips()).toMatchObject([{ lines: [], drawerOpened: true }]);
    expect(readNextPaper(book.till, { number })).toEqual({ isCopy: false });

    const asked = await paperOf(() => {
      expect(reprint(book.till, theOwner, { number: 'last' })).toMatchObject({
        number,
        isCopy: false,
      });
    });
    expect(texts(asked)[0]).not.toBe('SALINAN');
    expect(readNextPaper(book.till, { number })).toEqual({ isCopy: true });
    expect(asked.drawerOpened).toBe(false); // it was opened with the sale
    book.clock.now += 60_000;
    const again = await paperOf(() => reprint(book.till, theOwner, { number: 'last' }));
    expect(texts(again)[0]).toBe('SALINAN');
  },
);

test('the first paper of an old voucher is a copy without it for who may not refund', async () => {
  useReceipt({ print: 'ask' });
  const number = sell();
  const back = refund(book.till, atDrawer, {
    id: anId(),
    number,
    lines: [{ at: 0, quantityMilli: pcs(1), isRestocked: true }],
    reason: 'Salah ukuran',
    tenders: [{ kind: 'credit', amountRupiah: rupiah(45_000) }],
  });
  book.clock.now += 11 * MINUTE_MS;
  const cashier = { ...theOwner, permissions: new Set(['sale.reprint'] as const) };
  const copy = await paperOf(() => reprint(book.till, cashier, { number: back.number }));
  expect(texts(copy)[0]).toBe('SALINAN');
  expect(texts(copy).join()).not.toContain('VOUCHER BELANJA');
});

test('always: paper and drawer come with the sale, and the next paper is a copy', async () => {
  const paper = await paperOf(() => sell());

  expect(readNextPaper(book.till, { number: 'last' })).toEqual({ isCopy: true });
  expect(paper.drawerOpened).toBe(true);
  expect(await strips()).toHaveLength(1);
});

test.each([
  { words: 'a card alone leaves the drawer shut', tookRupiah: 45_000, opens: false },
  { words: 'cash that goes back for a card opens it', tookRupiah: 50_000, opens: true },
])('lesson 32: $words', async ({ tookRupiah, opens }) => {
  const slip = { bank: 'BCA', approval: '012345', last: '1234' };
  const card: Tender = { kind: 'card', amountRupiah: rupiah(tookRupiah), ...slip };
  const paper = await paperOf(() => sell([card]));

  expect(texts(paper).join(' ')).toContain('012345');
  expect(paper.drawerOpened).toBe(opens);
});

test.each([32, 42, 48])(
  'a QR fits paper of %i columns, however long the address',
  async (columns) => {
    const dots = { 32: 384, 42: 512, 48: 576 }[columns] ?? 0;
    for (const text of ['a'.repeat(210), 'a'.repeat(400)]) {
      const picture = qrPicture(text, dots);
      expect(picture.widthDots).toBeLessThanOrEqual(dots);
      expect(await readQrOfPaper(picture)).toEqual([text]);
    }
  },
);
