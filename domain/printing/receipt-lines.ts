import { formatRupiah, formatWhole } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import type { Receipt, SaleLine } from '../sales/receipt.ts';
import { zonedStamp } from '../time.ts';
import { copyMark, type PaperLook, stallHead } from './paper-head.ts';
import { gap, pair, paragraph, rule } from './paper-text.ts';
import type { Columns, PaperLine } from './printer.ts';

/** How a receipt is printed. */
export interface ReceiptLook extends PaperLook {
  /** A reprint: marked SALINAN at its head and foot. */
  readonly copy: boolean;
}

/**
 * A receipt as lines of paper. Shows no tax and no NPWP, since a stall that is no PKP charges none,
 * and never says that goods cannot be returned (forbidden by UU 8/1999, article 18).
 */
export function receiptLines(receipt: Receipt, look: ReceiptLook): PaperLine[] {
  const { columns } = look;
  return [
    ...copyMark(look.copy, look),
    ...head(receipt, look),
    rule(columns),
    ...receipt.lines.flatMap((line) => saleLine(line, columns)),
    rule(columns),
    ...sums(receipt, look),
    rule(columns),
    ...foot(receipt, look),
    ...copyMark(look.copy, look),
  ];
}

function head(receipt: Receipt, look: ReceiptLook): PaperLine[] {
  const { columns, say } = look;
  const stamp = zonedStamp(receipt.soldAtMs, receipt.offsetMinutes);
  const refund = say.text('receipt.refund');
  return [
    ...stallHead(receipt.stall, look),
    gap(),
    ...(receipt.kind === 'refund'
      ? paragraph(refund, columns, { align: 'centre', bold: true, tall: 2 })
      : []),
    ...pair(say.text('receipt.number', { number: receipt.number }), stamp, columns),
    ...paragraph(say.text('receipt.cashier', { cashier: receipt.cashier }), columns),
  ];
}

function saleLine(line: SaleLine, columns: Columns): PaperLine[] {
  const quantity = formatQuantity(line.quantityMilli);
  const price = formatWhole(line.priceRupiah);
  return [
    ...paragraph(line.name, columns),
    ...pair(`${quantity} ${line.unit} x ${price}`, formatWhole(line.amountRupiah), columns, {
      indent: 2,
    }),
  ];
}

function sums(receipt: Receipt, { columns, say }: ReceiptLook): PaperLine[] {
  const refund = receipt.kind === 'refund';
  const cash = say.text(refund ? 'receipt.cashOut' : 'receipt.cash');
  return [
    ...pair(say.text('receipt.subtotal'), formatWhole(receipt.subtotalRupiah), columns),
    ...(receipt.roundingRupiah === 0
      ? []
      : pair(say.text('receipt.rounding'), formatWhole(receipt.roundingRupiah), columns)),
    ...pair(say.text('receipt.total'), formatRupiah(receipt.totalRupiah), columns, {
      bold: true,
      tall: 2,
    }),
    ...receipt.tenders.flatMap((tender) => pair(cash, formatWhole(tender.amountRupiah), columns)),
    ...(refund
      ? []
      : pair(say.text('receipt.change'), formatWhole(receipt.changeRupiah), columns, {
          bold: true,
        })),
  ];
}

function foot(receipt: Receipt, { columns, say }: ReceiptLook): PaperLine[] {
  const products = new Set(receipt.lines.map((line) => line.code)).size;
  const mark = `${receipt.epoch}.${receipt.seq}`;
  return [
    ...pair(say.text('receipt.products'), formatWhole(products), columns),
    gap(),
    ...paragraph(say.text('receipt.thanks'), columns, { align: 'centre' }),
    ...paragraph(say.text('receipt.record', { mark }), columns, { align: 'centre' }),
  ];
}
