import { tenderDetails, tenderWords } from '../payments/tender-words.ts';
import { formatRupiah, formatWhole, rupiah } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import { rateWords } from '../sales/discount-words.ts';
import type { Receipt, SaleLine } from '../sales/receipt.ts';
import { receiptRows, type SumRow } from '../sales/sum-rows.ts';
import { statedBase, taxKinds, taxRateOn } from '../sales/tax.ts';
import { taxWords } from '../sales/tax-words.ts';
import { formatNpwp } from '../settings/npwp.ts';
import type { Translator } from '../text.ts';
import { zonedStamp } from '../time.ts';
import { copyMark, type PaperLook, stallHead } from './paper-head.ts';
import { gap, pair, paragraph, rule } from './paper-text.ts';
import type { PaperLine } from './printer.ts';

/** How a receipt is printed. */
export interface ReceiptLook extends PaperLook {
  /** A reprint: marked SALINAN at its head and foot. */
  readonly copy: boolean;
}

/**
 * A receipt as lines of paper. Tax and NPWP stand on it only where the sale was taxed: a stall that
 * is no PKP charges no PPN. Never says that goods cannot be returned (forbidden by UU 8/1999,
 * article 18). Source of what a PKP has to tell: PER-11/PJ/2025, article 52.
 */
export function receiptLines(receipt: Receipt, look: ReceiptLook): PaperLine[] {
  const { columns } = look;
  return [
    ...copyMark(look.copy, look),
    ...head(receipt, look),
    rule(columns),
    ...receipt.lines.flatMap((line) => saleLine(line, look)),
    ...(receipt.note === '' ? [] : paragraph(receipt.note, columns)),
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
    ...(receipt.npwp === ''
      ? []
      : paragraph(say.text('receipt.npwp', { npwp: formatNpwp(receipt.npwp) }), columns, {
          align: 'centre',
        })),
    gap(),
    ...(receipt.kind === 'refund'
      ? paragraph(refund, columns, { align: 'centre', bold: true, tall: 2 })
      : []),
    ...pair(say.text('receipt.number', { number: receipt.number }), stamp, columns),
    ...paragraph(say.text('receipt.cashier', { cashier: receipt.cashier }), columns),
  ];
}

function saleLine(line: SaleLine, { columns, say }: ReceiptLook): PaperLine[] {
  const quantity = formatQuantity(line.quantityMilli);
  const price = formatWhole(line.priceRupiah);
  const { discount, note } = line;
  return [
    ...paragraph(line.name, columns),
    ...pair(`${quantity} ${line.unit} x ${price}`, formatWhole(line.amountRupiah), columns, {
      indent: 2,
    }),
    ...(discount
      ? pair(rateWords(discount.rateBp, say), formatWhole(-discount.amountRupiah), columns, {
          indent: 2,
        })
      : []),
    ...(note === '' ? [] : paragraph(note, columns, { indent: 2 })),
  ];
}

function sums(receipt: Receipt, { columns, say }: ReceiptLook): PaperLine[] {
  const refund = receipt.kind === 'refund';
  return [
    ...leading(receipt, say).flatMap(({ name, rupiah }) =>
      pair(name, formatWhole(rupiah), columns),
    ),
    ...pair(say.text('receipt.total'), formatRupiah(receipt.totalRupiah), columns, {
      bold: true,
      tall: 2,
    }),
    ...receipt.tenders.flatMap((tender) => tenderLines(tender, { refund, columns, say })),
    ...(refund
      ? []
      : pair(say.text('receipt.change'), formatWhole(receipt.changeRupiah), columns, {
          bold: true,
        })),
    ...receipt.taxes.flatMap((tax) => taxLines(tax, receipt, { columns, say })),
  ];
}

/** A means of payment with what was told of it. */
function tenderLines(
  tender: Receipt['tenders'][number],
  { refund, columns, say }: Pick<ReceiptLook, 'columns' | 'say'> & { readonly refund: boolean },
): PaperLine[] {
  const { kind, amountRupiah } = tender;
  const cash = say.text(refund ? 'receipt.cashOut' : 'receipt.cash');
  const told = tenderDetails(tender);
  return [
    ...pair(kind === 'cash' ? cash : tenderWords(kind, say), formatWhole(amountRupiah), columns),
    ...(told === '' ? [] : paragraph(told, columns, { indent: 2 })),
  ];
}

/** A receipt always has a subtotal, also where it is the total. */
function leading(receipt: Receipt, say: Translator): SumRow[] {
  const sums = receiptRows(receipt, say);
  const subtotal = { name: say.text('sales.subtotal'), rupiah: receipt.subtotalRupiah };
  return sums.length === 0 ? [subtotal] : sums;
}

/** What the law asks to be told of a tax: its base, and the tax. */
function taxLines(
  { kind, isAdded, baseRupiah, taxRupiah }: Receipt['taxes'][number],
  { businessDate }: Receipt,
  { columns, say }: Pick<ReceiptLook, 'columns' | 'say'>,
): PaperLine[] {
  const known = taxKinds.find((one) => one === kind) ?? 'none';
  const rate = taxRateOn(known, businessDate);
  const amount = isAdded ? baseRupiah : rupiah(baseRupiah + taxRupiah);
  const base = known === 'none' ? baseRupiah : statedBase(amount, rate, isAdded);
  const name = say.text(isAdded ? 'receipt.taxAdded' : 'receipt.taxIn', {
    kind: taxWords(kind, say),
    rate: formatQuantity(rate.rateBp * 10),
  });
  return [
    ...pair(say.text('receipt.taxBase'), formatWhole(base), columns),
    ...pair(name, formatWhole(taxRupiah), columns),
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
