import type { Leave } from '../../../domain/sales/leave.ts';
import { leavePermissions } from '../../../domain/sales/leave.ts';
import { HOUR_MS, type UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';

/** A leave on a cart, and who gave it. */
export interface GivenLeave extends Leave {
  /** Pseudonym. */
  readonly approver: string;
}

/** A leave is for the day on which it was given: whoever gave it may not be there on the next. */
const KEPT_MS = 12 * HOUR_MS;

/** The leaves that were given on a cart, and have not ended. */
export function listLeaves(tx: Tx, cart: string, nowMs: UtcMs): GivenLeave[] {
  return findByCart
    .all(tx, { cart, since: nowMs - KEPT_MS })
    .flatMap(({ permission, ...leave }) => {
      const known = leavePermissions.find((one) => one === permission);
      return known ? [{ ...leave, permission: known }] : [];
    });
}

/** Notes leaves on a cart; what nobody can need any more goes. */
export function writeLeaves(
  tx: Tx,
  cart: string,
  leaves: readonly GivenLeave[],
  atMs: UtcMs,
): void {
  deleteOld.run(tx, { before: atMs - KEPT_MS });
  for (const leave of leaves) upsert.run(tx, { ...leave, cart, atMs });
}

/** The cart goes on under another id, with what was allowed on it. */
export function moveLeaves(tx: Tx, cart: string, goesOnAs: string): void {
  for (const leave of findByCart.all(tx, { cart, since: 0 })) {
    upsert.run(tx, { ...leave, cart: goesOnAs });
  }
  deleteOfCart.run(tx, { cart });
}

/** The cart was paid: each leave was for that sale, and for no cart that goes on from it. */
export function forgetLeaves(tx: Tx, cart: string): void {
  deleteOfCart.run(tx, { cart });
}

interface LeaveRow {
  readonly permission: string;
  readonly what: string;
  readonly low: number;
  readonly approver: string;
  readonly atMs: number;
}

const findByCart = prepare<{ cart: string; since: number }, LeaveRow>((given) =>
  build
    .selectFrom('cart_leave')
    .select(['permission', 'what', 'low', 'approver', 'given_at_ms as atMs'])
    .where('cart', '=', given('cart'))
    .where('given_at_ms', '>=', given('since'))
    .orderBy('given_at_ms')
    .orderBy('permission')
    .limit(LEAVES_MAX),
);

/** More than lines that a cart has, with a few leaves each. */
const LEAVES_MAX = 5_000;

const upsert = prepare<LeaveRow & { cart: string }>((given) =>
  build
    .insertInto('cart_leave')
    .values({
      cart: given('cart'),
      permission: given('permission'),
      what: given('what'),
      low: given('low'),
      approver: given('approver'),
      given_at_ms: given('atMs'),
    })
    .onConflict((conflict) =>
      conflict.doUpdateSet({ approver: given('approver'), given_at_ms: given('atMs') }),
    ),
);

const deleteOfCart = prepare<{ cart: string }>((given) =>
  build.deleteFrom('cart_leave').where('cart', '=', given('cart')),
);

const deleteOld = prepare<{ before: number }>((given) =>
  build.deleteFrom('cart_leave').where('given_at_ms', '<', given('before')),
);
