import { barcodeForms } from './barcode.ts';

/** What a file gives a barcode to. */
interface Claim {
  readonly code: string;
  readonly unit: string;
  readonly name: string;
}

/**
 * What the products of a file that came before have taken. A dry run writes nothing, so that the
 * catalog alone would not tell it; an import asks here first as well, so that both say the same.
 */
export interface FileClaims {
  ofBarcode(barcode: string): Claim | undefined;
  /** A new product's code. */
  ofCode(code: string): { readonly name: string } | undefined;
  /** The new code that differs from this one in capitals only. */
  otherCase(code: string): string | undefined;
  claimBarcodes(barcodes: readonly string[], claim: Claim): void;
  claimCode(code: string, name: string): void;
}

/** Nothing is taken yet. */
export function noClaims(): FileClaims {
  const byBarcode = new Map<string, Claim>();
  const byCode = new Map<string, { readonly name: string }>();
  const byLowerCase = new Map<string, string>();
  return {
    ofBarcode: (barcode) => byBarcode.get(barcode),
    ofCode: (code) => byCode.get(code),
    otherCase: (code) => {
      const other = byLowerCase.get(code.toLowerCase());
      return other === code ? undefined : other;
    },
    claimBarcodes: (barcodes, claim) => {
      for (const form of barcodes.flatMap(barcodeForms)) byBarcode.set(form, claim);
    },
    claimCode: (code, name) => {
      byCode.set(code, { name });
      if (!byLowerCase.has(code.toLowerCase())) byLowerCase.set(code.toLowerCase(), code);
    },
  };
}
