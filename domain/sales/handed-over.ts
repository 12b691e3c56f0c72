import { z } from 'zod';
import { KeptCart, KeptScan } from './contract.ts';
import { keptScans } from './register-events.ts';
import type { RegisterState } from './register-state.ts';

/** What a page hands over to itself when it is loaded again. */
export const HandedOver = z.strictObject({
  /** The cart that it held; null before the till has said which. */
  cart: z.strictObject({ id: z.uuid(), unkept: KeptCart.nullable() }).nullable(),
  /** What was scanned before that was known. */
  scans: z.array(KeptScan),
  /** What nobody has seen yet. */
  lost: z.array(
    z.strictObject({
      code: z.string(),
      failure: z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) }),
    }),
  ),
});
export type HandedOver = z.output<typeof HandedOver>;

/**
 * What this page hands over as it goes.
 * @param unkept the cart that the till is not known to have as it is
 * @param before what it was handed over itself
 */
export function handOver(
  { phase, cart, scans, lost }: RegisterState,
  unkept: KeptCart | undefined,
  before: HandedOver | null,
): HandedOver {
  const untold = lost.map(({ code, failure }) => ({ code, failure }));
  if (phase.kind === 'opening') {
    return { cart: before?.cart ?? null, scans: keptScans(scans), lost: untold };
  }
  const own = { id: cart.id, unkept: unkept?.id === cart.id ? unkept : null };
  return { cart: own, scans: [], lost: untold };
}
