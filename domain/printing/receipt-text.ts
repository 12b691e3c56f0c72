import { formatRupiah, type Rupiah } from '../money.ts';
import { formatVoucher } from '../payments/voucher.ts';
import { isBack, type Receipt } from '../sales/receipt.ts';
import { formatNpwp } from '../settings/npwp.ts';
import type { Translator } from '../text.ts';
import { zonedStamp } from '../time.ts';
import { backRows, lineRows, type ReceiptRow, sumRows } from './receipt-rows.ts';

/**
 * Whose receipt it is, which and when: the lines above what was sold. It says SALINAN: a file or a
 * message can be given out any number of times, by who may not print a receipt again.
 */
export function receiptHead(receipt: Receipt, say: Translator): string[] {
  const { stall, npwp, number, kind } = receipt;
  const stamp = zonedStamp(receipt.soldAtMs, receipt.offsetMinutes);
  return [
    [stall.number, stall.mall].filter((part) => part !== '').join(', '),
    stall.phone === '' ? '' : say.text('receipt.phone', { phone: stall.phone }),
    npwp === '' ? '' : say.text('receipt.npwp', { npwp: formatNpwp(npwp) }),
    kind === 'sale' ? '' : say.text(`receipt.${kind}`),
    ...backRows(receipt, say),
    `${say.text('receipt.number', { number })}, ${stamp}`,
    say.text('receipt.copy'),
  ].filter((line) => line !== '');
}

/** A voucher that goes out with a receipt: as good as cash. */
interface TextVoucher {
  /** Without its dashes. */
  readonly code: string;
  readonly amountRupiah: Rupiah;
}

/**
 * A receipt as text for a messenger: plain lines, `*` around what is to be bold there. As short as
 * the paper; letters of any script stay.
 * @param vouchers that it has just given out, as its first paper has them; none later
 */
export function receiptText(
  receipt: Receipt,
  say: Translator,
  vouchers: readonly TextVoucher[] = [],
): string {
  const lines = receipt.lines.flatMap((line) => {
    const { name, note, rows } = lineRows(line, say);
    return [name, ...rows.map((row) => `  ${row.label} = ${row.figure}`), ...noted(note, '  ')];
  });
  return [
    [`*${receipt.stall.name}*`, ...receiptHead(receipt, say)],
    [...lines, ...noted(receipt.note)],
    sumRows(receipt, say).map(sumText),
    ...vouchers.map((voucher) => voucherText(voucher, say)),
    isBack(receipt) ? [] : [say.text('receipt.thanks')],
  ]
    .map((part) => part.join('\n'))
    .filter((part) => part !== '')
    .join('\n\n');
}

function voucherText({ code, amountRupiah }: TextVoucher, say: Translator): string[] {
  return [
    `*${say.text('receipt.voucher')} ${formatRupiah(amountRupiah)}*`,
    `*${formatVoucher(code)}*`,
    say.text('receipt.voucherHow'),
  ];
}

function sumText({ label, figure, look }: ReceiptRow): string {
  const text = `${label}: ${figure}`;
  return look === 'plain' ? text : `*${text}*`;
}

function noted(note: string, indent = ''): string[] {
  return note === '' ? [] : [indent + note];
}
