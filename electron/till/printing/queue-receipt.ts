import { readSettings } from '../settings/stall-settings.ts';
import type { Tx } from '../database/run.ts';
import { hasJob, queueAsked, queuePaper } from './print-job-store.ts';

/**
 * Queues the receipt of a sale in its transaction, where the stall prints each by itself.
 * @returns whether it is queued
 */
export function queueReceipt(tx: Tx, position: number, atMs: number): boolean {
  const isPrinted = isByItself(tx);
  if (isPrinted) queuePaper(tx, position, { copy: false, atMs });
  return isPrinted;
}

/** Paper that a person asked for. */
interface AskedReceipt {
  /** print_job.id */
  readonly job: number;
  readonly isCopy: boolean;
}

/** Queues a receipt that a person asks for. @param isCopy whether it is one in any case */
export function queueAskedReceipt(
  tx: Tx,
  position: number,
  { isCopy: isSurely, atMs }: { readonly isCopy: boolean; readonly atMs: number },
): AskedReceipt {
  const isCopy = isNextCopy(tx, position, isSurely);
  return { job: queueAsked(tx, position, { copy: isCopy, atMs }), isCopy };
}

/**
 * Whether the next paper of a receipt is a copy: where paper comes only when it is asked for, the
 * first one is none. Of what was taken over, the first paper was another till's.
 */
export function isNextCopy(tx: Tx, position: number, isTakenOver: boolean): boolean {
  return isTakenOver || isByItself(tx) || hasJob(tx, position);
}

function isByItself(tx: Tx): boolean {
  return readSettings(tx).receipt.print === 'always';
}
