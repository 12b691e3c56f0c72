import fc from 'fast-check';
import { milli } from '../../domain/quantity.ts';
import { payOutKinds } from '../../domain/sales/refund.ts';
import type { Calls } from './calls.ts';
import { anId } from './test-till.ts';

/** The newest receipt comes back: whole by a void, or some thousandths of each of its lines. */
export const backs = fc.record({
  kind: fc.constant('back' as const),
  isVoid: fc.boolean(),
  parts: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 4 }),
  isRestocked: fc.boolean(),
  /** How all of it is paid out; null as it was paid. */
  means: fc.option(fc.constantFrom(...payOutKinds)),
  changesTender: fc.boolean(),
});
type Back = typeof backs extends fc.Arbitrary<infer B> ? B : never;

/** Does so; what was refused throws as its call does. */
export async function giveBack({ sales }: Calls, back: Back): Promise<void> {
  const id = anId();
  const reason = 'Salah ukuran';
  const { receipt, leftMilli } = await sales.quoteRefund({ number: 'last', lines: [] });
  const { number } = receipt;
  if (back.isVoid) {
    await sales.void({ id, number, reason });
    return;
  }
  const { isRestocked, means, changesTender } = back;
  const lines = leftMilli.flatMap((left, at) => {
    const part = back.parts[at % back.parts.length] ?? 0;
    const quantityMilli = milli(Math.ceil((left * part) / 1_000));
    return quantityMilli > 0 ? [{ at, quantityMilli, isRestocked }] : [];
  });
  const quote = await sales.quoteRefund({ number, lines });
  const amountRupiah = means === 'cash' ? quote.cashRupiah : quote.dueRupiah;
  const tenders = means === null ? quote.asPaid.tenders : [{ kind: means, amountRupiah }];
  const order = { id, number, lines, reason, tenders, changesTender };
  await sales.refund(means === null ? { ...order, ...quote.asPaid } : order);
}
