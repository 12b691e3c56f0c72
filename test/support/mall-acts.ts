import { randomUUID } from 'node:crypto';
import type { FeeDraft } from '../../domain/fees/body.ts';
import { draftPayments } from '../../hub/fees/book-payment.ts';
import { type FeeParts, writeFees } from '../../hub/fees/write-fee.ts';

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
    plan: (from: string, cleaning: number, on = '2026-11-01') =>
      act({
        act: 'plan-set',
        on,
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
    /** Rp700.000 for electricity and Rp300.000 for cleaning, due on the 10th unless said. */
    charge: (period: string, stall = 'TC-A12', due = `${period}-10`) =>
      act({
        act: 'charge',
        stall,
        on: `${period}-01`,
        charges: [
          { kind: 'electricity', amount: 700_000, basis: '484,5 kWh × Rp1.444,70' } as const,
          { kind: 'cleaning', amount: 300_000, basis: 'tarif' } as const,
        ].map((one) => ({ id: randomUUID(), period, due, ...one })),
      }),
    pay: (amount: number, on: string, stall = 'TC-A12') =>
      writeFees(hub, by, async ({ trx, append }) => {
        const payment = { id: randomUUID(), stall, on, kind: 'bank', amount } as const;
        await append(await draftPayments(trx, [{ ...ofMall, ...payment, account: 'bca' }]));
      }),
  };
}
