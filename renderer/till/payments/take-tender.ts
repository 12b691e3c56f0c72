import type { Tender } from '../../../domain/payments/tender.ts';
import { leftToPay } from '../../../domain/sales/register-due.ts';
import { register, useRegister } from '../sales/register-store.ts';

/** What a payment without cash is more than is left; nothing where it is not. Rupiah */
export function useOver(amountRupiah: number): number {
  const cashlessRupiah = useRegister((state) => leftToPay(state).cashlessRupiah);
  return Math.max(0, amountRupiah - cashlessRupiah);
}

/** It was paid, and whoever took it has seen what goes back in cash. */
export function takeTender(tender: Tender, overRupiah: number): void {
  register.actBy({ on: 'takeTender', tender, givesCashBack: overRupiah > 0 }, 'text');
}

/** Back to the sums; nothing was taken. */
export function leaveTender(): void {
  register.actBy({ on: 'closePayment' }, 'text');
}
