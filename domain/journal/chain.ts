import { assert } from '../assert.ts';
import type { UtcMs } from '../time.ts';
import type { Counters, RecordDraft, RecordHead } from './record.ts';

/** Stands before a head where it is signed, so that no other signature can pass for its own. */
export const RECORD_CONTEXT = 'lapak/record/1\0';

/** Where a chain stands: the newest record's place and leaf, and what the next one counts on. */
export interface ChainTip {
  readonly epoch: number;
  readonly seq: number;
  /** Lower-case hex of 32 bytes. */
  readonly leaf: string;
  readonly counters: Counters;
  /** What the till's clock said last; a sale of another system says nothing of it. */
  readonly clockMs: UtcMs;
}

/** The tip of an empty journal. */
export const emptyTip: ChainTip = {
  epoch: 1,
  seq: 0,
  leaf: '0'.repeat(64),
  counters: { sales: 0, refunds: 0, count: 0 },
  clockMs: 0,
};

/**
 * The head that follows `tip`. A recovery opens an epoch after this one and after the record that
 * was lost; else the sequence goes on.
 */
export function nextHead(
  device: string,
  tip: ChainTip,
  draft: RecordDraft,
  body: string,
): RecordHead {
  const isNewEpoch = draft.type === 'recovery';
  const head = {
    ...draft.head,
    type: draft.type,
    v: 1,
    device,
    epoch: isNewEpoch ? Math.max(tip.epoch, lostEpoch(draft)) + 1 : tip.epoch,
    seq: isNewEpoch ? 1 : tip.seq + 1,
    prev: tip.leaf,
    body,
  };
  const counters = countersAfter(tip.counters, { ...draft.head, type: draft.type });
  return { ...head, counters } as RecordHead; // the draft has the fields of its type
}

function lostEpoch({ head }: RecordDraft): number {
  return 'lost' in head && head.lost !== undefined ? Number(head.lost.split('.')[0]) : 0;
}

/** The tip once this head is in the journal. */
export function tipAfter(tip: ChainTip | null, head: RecordHead, leaf: string): ChainTip {
  const { epoch, seq, counters } = head;
  const clockMs = isOwn(head) ? head.at : (tip?.clockMs ?? 0);
  return { epoch, seq, leaf, counters, clockMs };
}

/** Whether a record is of the stall's own trade, not taken over from another system. */
function isOwn(head: object): boolean {
  return !('source' in head) || head.source === undefined;
}

interface Counted {
  readonly type: RecordHead['type'];
  readonly total: number;
  readonly source?: string | undefined;
}

/**
 * Counters after a record. Only sales and refunds of the stall's own count.
 * @throws InvariantError when the total has the wrong sign for its type
 */
export function countersAfter(before: Counters, head: Counted): Counters {
  const { type, total } = head;
  switch (type) {
    case 'start':
    case 'clock-change':
    case 'recovery':
    case 'shift-open':
    case 'drawer':
    case 'count':
    case 'z':
    case 'tender-state':
    case 'act':
    case 'fee':
    case 'login-lockout':
    case 'training':
      assert(total === 0, 'nothing was sold');
      return before;
    case 'sale':
      assert(total >= 0, 'a sale is not negative');
      if (!isOwn(head)) return before;
      return { ...before, sales: before.sales + total, count: before.count + 1 };
    case 'refund':
    case 'void':
      assert(total <= 0, 'a refund is not positive');
      if (!isOwn(head)) return before;
      return { ...before, refunds: before.refunds - total, count: before.count + 1 };
  }
}
