import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openNetworkPrinter } from '../../test/support/print-book.ts';
import { runLapakHere } from '../../test/support/run-lapak.ts';
import { bookPieces } from '../../test/support/test-till.ts';
import { write } from '../till/database/write.ts';
import { closeTill, openTill } from '../till/open-till.ts';
import { queuePaper, queueTestJob } from '../till/printing/print-job-store.ts';

/** The folder of a closed till with a network printer, and with paper in its queue. */
async function closedTill(port: number): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-cli-print-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const till = await openTill({ dataDir, clock: Date.now });
  await till.printer.configure({ address: `tcp://127.0.0.1:${port}`, columns: 32 });
  const { position } = bookPieces(till, 1);
  write(till, (tx) => {
    queuePaper(tx, position, { copy: false, atMs: till.clock() });
    queueTestJob(tx, till.clock());
  });
  await closeTill(till);
  return dataDir;
}

test('a command prints what it says, and nothing of what waits in the queue', async () => {
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  const dataDir = await closedTill(printer.port);
  const catalog = join(dataDir, 'barang.csv');
  writeFileSync(catalog, 'kode,nama,harga\nKB-1,Kain batik,150000\n');

  for (const words of [['totals'], ['verify'], ['import-catalog', catalog]]) {
    await runLapakHere(...words, '--data', dataDir);
  }
  expect(printer.read()).toEqual([]);

  await runLapakHere('print-receipt', 'last', '--data', dataDir);
  expect(printer.papers.map((bytes) => bytes.toString('latin1'))).toEqual([
    expect.stringContaining('SALINAN'),
  ]);
});

test('a printer that gives no sign is told, and the copy is not said to be printed', async () => {
  const printer = await openNetworkPrinter(0, (socket) => socket.pause());
  onTestFinished(() => printer.close());
  const dataDir = await closedTill(printer.port);

  const spoken = await runLapakHere('print-receipt', 'last', '--data', dataDir);
  const report = await runLapakHere('print-test', '--data', dataDir, '--json');

  expect(spoken.stdout).toContain('tidak memberi tanda');
  expect(JSON.parse(report.stdout)).toMatchObject({ confirmed: false });
});
