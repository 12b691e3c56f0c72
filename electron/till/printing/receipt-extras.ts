import { encode } from 'uqr';
import { isOfHub } from '../../../domain/journal/receipt-link.ts';
import { readStaticQris } from '../../../domain/payments/qris.ts';
import { drawPicture, type PaperPicture } from '../../../domain/printing/picture.ts';
import { type Columns, paperDots } from '../../../domain/printing/printer.ts';
import type { ReceiptExtras } from '../../../domain/printing/receipt-lines.ts';
import type { Tx } from '../database/run.ts';
import { readLogo } from '../settings/logo.ts';
import { readSettings } from '../settings/stall-settings.ts';

/** White around a QR, in its own squares. Source: ISO/IEC 18004. */
const QUIET = 4;
/**
 * Of one square of a QR: half a millimetre, which every phone reads. A code of an ordinary address
 * is some 30 mm wide then. Dots
 */
const SQUARE_DOTS = 4;

/** What the stall puts on its receipts, as it is set now. @param link null for no QR */
export function readExtras(tx: Tx, link: string | null, columns: Columns): ReceiptExtras {
  const { qris: payload, receipt } = readSettings(tx);
  const { footer, hasQr, hasQris } = receipt;
  const dots = paperDots[columns];
  const code =
    link === null || !hasQr ? null : { picture: qrPicture(link, dots), isOfHub: isOfHub(link) };
  const qris =
    payload === '' || !hasQris
      ? null
      : { picture: qrPicture(payload, dots), merchant: readStaticQris(payload).merchant };
  return { logo: readLogo(tx), footer, code, qris };
}

/** The QR of a text; of a very long one in smaller squares, so that it is not wider than `dots`. */
export function qrPicture(text: string, dots: number): PaperPicture {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const square = Math.min(SQUARE_DOTS, Math.floor(dots / size));
  const at = (dot: number) => Math.floor(dot / square);
  return drawPicture(size * square, size * square, (x, y) => data[at(y)]?.[at(x)] ?? false);
}
