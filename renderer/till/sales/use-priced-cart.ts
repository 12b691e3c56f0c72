import { useMemo } from 'react';
import type { CartLine } from '../../../domain/sales/contract.ts';
import type { PricedCart } from '../../../domain/sales/pricing.ts';
import { pricedCart } from '../../../domain/sales/register-state.ts';
import { useRegister } from './register-store.ts';

/** The cart with its amounts. */
export function usePricedCart(): PricedCart<CartLine> {
  const cart = useRegister((state) => state.cart);
  const cashRoundingRupiah = useRegister((state) => state.cashRoundingRupiah);
  return useMemo(() => pricedCart({ cart, cashRoundingRupiah }), [cart, cashRoundingRupiah]);
}
