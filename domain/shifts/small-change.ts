import { z } from 'zod';
import { rupiah, type Rupiah, sumRupiah } from '../money.ts';
import type { UtcMs } from '../time.ts';
import { type CashCount, denominations, piecesOf } from './cash-count.ts';

/** What is likely of one kind of note or coin. */
export const ChangeForecast = z.strictObject({
  valueRupiah: z.literal(denominations),
  /** Pieces that are likely in the drawer now. */
  pieces: z.int(),
  /** Pieces that the rest of the day is likely to take out, net of what comes in. */
  needed: z.int(),
  /** When the last of them is likely to go, UTC ms; null when they last until the close. */
  runsOutAtMs: z.int().nullable(),
});
export type ChangeForecast = z.output<typeof ChangeForecast>;

/** The forecast of a drawer, and the float to prepare for tomorrow. */
export const SmallChange = z.strictObject({
  /** Trading days that it is drawn from; with none there is no forecast. */
  days: z.int(),
  /** Smallest last; only what change is given with. */
  forecast: z.array(ChangeForecast),
  /** Pieces of each to have in the drawer at the next opening. */
  float: z.array(z.strictObject({ valueRupiah: z.literal(denominations), pieces: z.int().min(0) })),
  floatRupiah: z.int(),
});
export type SmallChange = z.output<typeof SmallChange>;

/** Cash of one sale: what was handed over, and what went back. A refund only gives. */
export interface CashSale {
  /** Since the business day began. ms */
  readonly sinceMs: number;
  readonly inRupiah: number;
  readonly outRupiah: number;
}

/** Cash in (or out, then negative) beside sales. */
export interface CashMove {
  readonly amountRupiah: number;
  /** It was brought as small change. */
  readonly isChange: boolean;
}

/** The sales of a business day at one drawer, in their order. */
export type CashDay = readonly CashSale[];

/** What a forecast is made from. */
export interface SmallChangeFacts {
  /** The newest count of the drawer, and what went through it since. */
  readonly counted: CashCount;
  readonly sales: readonly CashSale[];
  readonly moves: readonly CashMove[];
  /** Days that are over. */
  readonly days: readonly CashDay[];
  /** When this business day began, and what time it is. UTC ms */
  readonly dayBeganAtMs: UtcMs;
  readonly nowMs: UtcMs;
}

/** Pieces of each value, in the order of `denominations`. */
export type Pieces = readonly number[];

const none: Pieces = denominations.map(() => 0);

/**
 * The fewest notes and coins that make an amount, as people pay and as cashiers give change; below
 * Rp100 nothing. Cash of Rp85.000 is 50.000, 20.000, 10.000 and 5.000.
 */
export function piecesFor(amount: number): Pieces {
  let rest = amount;
  return denominations.map((value) => {
    const pieces = Math.floor(rest / value);
    rest -= pieces * value;
    return pieces;
  });
}

/**
 * What is likely in a drawer: as it was counted, with what came in and went out since. Change comes
 * from what is there, the largest first; small change that was brought is spread as `usual` change.
 */
export function estimatePieces(
  { counted, sales, moves }: Pick<SmallChangeFacts, 'counted' | 'sales' | 'moves'>,
  usual: Pieces,
): Pieces {
  const begun: Pieces = denominations.map((value) => piecesOf(counted, value));
  // Where the moves lie between the sales is not asked: what was brought comes first.
  const brought = moves.filter(({ amountRupiah }) => amountRupiah > 0);
  const taken = moves.filter(({ amountRupiah }) => amountRupiah < 0);
  let pieces = begun;
  for (const { amountRupiah, isChange } of brought) {
    pieces = zip(pieces, isChange ? spread(amountRupiah, usual) : piecesFor(amountRupiah), plus);
  }
  for (const { inRupiah, outRupiah } of sales) {
    pieces = giveFrom(zip(pieces, piecesFor(inRupiah), plus), outRupiah);
  }
  for (const { amountRupiah } of taken) pieces = giveFrom(pieces, -amountRupiah);
  return pieces;
}

/**
 * Which notes and coins run out before the close, and the float to prepare for tomorrow. A kind is
 * likely to run out when it would have on at least half of the past days, from this time of the day
 * on and with what is in the drawer now.
 */
export function planSmallChange(facts: SmallChangeFacts): SmallChange {
  const { dayBeganAtMs, nowMs } = facts;
  const flowOf = flowMaker();
  const days = facts.days.map((day) => day.map(flowOf));
  const usual = sumPieces(days.flat().map(({ given }) => given));
  const now = estimatePieces(facts, usual);
  const rests = days.map((day) => {
    return shortagesOf(
      day.filter(({ sinceMs }) => dayBeganAtMs + sinceMs > nowMs),
      now,
    );
  });
  const forecast = denominations.flatMap((valueRupiah, kind) => {
    if (usual[kind] === 0) return [];
    const pieces = now[kind] ?? 0;
    const { needed, ranOutSinceMs } = likely(
      rests.map((rest) => rest[kind] ?? noShortage),
      pieces,
    );
    const runsOutAtMs = ranOutSinceMs === undefined ? null : dayBeganAtMs + ranOutSinceMs;
    return [{ valueRupiah, pieces, needed, runsOutAtMs }];
  });
  const most = days.map((day) => shortagesOf(day).map(({ pieces }) => pieces));
  const enough = most.reduce((sum, day) => zip(sum, day, Math.max), none);
  const float = denominations.flatMap((valueRupiah, kind) => {
    const pieces = enough[kind] ?? 0;
    return pieces === 0 ? [] : [{ valueRupiah, pieces }];
  });
  return { days: days.length, forecast, float, floatRupiah: worth(enough) };
}

/** What at least half of the days wanted of one kind, and when they had none left. */
function likely(
  days: readonly Shortage[],
  there: number,
): { needed: number; ranOutSinceMs: number | undefined } {
  const needed = upperMedian(days.map(({ pieces }) => pieces)) ?? 0;
  const times = days.flatMap(({ ranOutSinceMs }) => ranOutSinceMs ?? []);
  return { needed, ranOutSinceMs: needed > there ? upperMedian(times) : undefined };
}

/** What pieces come to. */
function worth(pieces: Pieces): Rupiah {
  return sumRupiah(denominations.map((value, kind) => rupiah(value * (pieces[kind] ?? 0))));
}

/** How much was short of one kind, and when more of it was wanted than was there. */
interface Shortage {
  readonly pieces: number;
  readonly ranOutSinceMs: number | undefined;
}

const noShortage: Shortage = { pieces: 0, ranOutSinceMs: undefined };

/** Of one sale: the pieces that came in, then those that went out. */
interface Flow {
  readonly sinceMs: number;
  readonly taken: Pieces;
  readonly given: Pieces;
}

/** Takes each amount apart once: people pay and are given the same few again and again. */
function flowMaker(): (sale: CashSale) => Flow {
  const known = new Map<number, Pieces>();
  const apart = (amount: number): Pieces => {
    const pieces = known.get(amount) ?? piecesFor(amount);
    known.set(amount, pieces);
    return pieces;
  };
  return ({ sinceMs, inRupiah, outRupiah }) => {
    return { sinceMs, taken: apart(inRupiah), given: apart(outRupiah) };
  };
}

/**
 * The most that was short of each kind while these sales were served: with so many at the
 * beginning, none runs out. @param from what is in the drawer when they begin
 */
function shortagesOf(sales: readonly Flow[], from: Pieces = none): Shortage[] {
  return denominations.map((_, kind) => {
    const there = from[kind] ?? 0;
    let net = 0;
    let pieces = 0;
    let ranOutSinceMs: number | undefined;
    for (const { sinceMs, taken, given } of sales) {
      net += (taken[kind] ?? 0) - (given[kind] ?? 0);
      pieces = Math.max(pieces, -net);
      if (-net > there) ranOutSinceMs ??= sinceMs;
    }
    return { pieces, ranOutSinceMs };
  });
}

/** Gives an amount from what is there, the largest first; what cannot be given so is not. */
function giveFrom(pieces: Pieces, amount: number): Pieces {
  let rest = amount;
  return denominations.map((value, kind) => {
    const there = pieces[kind] ?? 0;
    const given = Math.min(there, Math.floor(rest / value));
    rest -= given * value;
    return there - given;
  });
}

/** An amount of small change, in the kinds and shares in which change is given. */
function spread(amount: number, usual: Pieces): Pieces {
  const whole = worth(usual);
  if (whole === 0) return piecesFor(amount);
  const shares = denominations.map((value, kind) => {
    const share = (amount * (value * (usual[kind] ?? 0))) / whole;
    return Math.floor(share / value);
  });
  return zip(shares, piecesFor(amount - worth(shares)), plus);
}

function zip(a: Pieces, b: Pieces, join: (x: number, y: number) => number): Pieces {
  return a.map((x, kind) => join(x, b[kind] ?? 0));
}

function sumPieces(all: readonly Pieces[]): Pieces {
  return denominations.map((_, kind) => all.reduce((sum, pieces) => sum + (pieces[kind] ?? 0), 0));
}

function plus(x: number, y: number): number {
  return x + y;
}

/** What at least half of them reach; undefined of none. */
function upperMedian(values: readonly number[]): number | undefined {
  return [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)];
}
