import type { Receipt } from '../sales/receipt.ts';
import { formatNpwp } from '../settings/npwp.ts';
import type { Translator } from '../text.ts';
import { zonedStamp } from '../time.ts';
import { lineRows, type ReceiptRow, sumRows } from './receipt-rows.ts';

/** Whose receipt it is, which and when: the lines above what was sold. */
export function receiptHead(receipt: Receipt, say: Translator): string[] {
  const { stall, npwp, number, kind } = receipt;
  const stamp = zonedStamp(receipt.soldAtMs, receipt.offsetMinutes);
  return [
    [stall.number, stall.mall].filter((part) => part !== '').join(', '),
    stall.phone === '' ? '' : say.text('receipt.phone', { phone: stall.phone }),
    npwp === '' ? '' : say.text('receipt.npwp', { npwp: formatNpwp(npwp) }),
    kind === 'refund' ? say.text('receipt.refund') : '',
    kind === 'training' ? say.text('receipt.training') : '',
    `${say.text('receipt.number', { number })}, ${stamp}`,
  ].filter((line) => line !== '');
}

/**
 * A receipt as text for a messenger: plain lines, `*` around what is to be bold there. As short as
 * the paper; letters of any script stay.
 */
export function receiptText(receipt: Receipt, say: Translator): string {
  const lines = receipt.lines.flatMap((line) => {
    const { name, note, rows } = lineRows(line, say);
    return [name, ...rows.map((row) => `  ${row.label} = ${row.figure}`), ...noted(note, '  ')];
  });
  return [
    [`*${receipt.stall.name}*`, ...receiptHead(receipt, say)],
    [...lines, ...noted(receipt.note)],
    sumRows(receipt, say).map(sumText),
    [say.text('receipt.thanks')],
  ]
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function sumText({ label, figure, look }: ReceiptRow): string {
  const text = `${label}: ${figure}`;
  return look === 'plain' ? text : `*${text}*`;
}

function noted(note: string, indent = ''): string[] {
  return note === '' ? [] : [indent + note];
}
