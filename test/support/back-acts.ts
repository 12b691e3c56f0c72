import fc from 'fast-check';
import { milli } from '../../domain/quantity.ts';
import { payOutKinds } from '../../domain/sales/refund.ts';
import type { Calls } from './calls.ts';
import { anId } from './test-till.ts';

/**
 * The newest receipt comes back: whole by a void, some thousandths of each of its lines, or of the
 * first for other goods.
 */
export const backs = fc.record({
  kind: fc.constant('back' as const),
  as: fc.constantFrom('refund' as const, 'refund' as const, 'void', 'exchange'),
  parts: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 4 }),
  isRestocked: fc.boolean(),
  /** How all of it is paid out; null as it was paid. */
  means: fc.option(fc.constantFrom(...payOutKinds)),
  changesTender: fc.boolean(),
});
type Back = typeof backs extends fc.Arbitrary<infer B> ? B : never;

/** Does so; what was refused throws as its call does. */
export async function giveBack({ sales, payments }: Calls, back: Back): Promise<void> {
  const id = anId();
  const reason = 'Salah ukuran';
  const { receipt, leftMilli } = await sales.quoteRefund({ number: 'last', lines: [] });
  const { number } = receipt;
  if (back.as === 'exchange') return exchange({ sales }, back);
  if (back.as === 'void') {
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
  for (const { code } of await payments.givenVouchers({ number: 'last' })) {
    if (code !== null) await payments.voucher({ code });
  }
}

/** Half of the newest receipt for other goods, with leave for it. */
async function exchange({ sales }: Pick<Calls, 'sales'>, { parts }: Back): Promise<void> {
  const id = anId();
  const { receipt, leftMilli } = await sales.quoteRefund({ number: 'last', lines: [] });
  const [left = 0] = leftMilli;
  const quantityMilli = milli(Math.max(1, Math.ceil((left * (parts[0] ?? 0)) / 1_000)));
  const lines = [{ at: 0, quantityMilli, isRestocked: true }];
  const returned = { number: receipt.number, lines, reason: 'Tukar' };
  const { amountRupiah } = await sales.allowExchange({ id, ...returned });
  const quick = { code: '', name: 'Bungkus kado', unit: 'pcs', quantityMilli: milli(1000) };
  const priced = { ...quick, priceRupiah: amountRupiah, agreedRupiah: amountRupiah };
  await sales.ringUp({
    id,
    lines: [priced],
    tenders: [{ kind: 'exchange', amountRupiah, ...returned }],
    expectedTotalRupiah: amountRupiah,
  });
}
