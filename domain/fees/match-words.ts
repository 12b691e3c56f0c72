import { addMonths } from './period.ts';

/** Longest run of words that can be a code with its month: `T C - A 1 2 - 2 0 2 6 1 1`. */
const WORDS_MAX = 6;
/** Figures of the longest month. */
const MONTH_LENGTH = 6;
/** A remark is of a month that lies at most so many months before or behind its payment. */
const MONTHS_AWAY_MAX = 36;

/**
 * The words of a description, in capitals: letters and figures only. A bank may write an amount
 * right before what the payer wrote: `1000017.00TC-A12-2611`.
 */
export function wordsOf(description: string): string[] {
  return description
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/(\d[.,]\d\d)(?=[A-Z])/g, '$1 ')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
}

/** A code of a stall as it is compared: without separators, in capitals. */
export function foldCode(code: string): string {
  return wordsOf(code).join('');
}

/** A stall's code in a description, with the month behind it or without. */
export interface FoundCode {
  /** As foldCode() has it. */
  readonly code: string;
  /** `2026-11`; null where only the code stands there. */
  readonly period: string | null;
}

/** The codes of a mall's stalls, folded. */
export interface KnownCodes {
  readonly isCode: (code: string) => boolean;
  /** Length of the longest. */
  readonly codeLength: number;
}

/**
 * Codes of stalls in a description, of whole words only: with or without separators between their
 * parts and the month.
 * @param on date of the payment, which tells months from other figures
 */
export function findCodes(
  words: readonly string[],
  { isCode, codeLength }: KnownCodes,
  on: string,
): FoundCode[] {
  const found = new Map<string, FoundCode>();
  const months = words.map((word) => monthBehind(word, on));
  for (let from = 0; from < words.length; from += 1) {
    let run = '';
    for (let to = from; to < Math.min(words.length, from + WORDS_MAX); to += 1) {
      run += words[to] ?? '';
      if (run.length > codeLength + MONTH_LENGTH) break;
      if (isCode(run) && isTelling(run) && !found.has(run)) {
        found.set(run, { code: run, period: null });
      }
      for (const { period, length } of months[to] ?? []) {
        const code = run.slice(0, -length);
        if (isCode(code)) found.set(code, { code, period });
      }
    }
  }
  return [...found.values()];
}

/** Long enough, and of letters and figures, so that no other word is it by chance. */
function isTelling(code: string): boolean {
  return code.length >= 4 && /[A-Z]/.test(code) && /\d/.test(code);
}

interface MonthBehind {
  readonly period: string;
  /** How many figures it is written in. */
  readonly length: number;
}

/** The month that a word ends with. One of figures alone is a month, whole: `22611` is none. */
function monthBehind(word: string, on: string): MonthBehind[] {
  const [, century = '', year = '', month = ''] = /(20)?(\d\d)(0[1-9]|1[0-2])$/.exec(word) ?? [];
  if (year === '') return [];
  const period = `20${year}-${month}`;
  const near = addMonths(on.slice(0, 7), -MONTHS_AWAY_MAX);
  const far = addMonths(on.slice(0, 7), MONTHS_AWAY_MAX);
  if (period < near || period > far) return [];
  const lengths = century === '' ? [4] : [4, 6];
  const isBare = /^\d+$/.test(word);
  return lengths.flatMap((length) =>
    isBare && word.length !== length ? [] : [{ period, length }],
  );
}

/** What stands before or behind a name and is none of it. */
const titles = new Set(['IBU', 'BPK', 'BAPAK', 'SDR', 'SDRI', 'H', 'HJ', 'HAJI', 'TN', 'NY', 'DR']);

/** The words of a person's or firm's name, without titles; empty where it tells nobody apart. */
export function nameWords(name: string): string[] {
  const words = wordsOf(name).filter((word) => !titles.has(word));
  const isShort = words.length === 1 && (words[0] ?? '').length < 6;
  return isShort ? [] : words;
}

/**
 * Whether a name stands in a description from a word on: whole, or at its end as much of it as the
 * bank had room for.
 */
export function isNameAt(words: readonly string[], from: number, name: readonly string[]): boolean {
  for (const [at, part] of name.entries()) {
    const word = words[from + at];
    if (word === part) continue;
    if (word === undefined) return at >= 2;
    const isLast = from + at === words.length - 1;
    return isLast && at >= 1 && word.length >= 3 && part.startsWith(word);
  }
  return name.length > 0;
}

/** Words of banks and of what people write about a payment: no part of who sent it. */
const common = new Set(
  (
    'TRSF TRF TRANSFER TRANSFERAN BANKING EBANKING MBANKING INTERNET MOBILE ONLINE ' +
    'OTOMATIS CR DB KR DR K D CREDIT KREDIT DEBET DEBIT SWITCHING BIFAST BI FAST RTGS SKN ' +
    'SKNBI LLG KLIRING FTSCY FTFVA WS ATM ATMB CDM SETORAN SETOR TUNAI TARIKAN INHOUSETRF ' +
    'INHOUSE MCM KOPRA LIVIN NBMB IBNK BRIMO BRIMOLA QRIS QR BANK BCA BRI BNI MANDIRI ' +
    'CENTRAL ASIA RAKYAT NEGARA INDONESIA BSI SYARIAH CIMB NIAGA PERMATA DANAMON OCBC ' +
    'NISP PANIN MEGA MAYBANK BTN JAGO SEABANK DANA OVO GOPAY SHOPEEPAY LINKAJA DARI KE ' +
    'FROM TO DAN DENGAN UNTUK UTK OLEH VIA PER BY NO REK REKENING BAYAR BYR PEMBAYARAN ' +
    'PAYMENT PELUNASAN LUNAS CICILAN CICIL SISA KURANG IURAN LISTRIK AIR KEBERSIHAN SEWA ' +
    'KIOS LAPAK TOKO UNIT BLOK LANTAI LT TAGIHAN BULAN BLN TGL TANGGAL TAHUN THN JANUARI ' +
    'FEBRUARI MARET APRIL MEI JUNI JULI AGUSTUS SEPTEMBER OKTOBER NOVEMBER DESEMBER JAN ' +
    'INI ITU PAK BUK MAS MBAK TERIMA KASIH SUDAH MOHON TELLER ATMSTRPRM BIF FEB MAR APR ' +
    'JUN JUL AGU AGT AUG SEP SEPT OKT OCT NOV NOP DES DEC RP IDR REF BERITA KET TRX'
  ).split(' '),
);

/**
 * Where the name is in descriptions of banks that say so: Mandiri `... DARI SITI AMINAH KE ...`,
 * BRI `NBMB SITI AMINAH TO ...`, BNI `TRANSFER DARI | SITI AMINAH`.
 */
const places: readonly RegExp[] = [
  /\bDARI\b(.+?)(?:\b(?:KE|UNTUK|UTK)\b.*)?$/,
  /\bFROM\b(.+?)(?:\b(?:TO|FOR)\b.*)?$/,
  /\bNBMB\b(.+?)(?:\bTO\b.*)?$/,
];

/**
 * Who sent a payment, as descriptions of the bank name them, without what the bank and the payer
 * add each time; empty where nothing is left that tells anybody apart.
 */
export function senderOf(words: readonly string[]): string {
  const text = words.join(' ');
  const placed = places.map((place) => place.exec(text)?.[1]).find((part) => part !== undefined);
  const own = (placed ?? text).split(' ').filter(isOfName);
  const sender = own.join(' ').slice(0, 60).trim();
  return sender.replaceAll(' ', '').length >= 4 ? sender : '';
}

/** Three letters or more, no code of a bank (`BMRIIDJA`). Two are as often those of a mall. */
function isOfName(word: string): boolean {
  if (common.has(word) || titles.has(word)) return false;
  return /^[A-Z]{3,}$/.test(word) && !/^[A-Z]{4}IDJA$/.test(word);
}
