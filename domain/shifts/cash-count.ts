import { z } from 'zod';
import { rupiah, sumRupiah, type Rupiah } from '../money.ts';

/**
 * Notes and coins in circulation, largest first; a thousand is a coin or a note. Source: Bank
 * Indonesia, emission years 2016 and 2022.
 */
export const denominations = [
  100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100,
] as const;
export type Denomination = (typeof denominations)[number];

/** Most pieces of one kind that a drawer holds. */
export const PIECES_MAX = 100_000;

/** So many notes or coins of one value. */
const Pieces = z.strictObject({
  valueRupiah: z.literal(denominations),
  pieces: z.int().min(0).max(PIECES_MAX),
});

/** What was counted in a drawer, each value once; those that are not named are none. */
export const CashCount = z
  .array(Pieces)
  .max(denominations.length)
  .refine((count) => new Set(count.map(({ valueRupiah }) => valueRupiah)).size === count.length);
export type CashCount = z.output<typeof CashCount>;

/** What a count comes to. */
export function sumCount(count: CashCount): Rupiah {
  return sumRupiah(count.map(({ valueRupiah, pieces }) => rupiah(valueRupiah * pieces)));
}

/** The pieces of one value in a count. */
export function piecesOf(count: CashCount, value: Denomination): number {
  return count.find(({ valueRupiah }) => valueRupiah === value)?.pieces ?? 0;
}

/** Largest first, without those that are none: as it is written down. */
export function normalizeCount(count: CashCount): CashCount {
  return denominations.flatMap((valueRupiah) => {
    const pieces = piecesOf(count, valueRupiah);
    return pieces === 0 ? [] : [{ valueRupiah, pieces }];
  });
}

/** A count as records have it. */
export type RecordedPieces = readonly { readonly value: number; readonly pieces: number }[];

/** What pieces of a record come to. */
export function sumPieces(pieces: RecordedPieces): Rupiah {
  return sumRupiah(pieces.map(({ value, pieces: count }) => rupiah(value * count)));
}

/** As it is written down in a record. */
export function recordedPieces(count: CashCount): { value: number; pieces: number }[] {
  return normalizeCount(count).map(({ valueRupiah, pieces }) => ({ value: valueRupiah, pieces }));
}

/** The count of a record. @throws ZodError where it names what is no note or coin */
export function countOfPieces(recorded: RecordedPieces): CashCount {
  return CashCount.parse(recorded.map(({ value, pieces }) => ({ valueRupiah: value, pieces })));
}
