import { theOwner } from '../../domain/actor.ts';
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openTill } from '../../electron/till/open-till.ts';
import { readGivenVouchers } from '../../electron/till/payments/vouchers.ts';
import { book, type SentOrder } from '../support/sent-order.ts';
import { openTestShift } from '../support/test-till.ts';

/**
 * Sells, takes back and exchanges without end in the folder given. It says each order before it is
 * booked, and its id once it is answered: what is said last may be booked, or not.
 */
const [dataDir = ''] = process.argv.slice(2);
const till = await openTill({ dataDir, clock: Date.now });
openTestShift(till);
const kopi = { code: 'KOPI-01', unit: 'pcs', priceRupiah: 45_000 };
const teh = { code: 'TEH-01', unit: 'pcs', priceRupiah: 12_033 };
const cash = (amountRupiah: number) => ({ kind: 'cash', amountRupiah });
const oneOf = (at: number) => [{ at, quantityMilli: 1_000, isRestocked: true }];

/** Says it, books it, and says that it is answered. @returns the number of its receipt */
function perform({ call, order }: { call: SentOrder['call']; order: object }): string {
  const sent = { call, order: { id: randomUUID(), ...order } } as SentOrder;
  writeSync(1, `${JSON.stringify(sent)}\n`);
  const { number } = book(till, sent);
  writeSync(1, `${JSON.stringify({ answered: sent.order.id })}\n`);
  return number;
}

for (;;) {
  const number = perform({
    call: 'ringUp',
    order: {
      lines: [
        { ...kopi, quantityMilli: 3_000 },
        { ...teh, quantityMilli: 2_000 },
      ],
      tenders: [{ kind: 'qris', state: 'claimed', amountRupiah: 59_066 }, cash(110_000)],
      expectedTotalRupiah: 159_066,
    },
  });
  const back = perform({
    call: 'refund',
    order: {
      number,
      lines: oneOf(0),
      reason: 'Berubah pikiran',
      tenders: [{ kind: 'credit', amountRupiah: 45_000 }],
      changesTender: true,
    },
  });
  perform({
    call: 'ringUp',
    order: {
      lines: [{ ...kopi, quantityMilli: 2_000 }],
      tenders: [
        { kind: 'exchange', amountRupiah: 45_000, number, lines: oneOf(0), reason: 'Tukar' },
        { kind: 'card', amountRupiah: 40_000, bank: 'BCA', approval: '012345', last: '1234' },
        cash(5_000),
      ],
      expectedTotalRupiah: 90_000,
    },
  });
  const [voucher] = readGivenVouchers(till, theOwner, { number: back });
  perform({
    call: 'ringUp',
    order: {
      lines: [{ ...teh, quantityMilli: 1_000 }],
      tenders: [{ kind: 'credit', amountRupiah: 12_033, code: voucher?.code }],
      expectedTotalRupiah: 12_033,
    },
  });
  perform({
    call: 'refund',
    order: { number, lines: oneOf(1), reason: 'Rusak', tenders: [cash(12_000)] },
  });
  await new Promise((resolve) => setImmediate(resolve));
}
