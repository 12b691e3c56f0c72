import { rupiah } from '../../domain/money.ts';
import type { Closing, ShiftReport } from '../../domain/shifts/report.ts';

/** 23 November 2026, 08:00 WIB. */
const OPENED_MS = Date.UTC(2026, 10, 23, 1);
const HOUR_MS = 3_600_000;

const closing: Closing = {
  z: 12,
  number: 'Z-000012',
  epoch: 1,
  seq: 431,
  closedAtMs: OPENED_MS + 13 * HOUR_MS,
  offsetMinutes: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-3',
  approver: 'kasir-2',
  counted: [
    { valueRupiah: 100_000, pieces: 6 },
    { valueRupiah: 20_000, pieces: 11 },
    { valueRupiah: 500, pieces: 19 },
  ],
  countedRupiah: rupiah(829_500),
  differenceRupiah: rupiah(-15_000),
  reason: 'change-mistake',
  note: 'Kembalian Rp20.000 untuk Rp5.000',
  counts: 2,
  counters: { sales: 98_765_000, refunds: 432_000, count: 1_204 },
  unsent: 37,
  handedTo: null,
};

/** A day of a batik stall, closed Rp15.000 short: 42 sales, a refund, a safe drop, a look. */
export const aZReport: ShiftReport = {
  shift: 15,
  drawer: 1,
  openedAtMs: OPENED_MS,
  offsetMinutes: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-3',
  approver: null,
  sums: {
    sales: { count: 42, totalRupiah: rupiah(1_234_500) },
    refunds: { count: 1, totalRupiah: rupiah(35_000) },
    voids: { count: 0, totalRupiah: rupiah(0) },
    discountRupiah: rupiah(0),
    taxRupiah: rupiah(0),
    roundingRupiah: rupiah(-50),
    netRupiah: rupiah(1_199_500),
    tenders: [
      { kind: 'cash', netRupiah: rupiah(1_094_500) },
      { kind: 'qris', netRupiah: rupiah(105_000) },
    ],
    taxes: [{ kind: 'none', baseRupiah: rupiah(1_199_500), taxRupiah: rupiah(0) }],
    categories: [
      { name: '', netRupiah: rupiah(99_550) },
      { name: 'Batik', netRupiah: rupiah(1_100_000) },
    ],
  },
  hours: [
    { fromMs: OPENED_MS, count: 12, netRupiah: rupiah(400_000) },
    { fromMs: OPENED_MS + HOUR_MS, count: 31, netRupiah: rupiah(799_500) },
  ],
  cashiers: [
    { cashier: 'kasir-3', count: 40, netRupiah: rupiah(1_139_500) },
    { cashier: 'kasir-2', count: 3, netRupiah: rupiah(60_000) },
  ],
  noSales: 1,
  cash: {
    float: [
      { valueRupiah: 10_000, pieces: 20 },
      { valueRupiah: 500, pieces: 100 },
    ],
    floatRupiah: rupiah(250_000),
    cashTakenRupiah: rupiah(1_300_000),
    changeRupiah: rupiah(170_500),
    cashRefundsRupiah: rupiah(35_000),
    inRupiah: rupiah(0),
    outRupiah: rupiah(500_000),
    moreMoves: 0,
    expectedRupiah: rupiah(844_500),
    moves: [
      {
        atMs: OPENED_MS + 2 * HOUR_MS,
        cashier: 'kasir-3',
        approver: 'kasir-2',
        reason: 'look',
        amountRupiah: rupiah(0),
        note: '',
      },
      {
        atMs: OPENED_MS + 6 * HOUR_MS,
        cashier: 'kasir-3',
        approver: null,
        reason: 'safe-drop',
        amountRupiah: rupiah(-500_000),
        note: 'amplop 4',
      },
    ],
  },
  closing,
};

/** The same shift while it is open. */
export const anXReport: ShiftReport = { ...aZReport, closing: null };

/** What the people of these reports are called; kasir-9 has no name. */
export function nameIn(cashier: string): string {
  return { 'kasir-2': 'Bu Sari', 'kasir-3': 'Budi' }[cashier] ?? cashier;
}

/** The stall of these reports. */
export const aStall = {
  name: 'Batik Bu Sari',
  number: 'A-12',
  mall: 'Thamrin City',
  phone: '0812-3456-789',
} as const;
