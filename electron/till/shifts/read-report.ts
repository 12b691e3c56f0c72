import { assert } from '../../../domain/assert.ts';
import type { ZRecord } from '../../../domain/journal/record.ts';
import { rupiah } from '../../../domain/money.ts';
import { type CashCount, countOfPieces } from '../../../domain/shifts/cash-count.ts';
import { type DrawerFlows, expectedCash } from '../../../domain/shifts/drawer.ts';
import {
  type Closing,
  type DrawerReport,
  type ShiftReport,
  type ShiftSums,
  zNumber,
} from '../../../domain/shifts/report.ts';
import { countOfZ, flowsOfZ } from '../../../domain/shifts/z-parts.ts';
import type { Tx } from '../database/run.ts';
import { readRecord } from '../journal/read-record.ts';
import { hadHubAt } from '../sync/receipt-store.ts';
import { findShift } from './shift-store.ts';
import {
  countMoves,
  countNoSales,
  listMoves,
  type ShiftSpan,
  spanSoFar,
  sumCashiers,
  sumFlows,
  sumHours,
  sumShift,
} from './shift-sums-store.ts';
import type { ShiftTable } from './shift-tables.ts';

/** The Z report of a record: its sums and its drawer as they were signed. */
export function readZReport(tx: Tx, record: number): ShiftReport {
  const z = readRecord(tx, record, 'z');
  const found = findShift(tx, z.head.shift);
  assert(found !== undefined, 'a shift that was closed was opened');
  const span = { shift: z.head.shift, from: found.shift.record, to: record };
  return {
    ...beginningOf(tx, found.shift),
    sums: sumsOf(z),
    hours: sumHours(tx, span),
    cashiers: sumCashiers(tx, span),
    noSales: z.body.noSales,
    cash: {
      ...flowsOfZ(z),
      float: countedAtOpening(tx, span.from),
      ...movesOf(tx, span),
    },
    closing: closingOf(z, hadHubAt(tx, record)),
  };
}

/** The X report: an open shift so far. @param hasCash whether what should be there is told */
export function readXReport(
  tx: Tx,
  shift: ShiftTable,
  { hasCash }: { readonly hasCash: boolean },
): ShiftReport {
  const span = spanSoFar(shift);
  const flows = sumFlows(tx, span, rupiah(shift.float_rupiah));
  return {
    ...beginningOf(tx, shift),
    sums: sumShift(tx, span),
    hours: sumHours(tx, span),
    cashiers: sumCashiers(tx, span),
    noSales: countNoSales(tx, span),
    cash: hasCash ? drawerSoFar(tx, span, flows) : null,
    closing: null,
  };
}

function drawerSoFar(tx: Tx, span: ShiftSpan, flows: DrawerFlows): DrawerReport {
  const float = countedAtOpening(tx, span.from);
  return { ...flows, float, expectedRupiah: expectedCash(flows), ...movesOf(tx, span) };
}

/** What was counted at the opening that this record is. */
export function countedAtOpening(tx: Tx, record: number): CashCount {
  return countOfPieces(readRecord(tx, record, 'shift-open').body.float);
}

/** The movements that a report lists, and how many more there are. */
function movesOf(tx: Tx, span: ShiftSpan) {
  const moves = listMoves(tx, span);
  return { moves, moreMoves: countMoves(tx, span) - moves.length };
}

/** What was counted at the close that this record is. */
export function countedAtClose(tx: Tx, record: number): CashCount {
  return countOfPieces(readRecord(tx, record, 'z').body.counted);
}

function beginningOf(tx: Tx, row: ShiftTable) {
  const opening = readRecord(tx, row.record, 'shift-open');
  return {
    shift: row.number,
    drawer: row.drawer,
    openedAtMs: row.opened_at_ms,
    offsetMinutes: row.offset_minutes,
    businessDate: row.business_date,
    cashier: row.cashier,
    approver: opening.body.approver ?? null,
  };
}

function sumsOf({ head, body: { voids } }: ZRecord): ShiftSums {
  const { sales, refunds } = head;
  return {
    sales: { count: sales.count, totalRupiah: rupiah(sales.total) },
    refunds: { count: refunds.count, totalRupiah: rupiah(refunds.total) },
    voids: { count: voids.count, totalRupiah: rupiah(voids.total) },
    discountRupiah: rupiah(head.discount),
    taxRupiah: rupiah(head.tax),
    roundingRupiah: rupiah(head.rounding),
    netRupiah: rupiah(sales.total - refunds.total),
    tenders: Object.entries(head.tenders).map(([kind, net]) => {
      return { kind, netRupiah: rupiah(net) };
    }),
    taxes: head.taxes.map(({ kind, base, tax }) => {
      return { kind, baseRupiah: rupiah(base), taxRupiah: rupiah(tax) };
    }),
    categories: head.categories.map(({ name, total }) => ({ name, netRupiah: rupiah(total) })),
  };
}

function closingOf(z: ZRecord, hadHub: boolean): Closing {
  const { head, body } = z;
  return {
    z: head.number,
    number: zNumber(head.epoch, head.number),
    epoch: head.epoch,
    seq: head.seq,
    closedAtMs: head.at,
    offsetMinutes: head.offset,
    businessDate: head.businessDate,
    cashier: head.cashier,
    approver: body.approver ?? null,
    counted: countOfPieces(body.counted),
    ...countOfZ(z),
    counters: head.counters,
    unsent: hadHub ? head.unsent : null,
    handedTo: body.handedTo ?? null,
  };
}
