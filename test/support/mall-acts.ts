import { randomUUID } from 'node:crypto';
import type { FeeDraft } from '../../domain/fees/body.ts';
import { draftPayments } from '../../hub/fees/book-payment.ts';
import { type FeeParts, writeFees } from '../../hub/fees/write-fee.ts';

/** What a test's static QRIS of the mall says. Source: the example of EMVCo, as QRIS has it. */
export const MALL_QRIS =
  '00020101021126610014COM.EXAMPLE.WWW01189360050300000879140208ABCDEFGH0303UMI51440014' +
  'ID.CO.QRIS.WWW0215ID10200211817450303UMI5204541153033605802ID5912THAMRIN CITY6013' +
  'JAKARTA PUSAT6105102306304';

const by = 'pengelola-1';
const ofMall = { mall: 'TC', note: '' } as const;

/** What a manager of Thamrin City does about the fees of TC-A12, as acts of the hub. */
export function mallActs(hub: FeeParts) {
  const book = (drafts: readonly FeeDraft[]) => writeFees(hub, by, ({ append }) => append(drafts));
  const act = (draft: Omit<FeeDraft, 'id' | 'mall' | 'note'> & { note?: string }) =>
    book([{ id: randomUUID(), ...ofMall, ...draft }]);
  return {
    book,
    /** @param qris of an account that takes QRIS */
    account: (account: string, holds: 'bank' | 'qris' | 'cash', label: string, qris?: string) =>
      act({
        act: 'account-set',
        on: '2026-11-01',
        details: {
          kind: 'account',
          account,
          holds,
          label,
          ...(qris !== undefined && { qris }),
          profile: '',
          isClosed: false,
        },
      }),
    plan: (from: string, cleaning: number) =>
      act({
        act: 'plan-set',
        on: '2026-11-01',
        details: {
          kind: 'plan',
          from,
          electricity: { basis: 'fixed', amount: 700_000 },
          cleaning,
          dueDay: 10,
          isProrated: false,
        },
      }),
    code: (code: number, stall = 'TC-A12') =>
      act({ act: 'code-give', stall, on: '2026-11-01', details: { kind: 'code', code } }),
    /** Rp700.000 for electricity and Rp300.000 for cleaning, due on the 10th. */
    charge: (period: string, stall = 'TC-A12') =>
      act({
        act: 'charge',
        stall,
        on: `${period}-01`,
        charges: [
          { kind: 'electricity', amount: 700_000, basis: '484,5 kWh × Rp1.444,70' } as const,
          { kind: 'cleaning', amount: 300_000, basis: 'tarif' } as const,
        ].map((one) => ({ id: randomUUID(), period, due: `${period}-10`, ...one })),
      }),
    pay: (amount: number, on: string, stall = 'TC-A12') =>
      writeFees(hub, by, async ({ trx, append }) => {
        const payment = { id: randomUUID(), stall, on, kind: 'bank', amount } as const;
        await append(await draftPayments(trx, [{ ...ofMall, ...payment, account: 'bca' }]));
      }),
  };
}
