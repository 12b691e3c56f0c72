import type { Claim } from '../../../../domain/payments/claim.ts';

/** What names a claim among the others. */
export function idOf({ number, tender }: Pick<Claim, 'number' | 'tender'>): string {
  return `${number}-${tender}`;
}
