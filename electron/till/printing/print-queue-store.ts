import { QUEUE_SHOWN_MAX } from '../../../domain/printing/contract.ts';
import type { QueuedJob } from '../../../domain/printing/printer.ts';
import { zNumber } from '../../../domain/shifts/report.ts';
import { build } from '../database/build.ts';
import { all, first, type Tx } from '../database/run.ts';

/** The queue as a person sees it, oldest first. */
export function readQueue(tx: Tx): QueuedJob[] {
  const query = jobsWithPaper
    .where('j.settled_at_ms', 'is', null)
    .select(['j.id', 'j.is_copy', 'j.created_at_ms', 'j.state', 'j.tries', 'j.reason'])
    .orderBy('j.id')
    .limit(QUEUE_SHOWN_MAX);
  return all(tx, query).map((row) => ({
    id: row.id,
    paper: nameOfPaper(row),
    copy: row.is_copy === 1,
    queuedAtMs: row.created_at_ms,
    state: row.state as QueuedJob['state'], // the others have left the queue
    tries: row.tries,
    reason: row.reason,
  }));
}

/**
 * What stands on the paper of a job, in the queue or out of it: the number of a receipt, or
 * `Z-000012`. Undefined of a test page, or of no job.
 */
export function findPaperNumber(tx: Tx, id: number): string | undefined {
  const row = first(tx, jobsWithPaper.where('j.id', '=', id));
  const paper = row && nameOfPaper(row);
  return paper && paper.kind !== 'test' ? paper.number : undefined;
}

const jobsWithPaper = build
  .selectFrom('print_job as j')
  .leftJoin('sale as s', 's.record', 'j.record')
  .leftJoin('training as t', 't.record', 'j.record')
  .leftJoin('z', 'z.record', 'j.record')
  .select((e) => e.fn.coalesce('s.number', 't.number').as('receipt'))
  .select(['z.number as z', 'z.epoch']);

function nameOfPaper(row: {
  readonly receipt: string | null;
  readonly z: number | null;
  readonly epoch: number | null;
}): QueuedJob['paper'] {
  const { receipt, z, epoch } = row;
  if (receipt !== null) return { kind: 'receipt', number: receipt };
  return z === null || epoch === null ? { kind: 'test' } : { kind: 'z', number: zNumber(epoch, z) };
}
