import type { Content, Margins, TableCell, TableLayout } from 'pdfmake/build/pdfmake.min.js';
import { formatRupiah, formatWhole } from '../../../domain/money.ts';
import type { ReportFact, ReportRow } from '../../../domain/shifts/report-rows.ts';

/** The colours of the theme that paper keeps: deep teal, and greys that a copier keeps apart. */
export const inks = {
  accent: '#0b6459',
  quiet: '#5c6670',
  line: '#c9d0d6',
  bar: '#72c0b2',
  /** Behind the names of columns, and behind a sum. */
  wash: '#eef6f4',
} as const;

/** Printable width of an A4 page within its margins. pt */
const PAGE_WIDTH = 515;
const BAR_WIDTH = 300;
const BAR_HEIGHT = 6;

/** Styles of every paper: the font's own space is narrow on paper, hence the spacing. */
export const paperStyle = {
  font: 'PlusJakartaSans',
  fontSize: 8.5,
  lineHeight: 1.1,
  characterSpacing: 0.2,
} as const;

/** Whoever reads a file's properties finds who made it. */
export const MADE_BY = { creator: 'Lapak', producer: 'Lapak' } as const;

/** A line across the paper. @param width pt */
export function ruleAcross(margin: Margins, width = PAGE_WIDTH, weight = 0.7): Content {
  const line = { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight } as const;
  return { canvas: [{ ...line, lineColor: inks.line }], margin };
}

/** Words on the left, what they are on the right. Nothing where there are none. */
export function factTable(heading: string, facts: readonly ReportFact[]): Content[] {
  const rows = facts.map(({ label, text }): TableCell[] => [
    { text: label, color: inks.quiet, noWrap: true },
    { text, alignment: 'right' },
  ]);
  return partTable({ heading, widths: ['auto', '*'], rows });
}

/** Figures under each other, with how many each is of where that is counted. */
export function figureTable(heading: string, figures: readonly ReportRow[]): Content[] {
  const hasCount = figures.some(({ count }) => count !== undefined);
  const rows = figures.map((row): TableCell[] => {
    const { label, count, amountRupiah, isSum = false } = row;
    const figure = isSum ? formatRupiah(amountRupiah) : formatWhole(amountRupiah);
    const counted = numeral(count === undefined ? '' : formatWhole(count));
    const words = { text: label, bold: isSum };
    return [words, ...(hasCount ? [counted] : []), { ...numeral(figure), bold: isSum }];
  });
  const widths = ['*', ...(hasCount ? ['auto' as const] : []), 'auto'] as const;
  const sums = figures.flatMap(({ isSum }, at) => (isSum ? [at] : []));
  return partTable({ heading, widths, rows, linesAbove: sums });
}

/** Figures with a bar for each; the largest has the whole width. */
export function barTable(heading: string, figures: readonly ReportRow[]): Content[] {
  const most = Math.max(1, ...figures.map(({ amountRupiah }) => amountRupiah));
  const rows = figures.map(({ label, count = 0, amountRupiah }): TableCell[] => {
    const w = Math.max(0, (amountRupiah / most) * BAR_WIDTH);
    const bar = { type: 'rect', x: 0, y: 2, w, h: BAR_HEIGHT, color: inks.bar } as const;
    return [
      { text: label, noWrap: true },
      w > 0 ? { canvas: [bar] } : '',
      numeral(formatWhole(count)),
      numeral(formatWhole(amountRupiah)),
    ];
  });
  return partTable({ heading, widths: ['auto', '*', 'auto', 'auto'], rows });
}

/** What is listed, each in a row; the names of its columns stand on every page of it. */
export function listTable(
  heading: string,
  columns: readonly { readonly name: string; readonly width: 'auto' | '*'; isFigure?: boolean }[],
  list: readonly (readonly string[])[],
): Content[] {
  const cells = (texts: readonly string[], style: object): TableCell[] =>
    columns.map(({ isFigure = false }, at) => {
      const text = texts[at] ?? '';
      return isFigure ? { ...numeral(text), ...style } : { text, ...style };
    });
  const names = cells(
    columns.map(({ name }) => name),
    { color: inks.quiet },
  );
  return partTable({
    heading,
    names,
    widths: columns.map(({ width }) => width),
    rows: list.map((texts) => cells(texts, {})),
    linesAbove: [0],
  });
}

interface PartTable {
  /** Empty where it goes on with the table above it. */
  readonly heading: string;
  readonly names?: TableCell[];
  readonly widths: readonly ('auto' | '*')[];
  readonly rows: TableCell[][];
  /** Rows with a line above them. */
  readonly linesAbove?: readonly number[];
}

/** A table with its heading in it, so that the two stay on one page; nothing without rows. */
function partTable({ heading, names, widths, rows, linesAbove = [] }: PartTable): Content[] {
  if (rows.length === 0) return [];
  const title = { text: heading, style: 'heading', colSpan: widths.length };
  const head = heading === '' ? [] : [[title, ...widths.slice(1).map(() => '')]];
  const heads = [...head, ...(names ? [names] : [])];
  const lines = new Set(linesAbove.map((row) => row + heads.length));
  const layout: TableLayout = {
    hLineWidth: (row) => (lines.has(row) ? 0.7 : 0),
    hLineColor: () => inks.line,
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : 12),
    paddingRight: () => 0,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  };
  const table = {
    headerRows: heads.length,
    keepWithHeaderRows: heads.length === 0 ? 0 : 1,
    dontBreakRows: true,
    widths,
    body: [...heads, ...rows],
  };
  return [{ table, layout, margin: [0, heading === '' ? 0 : 9, 0, 0] }];
}

/** A figure that ends where those above it do. */
export function numeral(text: string) {
  return {
    text,
    alignment: 'right',
    noWrap: true,
    fontFeatures: ['tnum'],
  } as const satisfies Content;
}
