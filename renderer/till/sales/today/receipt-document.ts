import type { Content, PdfDocument, TableCell, TableLayout } from 'pdfmake/build/pdfmake.min.js';
import { lineRows, type ReceiptRow, sumRows } from '../../../../domain/printing/receipt-rows.ts';
import { receiptHead } from '../../../../domain/printing/receipt-text.ts';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import type { Translator } from '../../../../domain/text.ts';
import { inks, MADE_BY, numeral, paperStyle, ruleAcross } from '../../../ui/pdf/document-parts.ts';

/** Of an A5 page within its margins. pt */
const WIDTH = 340;

/** The customer's receipt as A5 pages, its figures as on paper; the same bytes whenever made. */
export function receiptDocument(receipt: Receipt, say: Translator): PdfDocument {
  const { stall, number, soldAtMs, epoch, seq } = receipt;
  const mark = say.text('receipt.record', { mark: `${epoch}.${seq}` });
  return {
    pageSize: 'A5',
    pageMargins: [40, 40, 40, 48],
    info: { title: `${number} - ${stall.name}`, ...MADE_BY, creationDate: new Date(soldAtMs) },
    defaultStyle: { ...paperStyle, fontSize: 9.5 },
    styles: {},
    footer: (page, pages) => ({
      margin: [40, 12, 40, 0],
      fontSize: 8,
      color: inks.quiet,
      columns: [mark, { text: `${page} / ${pages}`, alignment: 'right', width: 'auto' }],
    }),
    content: [
      { text: stall.name, fontSize: 15, bold: true },
      ...receiptHead(receipt, say).map((text) => ({ text, color: inks.quiet })),
      ruleAcross([0, 10, 0, 6], WIDTH),
      table(receipt.lines.flatMap((line) => lineCells(line, say))),
      ...quiet(receipt.note),
      ruleAcross([0, 8, 0, 6], WIDTH),
      table(sumRows(receipt, say).map(sumCells)),
      { text: say.text('receipt.thanks'), color: inks.quiet, margin: [0, 16, 0, 0] },
    ],
  };
}

function lineCells(line: Receipt['lines'][number], say: Translator): TableCell[][] {
  const { name, note, rows } = lineRows(line, say);
  const under = (text: string): TableCell => ({ text, color: inks.quiet });
  return [
    [{ text: name, bold: true }, ''],
    ...rows.map(({ label, figure }) => [under(label), numeral(figure)]),
    ...(note === '' ? [] : [[under(note), '']]),
  ];
}

function sumCells({ label, figure, look }: ReceiptRow): TableCell[] {
  const style = look === 'total' ? { bold: true, fontSize: 13 } : { bold: look === 'change' };
  return [
    { text: label, ...style },
    { ...numeral(figure), ...style },
  ];
}

function table(body: readonly TableCell[][]): Content {
  return { table: { dontBreakRows: true, widths: ['*', 'auto'], body }, layout };
}

function quiet(text: string): Content[] {
  return text === '' ? [] : [{ text, color: inks.quiet, margin: [0, 6, 0, 0] }];
}

const layout: TableLayout = {
  hLineWidth: () => 0,
  hLineColor: () => inks.line,
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 12),
  paddingRight: () => 0,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};
