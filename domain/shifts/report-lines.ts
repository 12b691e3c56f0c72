import { formatRupiah, formatWhole } from '../money.ts';
import { copyMark, type PaperLook, stallHead } from '../printing/paper-head.ts';
import { gap, pair, paragraph, rule } from '../printing/paper-text.ts';
import { printable } from '../printing/printable.ts';
import type { PaperLine } from '../printing/printer.ts';
import type { ReceiptStall } from '../sales/receipt.ts';
import { localStamp, type UtcMs, zonedStamp } from '../time.ts';
import type { CashCount } from './cash-count.ts';
import type { Closing, DrawerMove, ShiftReport } from './report.ts';
import {
  cashierRows,
  categoryRows,
  counterFacts,
  counterRows,
  differenceFacts,
  drawerRows,
  factsOf,
  hourRows,
  includedRows,
  moveWords,
  pieceRows,
  type ReportFact,
  type ReportRow,
  type ReportWords,
  saleRows,
  taxRows,
  tenderRows,
} from './report-rows.ts';

/** How a report is printed. */
export interface ReportLook extends PaperLook, ReportWords {
  readonly stall: ReceiptStall;
  /** A reprint: marked SALINAN at its head and foot. */
  readonly copy: boolean;
  /** When it is printed: up to then an X report knows. A Z says when it was closed. */
  readonly atMs: UtcMs;
}

/** The X report of an open shift, or the Z report of a closed one, as lines of paper. */
export function reportLines(report: ShiftReport, look: ReportLook): PaperLine[] {
  const { closing } = report;
  const { columns } = look;
  return [
    ...copyMark(look.copy, look),
    ...stallHead(look.stall, look),
    gap(),
    ...title(report, look),
    rule(columns),
    ...facts(factsOf(report, look), look),
    ...part(look.say.text('report.partSales'), look, salePart(report, look)),
    ...figures(look.say.text('report.partTenders'), tenderRows(report, look), look),
    ...figures(look.say.text('report.partTaxes'), taxRows(report, look), look),
    ...figures(look.say.text('report.partCategories'), categoryRows(report, look), look),
    ...figures(look.say.text('report.partCashiers'), cashierRows(report, look), look),
    ...figures(look.say.text('report.partHours'), hourRows(report), look),
    ...drawerPart(report, look),
    ...(closing ? foot(closing, look) : []),
    ...copyMark(look.copy, look),
  ];
}

function title(report: ShiftReport, look: ReportLook): PaperLine[] {
  const { columns, say, atMs } = look;
  const { closing, offsetMinutes } = report;
  const large = { align: 'centre', bold: true, tall: 2 } as const;
  const plain = { align: 'centre' } as const;
  if (closing) {
    return [
      ...paragraph(say.text('report.titleZ'), columns, large),
      ...paragraph(closing.number, columns, large),
    ];
  }
  const stamp = zonedStamp(atMs, offsetMinutes);
  return [
    ...paragraph(say.text('report.titleX'), columns, large),
    ...paragraph(say.text('report.until', { stamp }), columns, plain),
    ...paragraph(say.text('report.notClosed'), columns, plain),
  ];
}

function salePart(report: ShiftReport, look: ReportLook): PaperLine[] {
  return [
    ...saleRows(report, look).flatMap((row) => figure(row, look)),
    ...includedRows(report, look).flatMap((row) => figure(row, look, 2)),
  ];
}

function drawerPart(report: ShiftReport, look: ReportLook): PaperLine[] {
  const { columns, say } = look;
  const { cash, closing, noSales } = report;
  const openings = pair(say.text('report.noSales'), formatWhole(noSales), columns);
  if (!cash) {
    const hidden = paragraph(say.text('report.drawerHidden'), columns);
    return part(say.text('report.partDrawer'), look, [...openings, ...hidden]);
  }
  return [
    ...part(say.text('report.partDrawer'), look, [
      ...openings,
      ...drawerRows(report, look).flatMap((row) => figure(row, look)),
      ...facts(differenceFacts(report, look), look),
    ]),
    ...part(say.text('report.partFloat'), look, pieces(cash.float, look)),
    ...part(say.text('report.partCounted'), look, closing ? pieces(closing.counted, look) : []),
    ...part(say.text('report.partMoves'), look, [
      ...cash.moves.flatMap((move) => movement(move, report, look)),
      ...(cash.moreMoves === 0
        ? []
        : paragraph(say.text('report.moreMoves', { count: cash.moreMoves }), columns)),
    ]),
  ];
}

function movement(
  move: DrawerMove,
  { offsetMinutes }: ShiftReport,
  { columns, say, nameOf }: ReportLook,
): PaperLine[] {
  const time = localStamp(move.atMs, offsetMinutes).slice(11);
  const { amountRupiah, approver, note } = move;
  const who =
    approver === null
      ? nameOf(move.cashier)
      : say.text('report.moveBy', { name: nameOf(move.cashier), approver: nameOf(approver) });
  const what = `${time} ${moveWords(move, say)}`;
  return [
    ...(amountRupiah === 0
      ? paragraph(what, columns)
      : pair(what, formatWhole(amountRupiah), columns)),
    ...paragraph(note === '' ? who : `${who}: ${note}`, columns, { indent: 2 }),
  ];
}

function foot(closing: Closing, look: ReportLook): PaperLine[] {
  const { columns, say } = look;
  const mark = `${closing.epoch}.${closing.seq}`;
  return [
    ...part(say.text('report.partCounters'), look, [
      ...counterRows(closing, look).flatMap((row) => figure(row, look)),
      ...facts(counterFacts(closing, look), look),
    ]),
    gap(),
    ...paragraph(say.text('receipt.record', { mark }), columns, { align: 'centre' }),
  ];
}

/** A part under its heading; none where it is empty. */
function part(heading: string, { columns }: PaperLook, lines: readonly PaperLine[]): PaperLine[] {
  if (lines.length === 0) return [];
  return [rule(columns), ...paragraph(heading, columns, { bold: true }), ...lines];
}

function figures(heading: string, rows: readonly ReportRow[], look: PaperLook): PaperLine[] {
  return part(
    heading,
    look,
    rows.flatMap((row) => figure(row, look)),
  );
}

function figure(row: ReportRow, { columns }: PaperLook, indent = 0): PaperLine[] {
  const { label, count, amountRupiah, isSum = false } = row;
  const words = count === undefined ? label : `${label} (${formatWhole(count)})`;
  const sum = isSum ? formatRupiah(amountRupiah) : formatWhole(amountRupiah);
  return pair(words, sum, columns, { indent, bold: isSum });
}

function pieces(count: CashCount, { columns }: PaperLook): PaperLine[] {
  return pieceRows(count).flatMap(({ label, count: each = 0, amountRupiah }) =>
    pair(`${label} x ${formatWhole(each)}`, formatWhole(amountRupiah), columns),
  );
}

function facts(rows: readonly ReportFact[], { columns }: PaperLook): PaperLine[] {
  return rows.flatMap(({ label, text }) => {
    const isShort = printable(`${label} ${text}`).length <= columns;
    return isShort ? pair(label, text, columns) : paragraph(`${label}: ${text}`, columns);
  });
}
