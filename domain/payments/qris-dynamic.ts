import { LapakError } from '../errors.ts';
import { formatQris, readStaticQris } from './qris.ts';
import {
  countLetters,
  FIELD_LENGTH_MAX,
  formatFields,
  parseFields,
  type QrisField,
  valueOf,
  withField,
} from './qris-fields.ts';

/** Most that one payment by QRIS may be. Source: Bank Indonesia, KA-01080. */
export const QRIS_MAX_RUPIAH = 10_000_000;

/** Longest bill number in tag 62. Letters. Source: EMVCo, table 4.6. */
const BILL_NUMBER_MAX = 25;

/** Sees to it that so much can be paid by QRIS at once. @throws LapakError QRIS_AMOUNT */
export function requireQrisAmount(amountRupiah: number): void {
  if (Number.isInteger(amountRupiah) && amountRupiah >= 1 && amountRupiah <= QRIS_MAX_RUPIAH) {
    return;
  }
  throw new LapakError('QRIS_AMOUNT', { amountRupiah, mostRupiah: QRIS_MAX_RUPIAH });
}

/**
 * A static QRIS as one that asks for this sum, made without a network: the payer sees the merchant
 * and the amount, and types nothing. The reference goes in as the bill number where it has room.
 * Not every payer's app takes a code that was changed: the static one stays at hand.
 * @param amountRupiah 1 to QRIS_MAX_RUPIAH
 * @throws LapakError QRIS_AMOUNT, and what readStaticQris() throws
 */
export function dynamicQris(payload: string, amountRupiah: number, reference = ''): string {
  requireQrisAmount(amountRupiah);
  const { fields } = readStaticQris(payload);
  const once = withField(fields, { tag: '01', value: '12' });
  const asking = withField(once, { tag: '54', value: String(amountRupiah) });
  return formatQris(formatFields(withBillNumber(asking, reference)));
}

/** Without it where it is too long, has letters beyond ASCII, or where there is no room. */
function withBillNumber(fields: readonly QrisField[], reference: string): readonly QrisField[] {
  if (!/^[ -~]+$/.test(reference) || reference.length > BILL_NUMBER_MAX) return fields;
  const known = parseFields(valueOf(fields, '62') ?? '');
  if (!known) return fields;
  const value = formatFields(withField(known, { tag: '01', value: reference }));
  return countLetters(value) > FIELD_LENGTH_MAX ? fields : withField(fields, { tag: '62', value });
}
