import { readHead } from '../../domain/journal/check-head.ts';
import { BATCH_RECORDS_MAX } from '../../domain/sync/contract.ts';
import type { LedgerNotes, LedgerSpot } from './ledger-faults.ts';
import { prevOf } from '../../domain/journal/check-head.ts';

/** A record as it is stored, and where. */
export interface Seen {
  readonly spot: LedgerSpot;
  readonly leaf: Buffer;
  readonly head: Buffer;
}

/**
 * Records whose own signature is wrong, each named by the next. The hub takes them where one behind
 * them in their batch is signed and names them: a head names the leaf before it, so that one proves
 * them. Most such stand behind them in the tree too, and are told by `notes`.
 */
export interface UnprovenRun {
  /** The next record of the tree. */
  next(record: Seen, isSigned: boolean): void;
  /** Nothing behind proves what is open. */
  end(): void;
  /** Those that nothing behind them in the tree proves. */
  left(): readonly Seen[];
}

/** The run of a device that begins. */
export function openRun(notes: LedgerNotes): UnprovenRun {
  const left: Seen[] = [];
  let run: Seen[] = [];
  const end = () => {
    left.push(...run);
    run = [];
  };
  return {
    next: (record, isSigned) => {
      const last = run.at(-1);
      if (last && prevIn(record.head) !== last.leaf.toString('hex')) end();
      if (isSigned) {
        for (const { spot } of run) notes.badSignature(spot);
        run = [];
        return;
      }
      if (run.length === BATCH_RECORDS_MAX) end();
      run.push(record);
    },
    end,
    left: () => left,
  };
}

/** A search for what proves records that nothing behind them in the tree does. */
export interface ProofSearch {
  /** A record of the device, in any order: it was signed, where it is none of those. */
  look(record: Pick<Seen, 'leaf' | 'head'>): void;
  /** Tells each of them by `notes`: proven, or not signed. */
  end(notes: LedgerNotes): void;
}

/**
 * Looks for the record that names one of these where it stands before them in the tree: it came
 * alone first, and again in the batch of those that it proves.
 */
export function searchProofs(unproven: readonly Seen[]): ProofSearch {
  const open = new Map(unproven.map((one) => [one.leaf.toString('hex'), one]));
  const proven = new Set<string>();
  return {
    look: ({ leaf, head }) => {
      if (open.has(leaf.toString('hex'))) return;
      for (let named = prevIn(head); named !== null && !proven.has(named); ) {
        const one = open.get(named);
        if (!one) return;
        proven.add(named);
        named = prevIn(one.head); // it proves in its turn what it names
      }
    },
    end: (notes) => {
      for (const [leaf, { spot }] of open) {
        if (proven.has(leaf)) notes.badSignature(spot);
        else notes.fault('unsigned', spot);
      }
    },
  };
}

function prevIn(head: Buffer): string | null {
  return prevOf(readHead(head.toString('utf8')));
}
