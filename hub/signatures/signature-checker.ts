import { Worker } from 'node:worker_threads';
import type { HubDatabase } from '../database/open-database.ts';
import { readAs, transact } from '../database/transact.ts';
import { recordsFrom } from '../ingest/record-store.ts';
import { type ChainToCheck, chainsToCheck, noteChecked } from './check-store.ts';
import type { SignatureResult, SignatureTask } from './signature-worker.ts';

/** Signatures that go to the worker at once: some 0,1 s of its work. */
const STEP = 1_000;
/** Chains that one look finds. */
const CHAINS_MAX = 100;
/** How long until it looks again where there was nothing to do. ms */
const PAUSE_MS = 5_000;

/** Checks the signatures that no batch needed to: see trust in the newest (read-batch.ts). */
export interface SignatureChecker {
  /** Checks all that is there now. */
  checkAll(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly database: HubDatabase;
  readonly log: { error(error: unknown): void; warn(message: string): void };
}

/**
 * Checks every record's own signature in the background, on a thread of its own. Several processes
 * may do it at once: what both check is counted once.
 */
export function openSignatureChecker({ database, log }: Parts): SignatureChecker {
  const worker = openWorker();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let running: Promise<void> | undefined;

  const checkAll = async (): Promise<void> => {
    for (;;) {
      const chains = await readAs(database.db, 'every-stall', (db) =>
        chainsToCheck(db, CHAINS_MAX),
      );
      if (chains.length === 0 || isClosed) return;
      for (const chain of chains) {
        if (!isClosed) await checkStep(database, chain, worker, log);
      }
    }
  };
  const run = (): Promise<void> => {
    running ??= checkAll().finally(() => (running = undefined));
    return running;
  };
  const again = (): void => {
    timer = setTimeout(() => {
      run()
        .catch(log.error)
        .finally(() => !isClosed && again());
    }, PAUSE_MS);
    timer.unref();
  };
  again();
  return {
    checkAll: run,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await running?.catch(log.error);
      await worker.close();
    },
  };
}

async function checkStep(
  database: HubDatabase,
  chain: ChainToCheck,
  worker: SignatureThread,
  log: Parts['log'],
): Promise<void> {
  const { stall, device, checkedSize, publicKey } = chain;
  const entries = await transact(database, chain, (trx) =>
    recordsFrom(trx, { stall, device }, checkedSize, STEP),
  );
  // What was taken for signed when it came is, or one behind it in its batch that names it.
  const taken = entries.filter(({ reason }) => reason !== 'not-authentic');
  const proven = await worker.countBad(publicKey, taken);
  const unsigned = entries.length - taken.length;
  const to = checkedSize + entries.length;
  if (unsigned > 0) log.warn(`device ${device}: ${unsigned} records up to ${to} are unsigned`);
  if (proven > 0) {
    log.warn(`device ${device}: ${proven} records up to ${to} are signed by a later one alone`);
  }
  if (entries.length === 0) throw new Error(`device ${device} has no record ${checkedSize}`);
  await transact(database, chain, (trx) => noteChecked(trx, chain, { to, unsigned, proven }));
}

interface SignatureThread {
  countBad(publicKey: Buffer, signed: SignatureTask['signed']): Promise<number>;
  close(): Promise<void>;
}

function openWorker(): SignatureThread {
  const thread = new Worker(new URL('./signature-worker.ts', import.meta.url));
  const waiting = new Map<number, PromiseWithResolvers<number>>();
  let ids = 0;
  const fail = (error: Error): void => {
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  thread.on('message', ({ id, bad }: SignatureResult) => {
    waiting.get(id)?.resolve(bad);
    waiting.delete(id);
  });
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('the thread that checks signatures has ended')));
  thread.unref();
  return {
    countBad: (publicKey, signed) => {
      const answer = Promise.withResolvers<number>();
      ids += 1;
      waiting.set(ids, answer);
      const bytes = signed.map(({ head, signature }) => ({ head, signature }));
      thread.postMessage({ id: ids, publicKey, signed: bytes } satisfies SignatureTask);
      return answer.promise;
    },
    close: async () => void (await thread.terminate()),
  };
}
