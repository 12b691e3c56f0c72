import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from './bench-till.ts';
import { atLeast, atMost, type Figure } from './figure.ts';
import { runProgram } from './run-program.ts';
import type { SellerFigures } from './seller.ts';

const SALES = 300;
/** What slow-sync.c adds to each sync. */
const SLOWER_MS = 5;
const seller = join(import.meta.dirname, 'seller.ts');

/** A sale on a disk as slow as a stall's, beside a synced append on the same disk. */
export function benchSlowDisk(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const library = join(folder, 'slow-sync.so');
    const source = join(import.meta.dirname, 'slow-sync.c');
    await runProgram('cc', ['-O2', '-shared', '-fPIC', '-o', library, source]);
    const env = { ...process.env, LD_PRELOAD: library };
    const said = await runProgram(process.execPath, [seller, folder, String(SALES)], env);
    const { append, sale } = lastLine(said);
    if (append < SLOWER_MS) throw new Error(`the disk is not slower: an append took ${append} ms`);
    return [
      atMost(1.3, {
        name: 'a sale with 5 ms more in each sync, p50',
        ours: sale,
        floor: append,
        beside: 'append + fdatasync',
        unit: 'ms',
      }),
    ];
  });
}

/** Syncs of the disk while sales are rung up, counted by the kernel's own account. */
export function benchSyncs(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const trace = join(folder, 'trace');
    const traced = ['-f', '-qq', '-e', 'trace=fsync,fdatasync,write', '-s', '16', '-o', trace];
    await runProgram('strace', [...traced, process.execPath, seller, folder, String(SALES)]);
    const [, selling = ''] = readFileSync(trace, 'utf8').split(/write\(1, "(?:begin|end)/);
    const syncs = selling.match(/ f(?:data)?sync\(/g)?.length ?? 0;
    return [
      atLeast(1, {
        name: 'syncs of all answered sales (strace)',
        ours: syncs,
        floor: SALES,
        beside: 'answered sales',
        unit: 'syncs',
      }),
    ];
  });
}

function lastLine(said: string): SellerFigures {
  const line = said.trimEnd().split('\n').at(-1) ?? '';
  return JSON.parse(line) as SellerFigures; // seller.ts says it
}
