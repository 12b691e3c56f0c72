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
