import { denominations, type CashCount, type Denomination, piecesOf } from './cash-count.ts';

/** From so many pieces of one kind on a count is more likely a code than cash. */
const DOUBTED_PIECES = 2_000;
/** Above this a movement is asked about once; most drawers never hold as much. Rupiah. */
const DOUBTED_RUPIAH = 10_000_000;

/** The largest value of which a count has more pieces than a drawer is likely to hold. */
export function doubtCount(count: CashCount): Denomination | null {
  return denominations.find((value) => piecesOf(count, value) >= DOUBTED_PIECES) ?? null;
}

/** Why a movement of cash is asked about once before it is booked. */
export type MoveDoubt = 'large' | 'beyondDrawer';

/** A movement as it was typed. */
interface TypedMove {
  readonly amountRupiah: number;
  readonly isOut: boolean;
  /** What should be in the drawer; null for who may not know it. */
  readonly expectedRupiah: number | null;
}

/**
 * What is doubtful about it: `beyondDrawer`, more goes out than should be there; `large`, above
 * Rp10 million, which a scanner's code is as well.
 */
export function doubtMove({ amountRupiah, isOut, expectedRupiah }: TypedMove): MoveDoubt | null {
  const isBeyond = isOut && expectedRupiah !== null && amountRupiah > expectedRupiah;
  if (isBeyond) return 'beyondDrawer';
  return amountRupiah > DOUBTED_RUPIAH ? 'large' : null;
}
