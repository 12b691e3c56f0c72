import fc from 'fast-check';
import { type Claim, stateOf } from '../../domain/payments/claim.ts';
import type { Calls } from './calls.ts';
import { anId } from './test-till.ts';

/** One finding about claimed tenders, with any input that the contract lets in. */
export const claimActs = fc.record({
  state: fc.constantFrom('claimed' as const, 'verified' as const, 'missing' as const),
  reference: fc.string({ unit: 'binary', maxLength: 40 }),
  note: fc.string({ unit: 'binary', maxLength: 60 }),
  /** By a report, that has a payment of each; by the hub, which here has told of none. */
  by: fc.constantFrom('hand' as const, 'report' as const, 'hub' as const),
});
type ClaimAct = typeof claimActs extends fc.Arbitrary<infer A> ? A : never;

/** Tells of the newest claims. @throws what the call answers */
export async function performClaims({ payments }: Calls, act: ClaimAct): Promise<void> {
  const { by, ...finding } = act;
  const { open, found } = await payments.claims();
  const claims = [...open, ...found].slice(0, 3);
  if (by === 'hub') {
    const picks = claims.map(({ number, tender }) => ({ number, tender, row: 1 }));
    await payments.bookSettled({ id: anId(), picks });
    return;
  }
  if (by === 'report') {
    const file = reportOf(claims);
    const { matches } = await payments.matchReport(file);
    const picks = matches.map(({ claim: { number, tender }, row: { row } }) => {
      return { number, tender, row };
    });
    await payments.bookReport({ id: anId(), ...file, picks });
    return;
  }
  const findings = claims.map((claim) => {
    return { number: claim.number, tender: claim.tender, seen: stateOf(claim), ...finding };
  });
  await payments.verify({ id: anId(), findings });
}

/** What an acquirer would tell of payments by QRIS of these claims. */
export function reportOf(claims: readonly Pick<Claim, 'amountRupiah' | 'soldAtMs'>[]) {
  const lines = claims.map(({ amountRupiah, soldAtMs }, at) => {
    const paid = new Date(soldAtMs).toISOString();
    return `5263000000${String(at).padStart(2, '0')};${paid};${amountRupiah};0;${amountRupiah}`;
  });
  const text = ['RRN;Tanggal Transaksi;Nominal;MDR;Netto', ...lines, ''].join('\n');
  return { file: 'qris.csv', content: Buffer.from(text).toString('base64') };
}
