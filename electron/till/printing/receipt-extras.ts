import { encode } from 'uqr';
import { isOfHub } from '../../../domain/journal/receipt-link.ts';
import { readStaticQris } from '../../../domain/payments/qris.ts';
import { formatVoucher, voucherLink } from '../../../domain/payments/voucher.ts';
import { drawPicture, type PaperPicture } from '../../../domain/printing/picture.ts';
import { type Columns, paperDots } from '../../../domain/printing/printer.ts';
import type { ReceiptExtras } from '../../../domain/printing/receipt-lines.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { Tx } from '../database/run.ts';
import type { Device } from '../journal/device.ts';
import { readReceiptLink } from '../journal/sign-receipt.ts';
import { type GivenVoucher, vouchersOf } from '../payments/vouchers.ts';
import { readLogo } from '../settings/logo.ts';
import { readSettings } from '../settings/stall-settings.ts';

/** White around a QR, in its own squares. Source: ISO/IEC 18004. */
const QUIET = 4;
/**
 * Of one square of a QR: half a millimetre, which every phone reads. A code of an ordinary address
 * is some 30 mm wide then. Dots
 */
const SQUARE_DOTS = 4;

/** What a receipt has that only the key of the till can make. */
export interface ReceiptCodes {
  /** Null for no QR. */
  readonly link: string | null;
  readonly vouchers: readonly GivenVoucher[];
}

/** The codes of the receipt at this place of the journal. */
export function readCodes(
  tx: Tx,
  device: Device,
  { record, receipt }: { readonly record: number; readonly receipt: Receipt },
): ReceiptCodes {
  const vouchers = vouchersOf(tx, device, receipt);
  return { link: readReceiptLink(tx, device, record), vouchers };
}

/** What the stall puts on its receipts, as it is set now. */
export function readExtras(
  tx: Tx,
  { link, vouchers }: ReceiptCodes,
  columns: Columns,
): ReceiptExtras {
  const { qris: payload, receipt } = readSettings(tx);
  const { footer, hasQr, hasQris } = receipt;
  const dots = paperDots[columns];
  const code =
    link === null || !hasQr ? null : { picture: qrPicture(link, dots), isOfHub: isOfHub(link) };
  const qris =
    payload === '' || !hasQris
      ? null
      : { picture: qrPicture(payload, dots), merchant: readStaticQris(payload).merchant };
  const papers = vouchers.map(({ code: letters, amountRupiah }) => {
    const picture = qrPicture(voucherLink(letters), dots);
    return { code: formatVoucher(letters), amountRupiah, picture };
  });
  return { logo: readLogo(tx), footer, code, vouchers: papers, qris };
}

/** The QR of a text; of a very long one in smaller squares, so that it is not wider than `dots`. */
export function qrPicture(text: string, dots: number): PaperPicture {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const square = Math.min(SQUARE_DOTS, Math.floor(dots / size));
  const at = (dot: number) => Math.floor(dot / square);
  return drawPicture(size * square, size * square, (x, y) => data[at(y)]?.[at(x)] ?? false);
}
