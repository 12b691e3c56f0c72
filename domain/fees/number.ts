/** A number of a paper: gapless within its kind, mall and year. */
export interface PaperNumber {
  /** `KW`, `SP1` */
  readonly kind: string;
  readonly mall: string;
  readonly year: number;
  readonly number: number;
}

/** `KW/TC/2026/000017` */
export function formatNumber({ kind, mall, year, number }: PaperNumber): string {
  return [kind, mall, year, String(number).padStart(6, '0')].join('/');
}

/** The parts of a number as formatNumber() writes it; undefined for another text. */
export function parseNumber(text: string): PaperNumber | undefined {
  const found = /^([A-Z0-9]+)\/([A-Za-z0-9.-]+)\/(\d{4})\/(\d{6,9})$/.exec(text);
  if (!found) return undefined;
  const [, kind = '', mall = '', year = '', number = ''] = found;
  return { kind, mall, year: Number(year), number: Number(number) };
}

/** What the number of a kuitansi begins with. */
export const KUITANSI = 'KW';

/** What was typed of a number: null is any. */
export interface TypedNumber {
  readonly year: number | null;
  readonly number: number | null;
}

/**
 * Reads the number of a paper of one kind and mall as people type it: whole, without what stands
 * before (`2026/17`, `000017`, `17`), or as far as they are (`kw/tc/2026/`).
 * @returns undefined for another text
 */
export function parseTypedNumber(
  text: string,
  { kind, mall }: Pick<PaperNumber, 'kind' | 'mall'>,
): TypedNumber | undefined {
  const parts = text.trim().toLowerCase().split('/');
  for (const known of [kind, mall]) if (parts[0] === known.toLowerCase()) parts.shift();
  const [only = '', number] = parts;
  if (parts.length > 2 || (number === undefined && !/^\d{1,9}$/.test(only))) return undefined;
  if (number === undefined) return { year: null, number: Number(only) };
  if (!/^\d{4}$/.test(only) || !/^\d{0,9}$/.test(number)) return undefined;
  return { year: Number(only), number: number === '' ? null : Number(number) };
}
