/**
 * The digits of a tax number as a person writes it, with points and dashes.
 * Source: PMK 112/2022 (16 digits; 15 before).
 */
export function npwpDigits(text: string): string {
  return text.replace(/[.\-\s/]/g, '');
}

/** Whether these digits can be a tax number. */
export function isNpwp(digits: string): boolean {
  return /^(\d{15}|\d{16})$/.test(digits);
}

/** `01.234.567.8-901.000` of 15 digits; four in a group of 16. */
export function formatNpwp(digits: string): string {
  if (digits.length === 15) {
    return digits.replace(/^(..)(...)(...)(.)(...)(...)$/, '$1.$2.$3.$4-$5.$6');
  }
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}
