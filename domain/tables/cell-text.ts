/** What a spreadsheet takes for the beginning of a formula. Source: OWASP, CSV injection. */
const formula = '[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]';
/** Text that is tidy as it stands, which most cells are: letters of ASCII, one space between. */
const tidyAscii = /^[!-&(-~]+(?: [!-~]+)*$/;
/** What a spreadsheet passes over at the beginning of a cell. */
const blanks = '[\\s\\p{Cc}]';
const blankFormula = new RegExp(`^${blanks}+${formula}`, 'u');
const guardedFormula = new RegExp(`^'+${blanks}*${formula}`, 'u');

/**
 * The text of a cell as it comes in: one space between words, no control characters (a printer
 * would obey them), composed letters, and without the apostrophe that keeps a spreadsheet from
 * taking it for a formula.
 */
export function tidyCell(text: string): string {
  if (tidyAscii.test(text)) return text;
  const tidy = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return guardedFormula.test(tidy) ? tidy.slice(1).trimStart() : tidy;
}

/**
 * Guards a text that looks like a formula behind blanks, and doubles the apostrophe of one that
 * already looks guarded, so that tidyCell() gives it back as it was; the writer guards those that
 * begin as a formula.
 */
export function guardCell(text: string): string {
  return guardedFormula.test(text) || blankFormula.test(text) ? `'${text}` : text;
}
