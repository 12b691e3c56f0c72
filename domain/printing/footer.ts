/** Lines and letters of a line that a stall puts below its receipts. */
export const [FOOTER_LINES_MAX, FOOTER_LETTERS_MAX] = [3, 96];

/** The lines of a footer that are printed. */
export function printedFooter(footer: string): string[] {
  const lines = footer.split('\n');
  const refused = refusedLines(footer);
  return lines.filter((line, at) => line.trim() !== '' && !refused.has(at));
}

/** Whether a footer says somewhere that goods are not taken back. */
export function refusesReturns(footer: string): boolean {
  return refusedLines(footer).size > 0;
}

/**
 * Which lines of a footer say, in whole or in part, that goods can't be returned or exchanged: such
 * a clause is void and must not be written. Source: UU 8/1999, article 18 (1) b and c.
 */
function refusedLines(footer: string): ReadonlySet<number> {
  const refused = new Set<number>();
  for (const { index, 0: found } of footer.toLowerCase().matchAll(CLAUSE)) {
    const first = lineAt(footer, index);
    for (let line = first; line <= lineAt(footer, index + found.length); line += 1) {
      refused.add(line);
    }
  }
  return refused;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length - 1;
}

/** What says no. */
const NO = "tidak|tdk|tak|nggak|enggak|gak|ga|tanpa|dilarang|no|not|non|cannot|can'?t|never";
/** What may stand between the no and what is refused. */
const BETWEEN =
  'dapat|dpt|bisa|bs|boleh|akan|lagi|menerima|terima|melayani|ada|untuk|proses|uang|barang|' +
  'di|atau|dan|maupun|be|any|accepted|accept|accepting|give|gives|for|or|and|cash|goods|to';
/** What is refused: `kembali` behind a no, its verbs, and `tukar` in all its forms. */
const RETURN =
  '(?:di|me|pe)?(?:ng|n|m)?(?:kembalikan|embalian|embalikan|kembali)|' +
  '(?:di|me|pe)?n?(?:t?ukar)(?:kan|an)?|' +
  'retur|refund(?:s|ed|able)?|return(?:s|ed|able)?|exchange(?:s|d|able)?|changed';
/** Words are joined by anything but what ends a part of a sentence. */
const GAP = '[^\\p{L}.,;:!?]+';
const CLAUSE = new RegExp(
  `(?<!\\p{L})(?:${NO})${GAP}(?:(?:${BETWEEN})${GAP}){0,4}(?:${RETURN})(?!\\p{L})` +
    `|(?<!\\p{L})sales?${GAP}(?:(?:are|is)${GAP})?final(?!\\p{L})`,
  'giu',
);
