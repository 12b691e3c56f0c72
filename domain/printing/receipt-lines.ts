import { formatRupiah, formatWhole } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import type { Receipt, SaleLine } from '../sales/receipt.ts';
import type { Translator } from '../text.ts';
import { localStamp, zones, type OffsetMinutes } from '../time.ts';
import { gap, pair, paragraph, rule } from './paper-text.ts';
import type { Columns, PaperLine } from './printer.ts';

/** How a receipt is printed. */
export interface ReceiptLook {
  readonly columns: Columns;
  readonly say: Translator;
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
    ...copyMark(look),
    ...head(receipt, look),
    rule(columns),
    ...receipt.lines.flatMap((line) => saleLine(line, columns)),
    rule(columns),
    ...sums(receipt, look),
    rule(columns),
    ...foot(receipt, look),
    ...copyMark(look),
  ];
}

function copyMark({ columns, say, copy }: ReceiptLook): PaperLine[] {
  if (!copy) return [];
  return paragraph(say.text('receipt.copy'), columns, { align: 'centre', bold: true });
}

function head(receipt: Receipt, { columns, say }: ReceiptLook): PaperLine[] {
  const { stall } = receipt;
  const place = [stall.number, stall.mall].filter((part) => part !== '').join(', ');
  const { soldAtMs, offsetMinutes } = receipt;
  const stamp = `${localStamp(soldAtMs, offsetMinutes)} ${zone(offsetMinutes)}`;
  const refund = say.text('receipt.refund');
  return [
    ...paragraph(stall.name, columns, { align: 'centre', bold: true, wide: 2, tall: 2 }),
    ...(place === '' ? [] : paragraph(place, columns, { align: 'centre' })),
    ...(stall.phone === ''
      ? []
      : paragraph(say.text('receipt.phone', { phone: stall.phone }), columns, { align: 'centre' })),
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

/** `WIB`, `WITA`, `WIT`; `UTC+7:30` elsewhere. */
function zone(offset: OffsetMinutes): string {
  const name = Object.entries(zones).find(([, minutes]) => minutes === offset)?.[0];
  if (name !== undefined) return name;
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}
