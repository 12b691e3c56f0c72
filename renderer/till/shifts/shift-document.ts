import type { Content, PdfDocument } from 'pdfmake/build/pdfmake.min.js';
import { formatRupiah, formatWhole } from '../../../domain/money.ts';
import type { ReceiptStall } from '../../../domain/sales/receipt.ts';
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
  type ReportWords,
  saleRows,
  taxRows,
  tenderRows,
} from '../../../domain/shifts/report-rows.ts';
import type { Closing, DrawerMove, ShiftReport } from '../../../domain/shifts/report.ts';
import { localStamp, type UtcMs, zonedStamp } from '../../../domain/time.ts';
import {
  barTable,
  factTable,
  figureTable,
  inks,
  listTable,
  MADE_BY,
  paperStyle,
  ruleAcross,
} from '../../ui/pdf/document-parts.ts';

/** Whose report it is, and when it is made: up to then an X knows. */
export interface ReportDocument extends ReportWords {
  readonly stall: ReceiptStall;
  readonly atMs: UtcMs;
}

/**
 * A shift's report as pages for an auditor, A4. A Z has the date of its close, so that its bytes
 * are the same whenever it is made.
 */
export function shiftDocument(report: ShiftReport, how: ReportDocument): PdfDocument {
  const { say, stall, atMs } = how;
  const { closing } = report;
  return {
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 54],
    info: {
      title: `${titleOf(report, how)} - ${stall.name}`,
      ...MADE_BY,
      creationDate: new Date(closing?.closedAtMs ?? atMs),
    },
    defaultStyle: paperStyle,
    styles: { heading: { fontSize: 10, bold: true, color: inks.accent } },
    footer: (page, pages) => footer(report, how, say.text('report.page', { page, pages })),
    content: [
      ...head(report, how),
      {
        columns: [{ stack: saleColumn(report, how) }, { stack: cashColumn(report, how) }],
        columnGap: 24,
      },
      ...barTable(say.text('report.partHours'), hourRows(report)),
      ...moveTable(report, how),
      ...(closing ? [signatures(closing, how)] : []),
    ],
  };
}

function titleOf({ closing }: ShiftReport, { say }: ReportDocument): string {
  return closing ? `${say.text('report.titleZ')} ${closing.number}` : say.text('report.titleX');
}

function head(report: ShiftReport, { say, stall, atMs }: ReportDocument): Content[] {
  const { closing } = report;
  const quiet = (text: string): Content[] => (text === '' ? [] : [{ text, color: inks.quiet }]);
  const place = [stall.number, stall.mall].filter((text) => text !== '').join(', ');
  const phone = stall.phone === '' ? '' : say.text('receipt.phone', { phone: stall.phone });
  const stamp = zonedStamp(atMs, report.offsetMinutes);
  const name = { text: stall.name, fontSize: 15, bold: true };
  const title: Content[] = closing
    ? [
        { text: say.text('report.titleZ'), color: inks.accent, bold: true },
        { text: closing.number, fontSize: 15, bold: true },
      ]
    : [
        { text: say.text('report.titleX'), color: inks.accent, fontSize: 15, bold: true },
        ...quiet(say.text('report.until', { stamp })),
        ...quiet(say.text('report.notClosed')),
      ];
  return [
    {
      columns: [
        { stack: [name, ...quiet(place), ...quiet(phone)] },
        { width: 'auto', alignment: 'right', stack: title },
      ],
      columnGap: 24,
    },
    ruleAcross([0, 10, 0, 6]),
    keyFigures(report, say),
    ruleAcross([0, 6, 0, 0]),
  ];
}

/** What a person looks for first. */
function keyFigures({ sums, closing }: ShiftReport, say: ReportDocument['say']): Content {
  const { sales, refunds, netRupiah } = sums;
  const figures = [
    [say.text('report.netLabel'), formatRupiah(netRupiah)],
    [say.text('report.sales'), formatWhole(sales.count)],
    [say.text('report.refunds'), formatWhole(refunds.count)],
    ...(closing ? [[say.text('report.difference'), formatRupiah(closing.differenceRupiah)]] : []),
  ];
  return {
    columns: figures.map(([label = '', text = '']) => ({
      stack: [
        { text: label, color: inks.quiet },
        { text, fontSize: 13, bold: true },
      ],
    })),
  };
}

function saleColumn(report: ShiftReport, how: ReportDocument): Content[] {
  const { say } = how;
  return [
    ...factTable(say.text('report.partShift'), factsOf(report, how)),
    ...figureTable(say.text('report.partSales'), saleRows(report, how)),
    ...figureTable('', includedRows(report, how)),
    ...figureTable(say.text('report.partTenders'), tenderRows(report, how)),
    ...figureTable(say.text('report.partTaxes'), taxRows(report, how)),
    ...figureTable(say.text('report.partCategories'), categoryRows(report, how)),
    ...figureTable(say.text('report.partCashiers'), cashierRows(report, how)),
  ];
}

function cashColumn(report: ShiftReport, how: ReportDocument): Content[] {
  const { say } = how;
  const { cash, closing, noSales } = report;
  const openings = { label: say.text('report.noSales'), text: formatWhole(noSales) };
  const hidden = cash ? [] : [{ label: say.text('report.drawerHidden'), text: '' }];
  const drawer = say.text('report.partDrawer');
  return [
    ...figureTable(drawer, drawerRows(report, how)),
    ...factTable(cash ? '' : drawer, [...differenceFacts(report, how), openings, ...hidden]),
    ...figureTable(say.text('report.partFloat'), cash ? pieceRows(cash.float) : []),
    ...(closing ? closingTables(closing, how) : []),
  ];
}

function closingTables(closing: Closing, how: ReportDocument): Content[] {
  const { say } = how;
  const { counted } = closing;
  return [
    ...figureTable(say.text('report.partCounted'), pieceRows(counted)),
    ...figureTable(say.text('report.partCounters'), counterRows(closing, how)),
    ...factTable('', counterFacts(closing, how)),
  ];
}

function moveTable(
  { cash, offsetMinutes }: ShiftReport,
  { say, nameOf }: ReportDocument,
): Content[] {
  const who = ({ cashier, approver }: DrawerMove): string =>
    approver === null
      ? nameOf(cashier)
      : say.text('report.moveBy', { name: nameOf(cashier), approver: nameOf(approver) });
  const rows = (cash?.moves ?? []).map((move) => [
    localStamp(move.atMs, offsetMinutes),
    moveWords(move, say),
    who(move),
    move.note,
    move.amountRupiah === 0 ? '' : formatWhole(move.amountRupiah),
  ]);
  const columns = [
    { name: say.text('report.colTime'), width: 'auto' },
    { name: say.text('report.colWhat'), width: '*' },
    { name: say.text('report.colWho'), width: '*' },
    { name: say.text('report.note'), width: '*' },
    { name: 'Rp', width: 'auto', isFigure: true },
  ] as const;
  const more = cash?.moreMoves ?? 0;
  const rest = more === 0 ? [] : [say.text('report.moreMoves', { count: more })];
  return [...listTable(say.text('report.partMoves'), columns, rows), ...rest];
}

/** Two lines to sign on. */
function signatures({ cashier }: Closing, { say, nameOf }: ReportDocument): Content {
  const line = (label: string, name: string): Content => ({
    stack: [
      { text: label, color: inks.quiet },
      { canvas: [{ type: 'line', x1: 0, y1: 36, x2: 190, y2: 36, lineWidth: 0.7 }] },
      { text: name, margin: [0, 3, 0, 0] },
    ],
  });
  const signed = [
    line(say.text('report.closedBy'), nameOf(cashier)),
    line(say.text('report.checkedBy'), ''),
  ];
  return { unbreakable: true, margin: [0, 14, 0, 0], stack: [{ columns: signed }] };
}

function footer(report: ShiftReport, how: ReportDocument, pages: string): Content {
  const { closing } = report;
  const mark = closing && `${closing.epoch}.${closing.seq}`;
  const record = mark === null ? [] : [how.say.text('receipt.record', { mark })];
  return {
    margin: [40, 16, 40, 0],
    fontSize: 8,
    color: inks.quiet,
    columns: [
      [titleOf(report, how), ...record].join(' · '),
      { text: pages, alignment: 'right', width: 'auto' },
    ],
  };
}
