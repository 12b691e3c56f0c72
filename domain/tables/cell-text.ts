/** What a spreadsheet takes for the beginning of a formula. Source: OWASP, CSV injection. */
const formula = '[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]';
/** Text that is tidy as it stands, which most cells are: letters of ASCII, one space between. */
const tidyAscii = /^[!-&(-~]+(?: [!-~]+)*$/;
const guardedFormula = new RegExp(`^'+${formula}`);

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
  return guardedFormula.test(tidy) ? tidy.slice(1) : tidy;
}

/**
 * Doubles the apostrophe of a text that already looks guarded, so that tidyCell() gives it back as
 * it was; the writer guards those that look like a formula.
 */
export function guardCell(text: string): string {
  return guardedFormula.test(text) ? `'${text}` : text;
}
