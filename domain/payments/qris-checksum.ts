/** x^16 + x^12 + x^5 + 1. */
const POLYNOMIAL = 0x1021;
const BEGIN = 0xffff;

/**
 * CRC-16/CCITT-FALSE of a code up to and with `6304`, as four hexadecimal digits in capitals.
 * Source: EMVCo QR Code Specification, merchant-presented mode, section 4.7.3.2 (ISO/IEC 13239).
 */
export function qrisChecksum(text: string): string {
  let sum = BEGIN;
  for (const byte of utf8(text)) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum & 0x8000) === 0 ? sum << 1 : (sum << 1) ^ POLYNOMIAL;
    }
    sum &= 0xffff;
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
}

function utf8(text: string): number[] {
  const percent = encodeURIComponent(text.toWellFormed());
  return Array.from(percent.matchAll(/%([0-9A-F]{2})|([^%])/g), ([, hex, letter]) =>
    hex === undefined ? (letter ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  );
}
