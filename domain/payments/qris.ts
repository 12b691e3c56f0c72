import { LapakError } from '../errors.ts';
import { qrisChecksum } from './qris-checksum.ts';
import { parseFields, type QrisField, valueOf } from './qris-fields.ts';

/** Who says that a merchant account is one of QRIS. */
const QRIS_NAME = 'ID.CO.QRIS.WWW';
/** Where the account stands: QRIS's own place first, else among those of the banks. */
const ACCOUNT_TAGS = [51, ...Array.from({ length: 25 }, (_, at) => 26 + at)].map(String);
/** Longest code that is read; those in use are shorter than half of it. Letters */
export const QRIS_LENGTH_MAX = 512;
const RUPIAH_CODE = '360';
const CHECKSUM_TAG = '6304';
const CHECKSUM_LETTERS = 4;

/** A QRIS code that is whole. */
export interface Qris {
  /** Shown once for one payment, or the same for all of them. */
  readonly kind: 'static' | 'dynamic';
  /** National merchant id: `ID1020021181745`; null where the code has none. */
  readonly nmid: string | null;
  readonly merchant: string;
  readonly city: string;
  /** What is to be paid, as the code has it; null where the payer types it. */
  readonly amount: string | null;
  /** All of it but the checksum. */
  readonly fields: readonly QrisField[];
}

/**
 * Reads a QRIS code and holds it against the rules: every length and tag, the checksum, and that
 * its merchant is one of QRIS in rupiah. Source: EMVCo QR Code Specification, merchant-presented
 * mode; ASPI's rules for tags 26 to 51.
 * @throws LapakError QRIS_DAMAGED, QRIS_CHECKSUM, QRIS_OTHER
 */
export function readQris(text: string): Qris {
  const payload = text.trim();
  const fields = payload.length > QRIS_LENGTH_MAX ? undefined : parseFields(payload);
  const last = fields?.at(-1);
  if (!fields || last?.tag !== '63' || last.value.length !== CHECKSUM_LETTERS) {
    throw new LapakError(looksLikeOne(payload) ? 'QRIS_DAMAGED' : 'QRIS_OTHER', {});
  }
  if (qrisChecksum(payload.slice(0, -CHECKSUM_LETTERS)) !== last.value.toUpperCase()) {
    throw new LapakError('QRIS_CHECKSUM', {});
  }
  return factsOf(fields.slice(0, -1));
}

/**
 * Reads the QRIS that a merchant shows for every payment.
 * @throws LapakError QRIS_ONE_TIME for a code that asks for one sum, and what readQris() throws
 */
export function readStaticQris(text: string): Qris {
  const qris = readQris(text);
  if (qris.kind === 'dynamic') throw new LapakError('QRIS_ONE_TIME', {});
  return qris;
}

/** Whether a text is a QRIS that a merchant can show for every payment. */
export function isStaticQris(text: string): boolean {
  try {
    return readStaticQris(text).kind === 'static';
  } catch {
    return false;
  }
}

/** The code of these fields, with their checksum. */
export function formatQris(payload: string): string {
  const signed = payload + CHECKSUM_TAG;
  return signed + qrisChecksum(signed);
}

function factsOf(fields: readonly QrisField[]): Qris {
  const account = accountOf(fields);
  const isQris =
    account &&
    fields[0]?.tag === '00' &&
    fields[0].value === '01' &&
    valueOf(fields, '53') === RUPIAH_CODE;
  const merchant = valueOf(fields, '59');
  if (!isQris || merchant === undefined) throw new LapakError('QRIS_OTHER', {});
  const amount = valueOf(fields, '54') ?? null;
  return {
    kind: valueOf(fields, '01') === '12' || amount !== null ? 'dynamic' : 'static',
    nmid: valueOf(account, '02') ?? null,
    merchant,
    city: valueOf(fields, '60') ?? '',
    amount,
    fields,
  };
}

/** @throws LapakError QRIS_DAMAGED where an account in it is not whole */
function accountOf(fields: readonly QrisField[]): readonly QrisField[] | undefined {
  const accounts = ACCOUNT_TAGS.flatMap((tag) => valueOf(fields, tag) ?? []).map(parseFields);
  if (accounts.includes(undefined)) throw new LapakError('QRIS_DAMAGED', {});
  return accounts.find((account) => account && valueOf(account, '00') === QRIS_NAME);
}

function looksLikeOne(payload: string): boolean {
  return payload.startsWith('0002') || payload.includes(QRIS_NAME);
}
