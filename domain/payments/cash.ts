import { rupiah, RUPIAH_MAX, type Rupiah } from '../money.ts';

/** How cash in the hand stands against what is due. */
export type CashPreview =
  | { readonly kind: 'short'; readonly missingRupiah: Rupiah }
  | { readonly kind: 'enough'; readonly changeRupiah: Rupiah };

/** What is still missing, or what goes back. */
export function previewCash(due: Rupiah, received: Rupiah): CashPreview {
  const over = rupiah(received - due);
  return over < 0
    ? { kind: 'short', missingRupiah: rupiah(-over) }
    : { kind: 'enough', changeRupiah: over };
}

/** Digits of an amount typed by hand (`50.000`, `Rp50000`); a longer one than RUPIAH_MAX is cut. */
export function typedRupiah(text: string): Rupiah {
  const digits = text.replace(/\D/g, '').slice(0, 15);
  return rupiah(Math.min(Number(digits), RUPIAH_MAX));
}
