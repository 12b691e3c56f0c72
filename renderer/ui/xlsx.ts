import { writeXlsx } from 'hucre/xlsx';
import type {
  PaperCell,
  PaperDate,
  PaperSheet,
  PaperTable,
} from '../../domain/fees/papers/sheet.ts';

/** A list as a sheet of a workbook. */
export interface XlsxTable {
  readonly name: string;
  /** Lines above the list; one is the first line. */
  readonly above: readonly string[];
  readonly columns: PaperTable['columns'];
  readonly rows: readonly (readonly PaperCell[])[];
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Longest name of a sheet, and what may not stand in it. Source: Excel's specifications. */
const NAME_MAX = 31;
const NOT_IN_NAMES = /[[\]:*?/\\]/g;
/** In letters. */
const widths = { wide: 34, figure: 18, plain: 14 } as const;
const DATE_FORMAT = 'dd/mm/yyyy';

/**
 * Lists as a workbook: figures are numbers, dates are dates, and text is text whatever it begins
 * with, never a formula. Import this module when a person asks for one: the writer is large.
 */
export async function xlsxOf(tables: readonly XlsxTable[]): Promise<Blob> {
  const bytes = await writeXlsx({ sheets: tables.map(sheetOf) });
  return new Blob([new Uint8Array(bytes)], { type: XLSX_TYPE });
}

/** The lists of a paper as a workbook, with what the paper is, and whose, above them. */
export function paperXlsx(sheet: PaperSheet): Promise<Blob> {
  const facts = sheet.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  const above = [
    sheet.issuer.name,
    `${sheet.title} ${sheet.number}`.trim(),
    ...facts.map(({ label, text }) => `${label}: ${text}`),
  ];
  const tables = sheet.blocks.filter((block) => block.kind === 'table');
  return xlsxOf(
    tables.map(({ heading, columns, rows, sums }, at) => ({
      name: heading === '' ? `${at + 1} ${sheet.title}` : `${at + 1} ${heading}`,
      above,
      columns,
      rows: [...rows, ...sums],
    })),
  );
}

function sheetOf({ name, above, columns, rows }: XlsxTable) {
  return {
    name: name.replace(NOT_IN_NAMES, ' ').slice(0, NAME_MAX).trim(),
    columns: columns.map(({ isFigure = false, isWide = false }, at) => ({
      width: isFigure ? widths.figure : isWide ? widths.wide : widths.plain,
      ...(isFigure ? { numFmt: '#,##0' } : {}),
      ...(rows.some((row) => isDate(row[at])) ? { numFmt: DATE_FORMAT } : {}),
    })),
    rows: [
      ...above.map((line) => [line]),
      ...(above.length === 0 ? [] : [[]]),
      columns.map(({ name: title }) => title),
      ...rows.map((row) => row.map((cell) => (isDate(cell) ? new Date(cell.date) : cell))),
    ],
    freezePane: { rows: above.length === 0 ? 1 : above.length + 2 },
  };
}

function isDate(cell: PaperCell | undefined): cell is PaperDate {
  return typeof cell === 'object' && cell !== null;
}
