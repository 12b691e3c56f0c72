import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { bundleScript } from '../support/bundle-script.ts';
import { answerStatus, openNetworkPrinter } from '../support/print-book.ts';

const WELL = 0x12;
const CUT = Buffer.from([0x1d, 0x56]);

/** When the till is killed, as its printer sees it. `kill` does it, for a few times. */
const moments: Readonly<Record<string, (socket: Socket, kill: () => void) => void>> = {
  'it has connected': (_, kill) => kill(),
  'it has asked how the printer is': (socket, kill) => socket.once('data', kill),
  'the first bytes of the receipt are there': (socket, kill) =>
    socket.on('data', (chunk) => {
      if (chunk.includes('Kopi')) kill();
    }),
  'the last byte of the receipt is there': (socket, kill) =>
    socket.on('data', (chunk) => {
      if (chunk.includes(CUT)) kill();
    }),
  'it has said that this was all': (socket, kill) => socket.on('end', kill),
};

let script: string;
beforeAll(async () => {
  script = await bundleScript(join(import.meta.dirname, 'printing-till.ts'));
});

test.each(Object.entries(moments))(
  'a till that is killed twice when %s prints one unmarked original at most',
  async (_, killAt) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lapak-killed-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true }));
    let till: ChildProcess | undefined;
    let kills = 0;
    const printer = await openNetworkPrinter(0, (socket) => {
      answerStatus(socket, () => WELL);
      killAt(socket, () => {
        if (kills >= 2 || till?.killed) return;
        kills += 1;
        till?.kill('SIGKILL');
      });
    });
    onTestFinished(() => printer.close());
    const run = async (): Promise<number | null> => {
      const words = [script, dataDir, `tcp://127.0.0.1:${printer.port}`];
      till = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
      const [code] = await once(till, 'exit');
      return typeof code === 'number' ? code : null;
    };

    let code: number | null = null;
    for (let starts = 0; starts < 4 && code === null; starts += 1) code = await run();

    const papers = printer
      .read()
      .map((bytes) => bytes.toString('latin1'))
      .filter((paper) => paper.includes('-000001'));
    expect(code).toBe(0);
    expect(kills).toBe(2);
    expect(papers.length).toBeGreaterThanOrEqual(1);
    expect(papers.filter((paper) => !paper.includes('SALINAN')).length).toBeLessThanOrEqual(1);
    expect(papers.some((paper) => paper.includes(CUT.toString('latin1')))).toBe(true);
  },
  120_000,
);
