import type { PrinterSettings } from '../../../domain/printing/printer.ts';
import { type ReceiptExtras, receiptLines } from '../../../domain/printing/receipt-lines.ts';
import { testPageLines } from '../../../domain/printing/test-page.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { reportLines } from '../../../domain/shifts/report-lines.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { translator } from '../../../domain/translator.ts';
import { MINUTE_MS, zones, type UtcMs } from '../../../domain/time.ts';
import { encode } from './escpos-encoder.ts';

/** A drawer that opens long after its sale, when the printer is back, opens for nobody. */
const DRAWER_WITHIN_MS = 2 * MINUTE_MS;

/** The bytes of a receipt, which names the cashier as they are called today. */
export function receiptBytes(
  receipt: Receipt,
  how: {
    readonly columns: PrinterSettings['columns'];
    readonly language: Settings['language'];
    readonly nameOf: (cashier: string) => string;
    readonly copy: boolean;
    readonly extras: ReceiptExtras;
    readonly opensDrawer: boolean;
  },
): Buffer {
  const named = { ...receipt, cashier: how.nameOf(receipt.cashier) };
  const lines = receiptLines(named, { ...how, say: translator(how.language) });
  return encode(lines, { cut: true, openDrawer: how.opensDrawer });
}

/** Whether the drawer opens with the first paper of a receipt: it is fresh, and in cash. */
export function opensDrawer(receipt: Receipt, nowMs: UtcMs): boolean {
  return isInCash(receipt) && Math.abs(nowMs - receipt.soldAtMs) <= DRAWER_WITHIN_MS;
}

/** Whether cash was handed over, or goes back; in training none is. */
export function isInCash({ kind: of, tenders, changeRupiah }: Receipt): boolean {
  if (of === 'training') return false;
  const isTaken = tenders.some(({ kind, amountRupiah }) => kind === 'cash' && amountRupiah > 0);
  return isTaken || changeRupiah > 0;
}

/**
 * The bytes of an X or Z report, which speaks the language of the screen. No drawer opens: it was
 * opened to be counted.
 */
export function reportBytes(
  report: ShiftReport,
  how: {
    readonly columns: PrinterSettings['columns'];
    readonly settings: Settings;
    readonly nameOf: (cashier: string) => string;
    readonly copy: boolean;
    readonly nowMs: UtcMs;
  },
): Buffer {
  const { columns, settings, nameOf, copy, nowMs: atMs } = how;
  const say = translator(settings.language);
  const { stall } = settings;
  const lines = reportLines(report, { columns, say, stall, nameOf, copy, atMs });
  return encode(lines, { cut: true, openDrawer: false });
}

/** The bytes of a test page for these settings of the printer. */
export function testPageBytes(printer: PrinterSettings, settings: Settings, atMs: UtcMs): Buffer {
  const say = translator(settings.receiptLanguage);
  const offsetMinutes = zones[settings.zone];
  const lines = testPageLines({ printer, say, atMs, offsetMinutes });
  return encode(lines, { cut: true, openDrawer: false });
}

/** The bytes that open the cash drawer, without paper. */
export function drawerBytes(): Buffer {
  return encode([], { cut: false, openDrawer: true });
}
