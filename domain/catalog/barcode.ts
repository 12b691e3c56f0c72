/**
 * The check digit of an EAN or UPC number given without it: weights 3 and 1 from the right.
 * Source: GS1 General Specifications §7.9.
 */
export function checkDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** EAN-8, UPC-A or EAN-13. */
const NUMBER = /^(\d{8}|\d{12}|\d{13})$/;

/**
 * Whether a barcode can stand in the catalog: 8, 12 and 13 digits must have their check digit;
 * any other text of 1 to 48 printable ASCII characters is a code of the stall's own (Code 128).
 */
export function isValidBarcode(barcode: string): boolean {
  if (NUMBER.test(barcode)) {
    return checkDigit(barcode.slice(0, -1)) === Number(barcode.at(-1));
  }
  return /^[\x21-\x7e]{1,48}$/.test(barcode);
}

/** Most letters of what is scanned; a longer QR code is none of ours. */
export const SCANNED_MAX = 200;

/** What was scanned; `isWhole` where no part of it can be missing. */
export interface Scanned {
  readonly code: string;
  readonly isWhole: boolean;
}

/** Whether a scan may become a barcode of a product: it is whole, or its check digit says so. */
export function canBecomeBarcode({ code, isWhole }: Scanned): boolean {
  return isWhole || (NUMBER.test(code) && isValidBarcode(code));
}

/** A UPC-A number is the EAN-13 with a leading zero; scanners send either. */
export function barcodeForms(barcode: string): string[] {
  if (/^\d{12}$/.test(barcode)) return [barcode, `0${barcode}`];
  if (/^0\d{12}$/.test(barcode)) return [barcode, barcode.slice(1)];
  return [barcode];
}
