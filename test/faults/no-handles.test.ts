import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openNetworkPrinter } from '../support/print-book.ts';

/** Handles of a process that has little more than Node and the book need. */
const HANDLES = 64;

async function printWithoutHandles(address: string): Promise<unknown> {
  const script = join(import.meta.dirname, 'no-handles.ts');
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    `ulimit -n ${HANDLES}; exec "$0" "$1" "$2"`,
    process.execPath,
    script,
    address,
  ]);
  return JSON.parse(stdout);
}

test.each(['virtual', 'network'])(
  'a computer without file handles prints at a %s printer when it has some again',
  async (kind) => {
    const printer = await openNetworkPrinter();
    onTestFinished(() => printer.close());
    const address = kind === 'virtual' ? 'virtual' : `tcp://127.0.0.1:${printer.port}`;

    expect(await printWithoutHandles(address)).toMatchObject({
      without: { state: 'waiting', reason: 'computer', detail: 'EMFILE', pendingJobs: 2 },
      within: {
        state: 'ready',
        pendingJobs: 0,
        heldJobs: 0,
        unconfirmedJobs: 0,
      },
    });
    if (kind === 'virtual') return;
    const papers = printer.papers
      .map((bytes) => /A-\d{6}/.exec(bytes.toString('latin1'))?.[0])
      .filter(Boolean);
    expect(papers).toEqual(['A-000001', 'A-000002']);
  },
  60_000,
);
