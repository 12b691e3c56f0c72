import fc from 'fast-check';
import { closureReasons, paymentKinds } from '../../domain/fees/kinds.ts';
import { MOVED_MAX_RUPIAH } from '../../domain/shifts/movement.ts';
import type { Calls } from './calls.ts';
import { anId } from './test-till.ts';
import { edges, words } from './trade-acts.ts';

const note = words.map((text) => text.slice(0, 60));
const amount = edges(MOVED_MAX_RUPIAH);
const on = fc.constantFrom('2026-11-23', '2026-01-31', '2027-02-28');
const messages = fc.oneof(
  fc.record({
    kind: fc.constant('claim' as const),
    amount,
    how: fc.constantFrom(...paymentKinds),
    on,
    reference: note,
  }),
  fc.record({ kind: fc.constant('dispute' as const), about: fc.uuid(), text: note }),
  fc.record({
    kind: fc.constant('closure' as const),
    why: fc.constantFrom(...closureReasons),
    from: on,
    to: on,
    text: note,
  }),
  fc.record({ kind: fc.constant('closure-end' as const), of: fc.uuid(), text: note }),
  fc.record({
    kind: fc.constant('seen' as const),
    positions: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  }),
);

/** One call on fees of a stall alone, with any input that the contract lets in. */
export const feeActs = fc.oneof(
  fc.record({
    kind: fc.constant('plan' as const),
    from: fc.constantFrom('2026-10', '2026-11', '2026-12'),
    electricityRupiah: fc.constantFrom(0, 1, 700_000),
    cleaningRupiah: fc.constantFrom(0, 300_000),
    dueDay: fc.constantFrom(1, 10, 28),
  }),
  fc.record({
    kind: fc.constant('pay' as const),
    how: fc.constantFrom(...paymentKinds),
    amount,
    on,
    note,
    fromSetAside: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('cash' as const), amount, note }),
  fc.record({ kind: fc.constant('undo' as const), at: fc.nat(3) }),
  fc.record({ kind: fc.constant('count' as const), amount }),
  fc.record({ kind: fc.constant('take' as const), amount, note }),
  fc.record({ kind: fc.constant('send' as const), message: messages }),
);
type FeeAct = typeof feeActs extends fc.Arbitrary<infer A> ? A : never;

/** Makes it. @throws what the call answers */
export async function performFees({ fees }: Calls, act: FeeAct): Promise<unknown> {
  const id = anId();
  switch (act.kind) {
    case 'plan': {
      const { kind: _, ...plan } = act;
      return fees.setPlan({ id, ...plan });
    }
    case 'pay': {
      const { how, amount: amountRupiah, on: date, note: words, fromSetAside } = act;
      return fees.pay({ id, how, amountRupiah, on: date, note: words, fromSetAside });
    }
    case 'cash':
      return fees.payFromDrawer({ id, amountRupiah: act.amount, note: act.note });
    case 'undo': {
      const credit = (await fees.read()).ledger.credits[act.at]?.id ?? anId();
      return fees.undo({ id, credit });
    }
    case 'count':
      return fees.countSetAside({ id, countedRupiah: act.amount });
    case 'take':
      return fees.takeSetAside({ id, amountRupiah: act.amount, note: act.note });
    case 'send':
      return fees.send({ id, message: act.message, photo: null });
  }
}
