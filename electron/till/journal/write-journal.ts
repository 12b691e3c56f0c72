import type { Actor } from '../../../domain/actor.ts';
import type { ChainTip } from '../../../domain/journal/chain.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import type { Act, TrailChange } from '../../../domain/journal/trail.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Log } from '../../../node/log.ts';
import type { Book } from '../database/book.ts';
import type { Checkpointer } from '../database/checkpointer.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import { type Appended, appendRecord, readTip } from './append-record.ts';
import type { Device } from './device.ts';
import { keepKeyFile } from './key-file.ts';
import { noticeClock, stampOf } from './notice-clock.ts';
import type { TipFile } from './tip-file.ts';
import type { Outbox } from '../sync/outbox.ts';

/** What an act that the journal has needs of the till. */
export interface JournalTill extends Book, AfterCommit {
  readonly clock: () => UtcMs;
}

/** Appends a record to the journal, within the act that it is of. @throws LapakError CLOCK_WRONG */
export type Append = (draft: RecordDraft) => Appended;

/**
 * One act that the journal has: all of it in one transaction, on disk before this returns, then the
 * tip file and a checkpoint once the till is idle.
 * @throws LapakError as write(), CLOCK_WRONG, and what `act` throws; then nothing was written
 */
export function writeJournal<T>(till: JournalTill, act: (tx: Tx, append: Append) => T): T {
  let tip: ChainTip | undefined;
  let clockFromMs: UtcMs | null = null;
  const result = write(till, (tx) => {
    const append: Append = (draft) => {
      const noticed = noticeClock(tx, till.device, readTip(tx), draft.head.at);
      clockFromMs ??= noticed.clockFromMs;
      const appended = appendRecord(tx, till.device, noticed.tip, draft);
      tip = appended.tip;
      return appended;
    };
    return act(tx, append);
  });
  if (tip) afterCommit(till, { tip, clockFromMs });
  return result;
}

/** What follows a commit to the journal needs this of the till. */
export interface AfterCommit {
  readonly dataDir: string;
  readonly device: Device;
  readonly tipFile: TipFile;
  readonly checkpointer: Checkpointer;
  readonly outbox: Pick<Outbox, 'wrote'>;
  readonly log: Log;
}

/** Where the journal stands after a commit, and from what time the clock jumped, or null. */
interface Committed {
  readonly tip: ChainTip;
  readonly clockFromMs: UtcMs | null;
}

/**
 * Does what follows a commit to the journal, in this order: tip file, key, `more`, the outbox,
 * a checkpoint once the till is idle. Nothing here can take the act back.
 */
export function afterCommit(
  parts: AfterCommit,
  { tip, clockFromMs }: Committed,
  more: readonly (() => void)[] = [],
): void {
  const { tipFile, checkpointer, outbox, log } = parts;
  const acts = [
    () => tipFile.keep(tip), // one that is behind is harmless
    () => keepKey(parts),
    ...more,
    () => outbox.wrote(),
    () => checkpointer.wrote(),
  ];
  for (const act of acts) {
    try {
      act();
    } catch (error) {
      log.error(error); // what was written stands
    }
  }
  if (clockFromMs !== null) {
    log.warn(`the clock jumped from ${new Date(clockFromMs).toISOString()}`);
  }
}

function keepKey({ dataDir, device, log }: AfterCommit): void {
  if (keepKeyFile(dataDir, device)) log.warn('the device key was gone, and was written anew');
}

/** What somebody did beside the trade, for the audit trail. Names of people never go in. */
export interface ActOf {
  readonly act: Act;
  /** What it was done to; empty for the stall itself. */
  readonly subject?: string;
  readonly note?: string;
  readonly changes?: readonly TrailChange[];
}

/** The draft of its record. @throws LapakError CLOCK_WRONG */
export function actDraft(tx: Tx, actor: Actor, atMs: UtcMs, of: ActOf): RecordDraft {
  const text = (given = ''): string => given.toWellFormed().normalize('NFC');
  return {
    type: 'act',
    head: stampOf(tx, actor.cashier, atMs),
    body: {
      act: of.act,
      subject: text(of.subject),
      note: text(of.note),
      changes: (of.changes ?? []).map(({ field, from, to }) => {
        return { field: text(field), from: text(from), to: text(to) };
      }),
      ...approverOf(actor),
    },
  };
}

/** Tells the journal of an act, at the time that it is now. */
export type Tell = (of: ActOf) => void;

/**
 * writeJournal() for what somebody does beside the trade.
 * @param act tells the journal what was done, where something was
 * @throws LapakError as write(), CLOCK_WRONG, and what `act` throws; then nothing was written
 */
export function writeAct<T>(till: JournalTill, actor: Actor, act: (tx: Tx, tell: Tell) => T): T {
  return writeJournal(till, (tx, append) =>
    act(tx, (of) => void append(actDraft(tx, actor, till.clock(), of))),
  );
}

/** Who allowed it, as a body has it. */
export function approverOf({ approver }: Actor): { readonly approver?: string } {
  return approver === null ? {} : { approver };
}
