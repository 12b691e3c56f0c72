import type { Tx } from '../database/run.ts';
import { forgetSettled } from '../payments/settled-store.ts';
import { forgetItems } from './item-store.ts';

/** Forgets what the hub told: another hub, or this one of another stall, tells other things. */
export function forgetTold(tx: Tx): void {
  forgetItems(tx);
  forgetSettled(tx);
}
