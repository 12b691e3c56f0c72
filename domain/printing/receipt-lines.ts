import { isBackType } from '../journal/sale-types.ts';
import { formatRupiah, formatWhole, type Rupiah } from '../money.ts';
import { isBack, type Receipt, type SaleLine } from '../sales/receipt.ts';
import { formatNpwp } from '../settings/npwp.ts';
import type { Translator } from '../text.ts';
import { zonedStamp } from '../time.ts';
import { printedFooter } from './footer.ts';
import { copyMark, type PaperLook, stallHead, trainingMark } from './paper-head.ts';
import { drawn, gap, pair, paragraph, rule } from './paper-text.ts';
import type { PaperPicture } from './picture.ts';
import type { PaperLine } from './printer.ts';
import { backRows, lineRows, sumRows } from './receipt-rows.ts';

/** What a stall puts on its receipts beside what the law asks for. */
export interface ReceiptExtras {
  /** Above the head; null for none. */
  readonly logo: PaperPicture | null;
  /** Below the sums, up to three lines; empty for none. */
  readonly footer: string;
  /** The QR by which a receipt is checked, and whether a page of a hub does; null for none. */
  readonly code: { readonly picture: PaperPicture; readonly isOfHub: boolean } | null;
  /** The vouchers that it gives out. */
  readonly vouchers: readonly PaperVoucher[];
  /** The stall's own static QRIS, and whose it is; null for none. */
  readonly qris: { readonly picture: PaperPicture; readonly merchant: string } | null;
}

/** A voucher: who brings it pays with it, once. */
interface PaperVoucher {
  /** As a person types it: `7GK2-M0QX-RT9D`. */
  readonly code: string;
  readonly amountRupiah: Rupiah;
  /** The same for a scanner. */
  readonly picture: PaperPicture;
}

/** A receipt without any of it. */
export const noExtras: ReceiptExtras = {
  logo: null,
  footer: '',
  code: null,
  vouchers: [],
  qris: null,
};

/** How a receipt is printed. */
export interface ReceiptLook extends PaperLook {
  /** A reprint: marked SALINAN at its head and foot. */
  readonly copy: boolean;
  readonly extras: ReceiptExtras;
}

/**
 * A receipt as lines of paper. Tax and NPWP stand on it only where the sale was taxed: a stall that
 * is no PKP charges no PPN. Never says that goods cannot be returned (forbidden by UU 8/1999,
 * article 18), whatever its footer does. Source of what a PKP has to tell: PER-11/PJ/2025,
 * article 52.
 */
export function receiptLines(receipt: Receipt, look: ReceiptLook): PaperLine[] {
  const { columns } = look;
  const isTraining = receipt.kind === 'training';
  return [
    ...trainingMark(isTraining, look),
    ...copyMark(look.copy, look),
    ...(look.extras.logo ? [drawn(look.extras.logo), gap()] : []),
    ...head(receipt, look),
    rule(columns),
    ...receipt.lines.flatMap((line) => saleLine(line, look)),
    ...(receipt.note === '' ? [] : paragraph(receipt.note, columns)),
    rule(columns),
    ...sums(receipt, look),
    rule(columns),
    ...foot(receipt, look),
    ...look.extras.vouchers.flatMap((voucher) => voucherLines(voucher, look)),
    ...copyMark(look.copy, look),
    ...trainingMark(isTraining, look),
  ];
}

function head(receipt: Receipt, look: ReceiptLook): PaperLine[] {
  const { columns, say } = look;
  const stamp = zonedStamp(receipt.soldAtMs, receipt.offsetMinutes);
  return [
    ...stallHead(receipt.stall, look),
    ...(receipt.npwp === ''
      ? []
      : paragraph(say.text('receipt.npwp', { npwp: formatNpwp(receipt.npwp) }), columns, {
          align: 'centre',
        })),
    gap(),
    ...backMark(receipt, look),
    ...pair(say.text('receipt.number', { number: receipt.number }), stamp, columns),
    ...paragraph(say.text('receipt.cashier', { cashier: receipt.cashier }), columns),
  ];
}

/** What is no sale says so, and of which sale it is. */
function backMark({ kind, original, reason }: Receipt, { columns, say }: ReceiptLook): PaperLine[] {
  if (!isBackType(kind)) return [];
  const mark = { align: 'centre', bold: true, tall: 2 } as const;
  return [
    ...paragraph(say.text(`receipt.${kind}`), columns, mark),
    ...backRows({ original, reason }, say).flatMap((row) => paragraph(row, columns)),
  ];
}

function saleLine(line: SaleLine, { columns, say }: ReceiptLook): PaperLine[] {
  const { name, note, rows } = lineRows(line, say);
  return [
    ...paragraph(name, columns),
    ...rows.flatMap(({ label, figure }) => pair(label, figure, columns, { indent: 2 })),
    ...(note === '' ? [] : paragraph(note, columns, { indent: 2 })),
  ];
}

function sums(receipt: Receipt, { columns, say }: ReceiptLook): PaperLine[] {
  return sumRows(receipt, say).flatMap(({ label, figure, look }) => {
    const style = look === 'total' ? { bold: true, tall: 2 as const } : { bold: look === 'change' };
    return pair(label, figure, columns, style);
  });
}

function foot(receipt: Receipt, { columns, say, extras }: ReceiptLook): PaperLine[] {
  const products = new Set(receipt.lines.map((line) => line.code)).size;
  const mark = `${receipt.epoch}.${receipt.seq}`;
  const centred = (text: string) => paragraph(text, columns, { align: 'centre' });
  return [
    ...pair(say.text('receipt.products'), formatWhole(products), columns),
    gap(),
    ...(isBack(receipt) ? [] : centred(say.text('receipt.thanks'))),
    ...printedFooter(extras.footer).flatMap(centred),
    ...(receipt.kind === 'sale' ? qrisLines(extras.qris, centred, say) : []),
    ...codeLines(extras.code, centred, say),
    ...centred(say.text('receipt.record', { mark })),
  ];
}

/** Below all else, where it can be torn off. */
function voucherLines(voucher: PaperVoucher, { columns, say }: ReceiptLook): PaperLine[] {
  const centred = (text: string, style = {}) =>
    paragraph(text, columns, { align: 'centre', ...style });
  return [
    gap(),
    rule(columns),
    ...centred(say.text('receipt.voucher'), { bold: true }),
    ...centred(formatRupiah(voucher.amountRupiah), { bold: true, tall: 2 }),
    ...centred(voucher.code, { bold: true }),
    drawn(voucher.picture),
    ...centred(say.text('receipt.voucherHow')),
  ];
}

/** The QRIS that takes money for the stall; on a paper that is of no sale nobody is to pay. */
function qrisLines(
  qris: ReceiptExtras['qris'],
  centred: (text: string) => PaperLine[],
  say: Translator,
): PaperLine[] {
  if (!qris) return [];
  const whose = say.text('receipt.qris', { merchant: qris.merchant });
  return [gap(), ...centred(whose), drawn(qris.picture), gap()];
}

/** The QR, and what it is for. */
function codeLines(
  code: ReceiptExtras['code'],
  centred: (text: string) => PaperLine[],
  say: Translator,
): PaperLine[] {
  if (!code) return [];
  return [
    drawn(code.picture),
    ...centred(say.text(code.isOfHub ? 'receipt.codeCheck' : 'receipt.codeKeep')),
  ];
}
