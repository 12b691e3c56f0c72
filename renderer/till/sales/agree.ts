import type { CartChange } from '../../../domain/sales/cart-change.ts';
import { register } from './register-store.ts';

/** Agrees something on the cart, as a sheet was told. */
export function agree(change: CartChange): void {
  register.actBy({ on: 'agree', change }, 'text');
}
