import { expect, onTestFinished, test, vi } from 'vitest';
import { LapakError } from '../../../domain/errors.ts';
import { paperLine } from '../../../domain/printing/paper-text.ts';
import type { PrinterSettings } from '../../../domain/printing/printer.ts';
import {
  answerStatus,
  aReceipt,
  LONG_PATIENCE,
  openNetworkPrinter,
  openPrintBook,
  type QueueOptions,
} from '../../../test/support/print-book.ts';
import { PATIENCE } from './channel.ts';
import { encode } from './escpos-encoder.ts';
import { openDrawer } from './open-drawer.ts';
import { drawerBytes } from './paper-job.ts';

const code = () => encode([paperLine('ABCD-EFGH')], { cut: true, openDrawer: false });
const notPrinted = new LapakError('PAPER_NOT_PRINTED', {});

async function openQueue(printer: PrinterSettings, options: QueueOptions = {}) {
  const book = await openPrintBook();
  onTestFinished(() => book.close());
  book.usePrinter(printer);
  const queue = book.openQueue(options);
  onTestFinished(() => queue.close());
  return { book, queue };
}

async function openPrinter(...how: Parameters<typeof openNetworkPrinter>) {
  const printer = await openNetworkPrinter(...how);
  onTestFinished(() => printer.close());
  return printer;
}

const at = (port: number) => ({ address: `tcp://127.0.0.1:${port}`, columns: 32 }) as const;
const virtual = { address: 'virtual', columns: 32 } as const;

const wordsOn = (papers: readonly Buffer[]) =>
  papers.flatMap((paper) => /ABCD-EFGH|A-\d{6}/.exec(paper.toString('latin1')) ?? []).map(String);

test('paper that is kept nowhere is out when it is told to be, and is in no queue', async () => {
  const printer = await openPrinter();
  const { queue } = await openQueue(at(printer.port));
  queue.start();
  await queue.printOnce(code);
  expect(wordsOn(printer.papers)).toEqual(['ABCD-EFGH']);
  expect(queue.status()).toMatchObject({ pendingJobs: 0, heldJobs: 0, unconfirmedJobs: 0 });
});

test('the virtual printer draws it, and an opening of the drawer without paper', async () => {
  const { queue } = await openQueue(virtual);
  queue.start();
  await queue.printOnce(code);
  const log = { error: vi.fn<() => void>() };
  expect(await openDrawer({ printer: queue, log })).toBe(true);
  const strips = queue.watchPaper();
  expect((await strips.next()).value).toMatchObject({ drawerOpened: false, cut: true });
  expect((await strips.next()).value).toMatchObject({ drawerOpened: true, lines: [] });
  expect(log.error).not.toHaveBeenCalled();
});

test('a printer that is away is told at once, and so is a till that prints nothing', async () => {
  const gone = await openNetworkPrinter();
  await gone.close();
  const { queue } = await openQueue(at(gone.port));
  await expect(queue.printOnce(code)).rejects.toThrow(notPrinted);
  queue.start();
  await expect(queue.printOnce(code)).rejects.toThrow(notPrinted);
  await vi.waitFor(() => expect(queue.status()).toMatchObject({ state: 'waiting' }));
  await queue.close();
  await expect(queue.printOnce(code)).rejects.toThrow(notPrinted);
});

test('it is tried once: nothing of it comes out when the printer is back', async () => {
  const gone = await openNetworkPrinter();
  await gone.close();
  const { book, queue } = await openQueue(at(gone.port));
  queue.start();
  await expect(queue.printOnce(code)).rejects.toThrow(notPrinted);
  const printer = await openPrinter(gone.port);
  book.sell(aReceipt(1));
  await queue.idle();
  await queue.idle();
  expect(wordsOn(printer.papers)).toEqual(['A-000001']);
});

test('a drawer that cannot be opened fails nothing, and the log says so', async () => {
  const { queue } = await openQueue(virtual);
  const log = { error: vi.fn<(error: unknown) => void>() };
  expect(await openDrawer({ printer: queue, log })).toBe(false);
  expect(log.error).toHaveBeenCalledExactlyOnceWith(notPrinted);
});

test('a printer that says that it has no paper prints none', async () => {
  const printer = await openPrinter(0, (socket) =>
    answerStatus(socket, (n) => (n === 4 ? 0x72 : 0x12)),
  );
  const { queue } = await openQueue(at(printer.port), { patience: LONG_PATIENCE });
  queue.start();
  await expect(queue.printOnce(code)).rejects.toThrow(notPrinted);
  expect(wordsOn(printer.read())).toEqual([]);
});

test('it never comes in the middle of a receipt, which waits for one of them only', async () => {
  const printer = await openPrinter();
  const { book, queue } = await openQueue(at(printer.port));
  for (const seq of [1, 2, 3]) book.sell(aReceipt(seq));
  const papers = [queue.printOnce(code), queue.printOnce(code)];
  queue.start();
  const others = [queue.printOnce(code), queue.printOnce(code)];
  await expect(Promise.allSettled(papers)).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ]);
  await Promise.all(others);
  await queue.idle();
  expect(wordsOn(printer.papers)).toEqual([
    'ABCD-EFGH',
    'A-000001',
    'ABCD-EFGH',
    'A-000002',
    'A-000003',
  ]);
  for (const paper of printer.papers) expect(wordsOn([paper]).length).toBeLessThanOrEqual(1);
});

test('a printer that is busy for more than five seconds gets none of it later', async () => {
  const printer = await openPrinter();
  const { book, queue } = await openQueue(at(printer.port), {
    patience: { ...PATIENCE, answerMs: 10_000 }, // so long the receipt is in its way
  });
  book.sell(aReceipt(1));
  queue.start();
  await vi.waitFor(() => expect(queue.status().state).toBe('printing'));
  await expect(queue.printOnce(code)).rejects.toThrow(notPrinted);
  expect(queue.status().state).toBe('printing');
  await queue.idle();
  expect(wordsOn(printer.papers)).toEqual(['A-000001']);
});

test('a printer that has all of it and never gives a sign is not waited for longer', async () => {
  const printer = await openPrinter(0, (socket) => {
    socket.on('end', () => socket.pause()); // and its side stays open
    socket.allowHalfOpen = true;
  });
  const { queue } = await openQueue(at(printer.port), {
    patience: { ...PATIENCE, takeMs: 600_000, endMs: 600_000 }, // longer than a test may
  });
  queue.start();
  await queue.printOnce(drawerBytes);
});

test('what cannot be made is told as it is, and the queue goes on', async () => {
  const printer = await openPrinter();
  const { book, queue } = await openQueue(at(printer.port));
  queue.start();
  const wrong = new Error('no such report');
  await expect(
    queue.printOnce(() => {
      throw wrong;
    }),
  ).rejects.toBe(wrong);
  book.sell(aReceipt(1));
  await queue.idle();
  await queue.idle();
  expect(wordsOn(printer.papers)).toEqual(['A-000001']);
});
