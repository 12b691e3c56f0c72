import type { BankRow, Explanation } from '../../fees/bank/bank-row.ts';

/** What money that came in can be, and what went out: the first where nothing tells. */
export const explanationsOf = {
  in: ['other-in', 'interest', 'cash-bank', 'settlement'],
  out: ['other-out', 'bank-fee', 'refund'],
} as const satisfies Record<'in' | 'out', readonly Explanation[]>;

/** Words by which banks name what is no payment. */
const signs: readonly (readonly [Explanation, RegExp])[] = [
  ['interest', /\b(bunga|interest|jasa giro)\b/i],
  ['cash-bank', /\b(setor(an)?( tunai)?|cash deposit|cdm)\b/i],
  ['settlement', /\b(qris|settlement|mdr|merchant)\b/i],
  ['bank-fee', /\b(biaya|adm|administrasi|pajak|fee|charge|meterai)\b/i],
  ['refund', /\b(refund|pengembalian|retur)\b/i],
];

/** What a row is most likely where it is no payment, by the words of the bank. */
export function likelyExplanation({ amountSen, description }: BankRow): Explanation {
  const can: readonly Explanation[] = explanationsOf[amountSen < 0 ? 'out' : 'in'];
  const [found] = signs.find(([as, words]) => can.includes(as) && words.test(description)) ?? [];
  return found ?? (amountSen < 0 ? 'other-out' : 'other-in');
}
