import { type CashCount, type Denomination, denominations, PIECES_MAX } from './cash-count.ts';

/** Pieces as they stand in the fields, by value; nothing where none were typed. */
export type TypedCount = Readonly<Partial<Record<Denomination, string>>>;

/** A drawer that nobody has counted yet. */
export const nothingCounted: TypedCount = {};

/** From this value down it is a coin. A thousand is both. */
const COIN_MAX_RUPIAH = 1_000;

/** Whether this value is given as a coin. */
export function isCoin(value: Denomination): boolean {
  return value <= COIN_MAX_RUPIAH;
}

/** A count with this text in the field of a value: digits only, at most as many as can be. */
export function typePieces(count: TypedCount, value: Denomination, text: string): TypedCount {
  const digits = text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const isTooMany = Number(digits) > PIECES_MAX;
  return isTooMany ? count : { ...count, [value]: digits };
}

/** So many pieces more or less of a value; never less than none. */
export function stepPieces(count: TypedCount, value: Denomination, by: 1 | -1): TypedCount {
  const pieces = Math.min(Math.max(piecesTyped(count, value) + by, 0), PIECES_MAX);
  return { ...count, [value]: String(pieces) };
}

/** The pieces of a value; none where nothing was typed. */
export function piecesTyped(count: TypedCount, value: Denomination): number {
  return Number(count[value] ?? '');
}

/** What was counted, as it is sent to the till. */
export function countTyped(count: TypedCount): CashCount {
  return denominations.flatMap((valueRupiah) => {
    const pieces = piecesTyped(count, valueRupiah);
    return pieces === 0 ? [] : [{ valueRupiah, pieces }];
  });
}

/** Whether anybody has typed anything: a drawer with nothing in it is counted with a zero. */
export function isAnythingTyped(count: TypedCount): boolean {
  return denominations.some((value) => (count[value] ?? '') !== '');
}

/** The fields of a count that is known. */
export function typedCount(count: CashCount): TypedCount {
  return Object.fromEntries(count.map(({ valueRupiah, pieces }) => [valueRupiah, String(pieces)]));
}
