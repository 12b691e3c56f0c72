import { readHead } from '../../domain/journal/check-head.ts';
import type { DaySums, ShiftSums, Totals } from '../../domain/sync/totals.ts';
import { addRecord, addUnread, emptyTotals } from '../../domain/sync/totals.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact, type Tx } from '../database/transact.ts';
import { lockChain, type OfDevice } from './chain-store.ts';
import { devicesWithChain, type LedgerEntry, recordsFrom } from './record-store.ts';
import {
  addRefunded,
  addTotals,
  clearTotals,
  readAllRefunded,
  readTotals,
} from './totals-store.ts';

/** Records read at a time. */
const STEP = 1_000;

/** A sum that is not what the records come to. */
export interface TotalsDifference extends OfDevice {
  /** `day 2026-11-24 sales`, `shift 3 tender cash`, `refunded 1.2` */
  readonly what: string;
  readonly stored: number;
  readonly found: number;
}

/** What a rebuild found. */
export interface Rebuilt {
  readonly devices: number;
  readonly records: number;
  readonly differences: readonly TotalsDifference[];
}

/**
 * Sums up the records of every device anew, and holds the totals against it. Each device is read
 * with its chain locked: what it sends meanwhile waits.
 * @param isMended whether totals that differ are replaced
 * @throws LapakError HUB_BUSY, HUB_FULL
 */
export async function rebuildTotals(
  database: HubDatabase,
  { isMended, nowMs }: { readonly isMended: boolean; readonly nowMs: number },
): Promise<Rebuilt> {
  const devices = await transact(database, 'every-stall', devicesWithChain);
  const differences: TotalsDifference[] = [];
  let records = 0;
  for (const of of devices) {
    const found = await transact(database, of, (trx) =>
      rebuildDevice(trx, of, { isMended, nowMs }),
    );
    differences.push(...found.differences);
    records += found.records;
  }
  return { devices: devices.length, records, differences };
}

/** Sums up the records of one device anew, in the transaction that changes what they are. */
export async function rebuildDevice(
  trx: Tx,
  of: OfDevice,
  { isMended, nowMs }: { readonly isMended: boolean; readonly nowMs: number },
) {
  await lockChain(trx, of, nowMs);
  const { totals, refunded, records } = await sumUp(trx, of);
  const found = flatten(totals, refunded);
  const stored = flatten(await readTotals(trx, of), await readAllRefunded(trx, of));
  const differences = [...new Set([...found.keys(), ...stored.keys()])].flatMap((what) => {
    const [is, should] = [stored.get(what) ?? 0, found.get(what) ?? 0];
    return is === should ? [] : [{ ...of, what, stored: is, found: should }];
  });
  if (isMended && differences.length > 0) {
    await clearTotals(trx, of);
    await addTotals(trx, of, totals);
    await addRefunded(trx, of, refunded);
  }
  return { differences, records };
}

async function sumUp(trx: Tx, of: OfDevice) {
  const totals = emptyTotals();
  const refunded = new Map<string, number>();
  let index = 0;
  for (;;) {
    const step = await recordsFrom(trx, of, index, STEP);
    for (const entry of step) addEntry(totals, refunded, entry);
    index += step.length;
    if (step.length < STEP) return { totals, refunded, records: index };
  }
}

function addEntry(totals: Totals, refunded: Map<string, number>, entry: LedgerEntry): void {
  const read = readHead(entry.head.toString('utf8'));
  if (read.kind !== 'head') return addUnread(totals);
  const { head } = read;
  addRecord(totals, head, entry.verdict);
  if (entry.verdict !== 'ok' || head.type !== 'refund' || head.source !== undefined) return;
  if (head.ref) refunded.set(head.ref, (refunded.get(head.ref) ?? 0) - head.total);
}

/** Every sum under a name of its own; those of nothing are left out. */
function flatten(totals: Totals, refunded: ReadonlyMap<string, number>): Map<string, number> {
  const sums: [string, number][] = [];
  const addSums = (what: string, row: DaySums | ShiftSums) => {
    for (const [name, sum] of Object.entries(row)) sums.push([`${what} ${name}`, sum]);
  };
  for (const [date, row] of totals.days) addSums(`day ${date}`, row);
  for (const [shift, row] of totals.shifts) addSums(`shift ${shift}`, row);
  for (const [date, tenders] of totals.tenders) {
    for (const [kind, sum] of tenders) sums.push([`day ${date} tender ${kind}`, sum]);
  }
  for (const [shift, tenders] of totals.shiftTenders) {
    for (const [kind, sum] of tenders) sums.push([`shift ${shift} tender ${kind}`, sum]);
  }
  for (const [date, kinds] of totals.taxes) {
    for (const [kind, { base, tax }] of kinds) {
      sums.push([`day ${date} base ${kind}`, base], [`day ${date} tax ${kind}`, tax]);
    }
  }
  for (const [mark, sum] of refunded) sums.push([`refunded ${mark}`, sum]);
  return new Map(sums.filter(([, sum]) => sum !== 0));
}
