import type { Content, PdfDocument } from 'pdfmake/build/pdfmake.min.js';
import type { PaperSheet } from '../../../domain/fees/papers/sheet.ts';
import type { Translator } from '../../../domain/text.ts';
import { inks, MADE_BY, paperStyle, ruleAcross } from './document-parts.ts';
import { blockContent } from './paper-parts.ts';

/** Sides of each size of paper, and what is left free around it. pt */
const sizes = {
  A4: { pageSize: 'A4', width: 595.28, margin: 48 },
  'A4-landscape': { pageSize: 'A4', width: 841.89, margin: 40 },
  'A5-landscape': { pageSize: 'A5', width: 595.28, margin: 36 },
} as const;

/** A paper as pages, the same to the byte whenever it is made. */
export function paperDocument(sheet: PaperSheet, say: Translator): PdfDocument {
  const { pageSize, margin, width } = sizes[sheet.size];
  const isKuitansi = sheet.size === 'A5-landscape';
  return {
    pageSize,
    pageOrientation: sheet.size === 'A4' ? 'portrait' : 'landscape',
    pageMargins: [margin, isKuitansi ? 28 : 40, margin, isKuitansi ? 24 : 48],
    info: {
      title: `${sheet.title} ${sheet.number}`.trim(),
      ...MADE_BY,
      creationDate: new Date(`${sheet.on}T00:00:00Z`),
    },
    defaultStyle: { ...paperStyle, fontSize: sheet.titleAt === 'middle' ? 10 : 9 },
    styles: { heading: { fontSize: 10, bold: true, color: inks.accent } },
    footer: (page, pages) => (isKuitansi ? '' : footer(sheet, say, { page, pages, margin })),
    ...(isKuitansi ? { background: frame } : {}),
    ...(sheet.mark === '' ? {} : { watermark: watermark(sheet.mark) }),
    content: [...head(sheet, width - 2 * margin), ...sheet.blocks.map(blockContent)],
  };
}

/** Who writes on the left, what it is on the right; of a letter, what it is in the middle below. */
function head({ issuer, title, number, titleAt }: PaperSheet, width: number): Content[] {
  const writer: Content[] = [
    { text: issuer.name, fontSize: 14, bold: true },
    ...issuer.lines.map((text) => ({ text, color: inks.quiet })),
  ];
  const rules = [ruleAcross([0, 8, 0, 0], width, 1.6), ruleAcross([0, 2, 0, 0], width, 0.5)];
  if (titleAt === 'middle') {
    const middle = { alignment: 'center' } as const;
    return [
      { stack: writer },
      ...rules,
      { text: title, fontSize: 13, bold: true, margin: [0, 16, 0, 0], ...middle },
      { text: number, margin: [0, 0, 0, 12], ...middle },
    ];
  }
  const name: Content[] = [
    { text: title, fontSize: 16, bold: true, color: inks.accent, characterSpacing: 1.5 },
    { text: number },
  ];
  return [
    {
      columns: [{ stack: writer }, { width: 'auto', alignment: 'right', stack: name }],
      columnGap: 24,
    },
    ...rules,
    { text: '', margin: [0, 4, 0, 0] },
  ];
}

/** A kuitansi is framed, so that a part that is cut off is missed. */
function frame(_: number, { width, height }: { width: number; height: number }): Content {
  const box = (inset: number, lineWidth: number) =>
    ({
      type: 'rect',
      x: inset,
      y: inset,
      w: width - 2 * inset,
      h: height - 2 * inset,
      lineWidth,
      lineColor: inks.accent,
    }) as const;
  return { canvas: [box(16, 1.4), box(19.5, 0.5)] };
}

function watermark(text: string) {
  return { text, color: '#b3261e', opacity: 0.14, bold: true, angle: -28, fontSize: 96 } as const;
}

interface FootOf {
  readonly page: number;
  readonly pages: number;
  readonly margin: number;
}

function footer(sheet: PaperSheet, say: Translator, { page, pages, margin }: FootOf): Content {
  return {
    margin: [margin, 14, margin, 0],
    fontSize: 8,
    color: inks.quiet,
    columns: [
      `${sheet.title} · ${sheet.number}`,
      { text: say.text('paper.pageOf', { page, pages }), alignment: 'right', width: 'auto' },
    ],
  };
}
