import type { Content, TableCell, TableLayout } from 'pdfmake/build/pdfmake.min.js';
import { cellWords } from '../../../domain/fees/papers/paper-words.ts';
import type {
  PaperBlock,
  PaperCell,
  PaperQr,
  PaperSign,
  PaperTable,
} from '../../../domain/fees/papers/sheet.ts';
import { qrPath } from '../qr-path.ts';
import { inks, numeral } from './document-parts.ts';

const PT_PER_MM = 72 / 25.4;
/** Dots below what is filled in, dashes around what is glued on. */
const DOTS = { dash: { length: 1, space: 1.5 } } as const;
const DASHES = { dash: { length: 3, space: 2 } } as const;

/** Parts of a paper as pdfmake draws them. */
export function blockContent(block: PaperBlock): Content {
  switch (block.kind) {
    case 'facts':
      return factContent(block);
    case 'form':
      return formContent(block.rows);
    case 'text':
      return textContent(block);
    case 'sum':
      return sumContent(block);
    case 'table':
      return tableContent(block);
    case 'qr':
      return qrContent(block);
    case 'sign':
      return signContent(block);
    case 'beside':
      return {
        unbreakable: true,
        margin: [0, 4, 0, 0],
        columnGap: 28,
        columns: [
          { stack: block.left.map(blockContent) },
          { width: 'auto', stack: block.right.map(blockContent) },
        ],
      };
  }
}

type Of<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;

function factContent({ heading, facts }: Of<'facts'>): Content {
  const body = facts.map(({ label, text }): TableCell[] => [
    { text: label, color: inks.quiet, noWrap: true },
    { text, bold: true },
  ]);
  const table = { widths: ['auto', '*'] as const, body };
  return { margin: [0, 6, 0, 0], stack: [...headingOf(heading), { table, layout: plainLayout }] };
}

/** Nothing where it goes on with what is above it. */
function headingOf(text: string): Content[] {
  return text === '' ? [] : [{ text, style: 'heading', margin: [0, 4, 0, 3] }];
}

function formContent(rows: Of<'form'>['rows']): Content {
  const body = rows.map(({ label, text, isStrong = false }): TableCell[] => [
    { text: label, noWrap: true },
    label === '' ? '' : ':',
    { text, bold: isStrong, border: [false, false, false, true] },
  ]);
  const layout: TableLayout = {
    ...plainLayout,
    defaultBorder: false,
    hLineWidth: () => 0.7,
    hLineColor: () => inks.quiet,
    hLineStyle: () => DOTS,
    paddingTop: () => 3.5,
    paddingBottom: () => 2.5,
  };
  return { table: { widths: ['auto', 'auto', '*'], body }, layout, fontSize: 9.5 };
}

function textContent({ text, tone }: Of<'text'>): Content {
  if (tone === 'small') return { text, fontSize: 7.5, margin: [0, 3, 0, 0] };
  const ink = tone === 'quiet' ? { color: inks.quiet } : {};
  return { text, bold: tone === 'strong', margin: [0, 5, 0, 0], lineHeight: 1.3, ...ink };
}

/** Boxed, so that it is found first and nothing is written before it. */
function sumContent({ label, text, how }: Of<'sum'>): Content {
  const stack: Content[] = [
    ...(label === '' ? [] : [{ text: label, color: inks.quiet }]),
    { text, bold: true, fontSize: 18, fontFeatures: ['tnum'] },
    ...(how === '' ? [] : [{ text: how, color: inks.quiet, margin: [0, 2, 0, 0] as const }]),
  ];
  const layout: TableLayout = {
    hLineWidth: () => 1.2,
    hLineColor: () => inks.accent,
    vLineWidth: () => 1.2,
    vLineColor: () => inks.accent,
    paddingLeft: () => 10,
    paddingRight: () => 10,
    paddingTop: () => 5,
    paddingBottom: () => 4,
  };
  const width = how === '' ? 'auto' : '*';
  const table = { widths: [width] as const, body: [[{ stack, fillColor: inks.wash }]] };
  return { table, layout, margin: [0, 8, 0, 0] };
}

function tableContent({ heading, columns, rows, sums }: PaperTable): Content {
  const cells = (row: readonly PaperCell[], style: object): TableCell[] =>
    columns.map(({ isFigure = false }, at) => {
      const text = cellWords(row[at] ?? null);
      return isFigure ? { ...numeral(text), ...style } : { text, ...style };
    });
  const names = columns.map(({ name, isFigure = false }): TableCell => {
    const alignment = isFigure ? 'right' : 'left';
    return { text: name, bold: true, color: inks.accent, fillColor: inks.wash, alignment };
  });
  const first = rows.length + 1;
  const layout: TableLayout = {
    hLineWidth: (row) => (row <= 1 || row === first ? 0.9 : 0.4),
    hLineColor: () => inks.line,
    vLineWidth: () => 0,
    paddingLeft: () => 5,
    paddingRight: () => 5,
    paddingTop: () => 3,
    paddingBottom: () => 2.5,
  };
  const table = {
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: columns.map(({ isWide = false }) => (isWide ? ('*' as const) : ('auto' as const))),
    body: [
      names,
      ...rows.map((row) => cells(row, {})),
      ...sums.map((row) => cells(row, { bold: true })),
    ],
  };
  return { margin: [0, 9, 0, 3], stack: [...headingOf(heading), { table, layout }] };
}

function qrContent({ text, caption, sideMm }: PaperQr): Content {
  const { size, path } = qrPath(text);
  const svg = `<svg viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
  return {
    margin: [0, 8, 0, 0],
    stack: [
      { svg, width: sideMm * PT_PER_MM },
      { text: caption, fontSize: 7.5, color: inks.quiet, margin: [0, 3, 0, 0] },
    ],
  };
}

function signContent({ place, role, name, stamp }: PaperSign): Content {
  const width = 190;
  const rule = { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7 } as const;
  return {
    margin: [0, 8, 0, 0],
    stack: [
      ...(place === '' ? [] : [{ text: place }]),
      { text: role, color: place === '' ? inks.quiet : '#000000' },
      stamp === '' ? { text: '', margin: [0, 44, 0, 0] } : stampBox(stamp),
      { text: name === '' ? ' ' : name, bold: true },
      { canvas: [rule] },
    ],
  };
}

/** Where the revenue stamp is glued, 24 mm wide; who signs writes over it. */
function stampBox(stamp: string): Content {
  const text: TableCell = {
    text: `\n${stamp}\n `,
    alignment: 'center',
    fontSize: 7.5,
    color: inks.quiet,
  };
  const layout: TableLayout = {
    ...plainLayout,
    hLineWidth: () => 0.7,
    hLineColor: () => inks.quiet,
    hLineStyle: () => DASHES,
    vLineWidth: () => 0.7,
    vLineColor: () => inks.quiet,
    vLineStyle: () => DASHES,
  };
  const table = { widths: [24 * PT_PER_MM], body: [[text]] };
  return { table, layout, margin: [0, 5, 0, 4] };
}

const plainLayout: TableLayout = {
  hLineWidth: () => 0,
  hLineColor: () => inks.line,
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};
