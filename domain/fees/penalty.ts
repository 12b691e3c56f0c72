import { formatRupiah } from '../money.ts';
import { addDays } from '../time.ts';
import type { FeePlan } from './details.ts';
import type { ChargeKind } from './kinds.ts';
import { addMonths, periodOf } from './period.ts';

/** A charge that was not paid in time, or not yet. */
export interface LateCharge {
  readonly kind: ChargeKind;
  readonly due: string;
  /** Rupiah still to be paid. */
  readonly open: number;
  readonly isDisputed: boolean;
}

/**
 * What a stall is charged in a month for paying late: for each charge of which a month of lateness
 * began in the month before, by a share of what is still open of it. A first month begins the day
 * after the grace, and none is foretold: a month that is charged early costs what is late by then.
 * A penalty has none of its own, and a month while the charge was disputed costs nothing. All
 * months of a charge together never cost more than the cap of what is open.
 * @param today what is late on it
 * @returns null for nothing. Rupiah
 */
export function penaltyIn(
  { period, today }: { readonly period: string; readonly today: string },
  penalty: FeePlan['penalty'],
  charges: readonly LateCharge[],
): { readonly amount: number; readonly basis: string } | null {
  if (!penalty) return null;
  const began = addMonths(period, -1);
  const openByRate = new Map<number, number>();
  for (const { kind, due, open, isDisputed } of charges) {
    const lateFrom = addDays(due, penalty.graceDays + 1);
    const month = monthsFrom(periodOf(lateFrom), began) + 1;
    if (kind === 'penalty' || isDisputed || month < 1 || open === 0 || today < lateFrom) continue;
    const rateBp = upTo(month, penalty) - upTo(month - 1, penalty);
    if (rateBp > 0) openByRate.set(rateBp, (openByRate.get(rateBp) ?? 0) + open);
  }
  const parts = [...openByRate].toSorted(([one], [other]) => other - one);
  const amount = parts.reduce((sum, [rateBp, open]) => sum + shareOf(open, rateBp), 0);
  const basis = parts.map(([rateBp, open]) => `${percent(rateBp)} × ${formatRupiah(open)}`);
  return amount > 0 ? { amount, basis: basis.join(' + ') } : null;
}

/** What so many months of lateness cost together. Basis points */
function upTo(months: number, { rateBp, capBp }: NonNullable<FeePlan['penalty']>): number {
  return Math.min(months * rateBp, capBp);
}

/** Rounded down, so that no cap is passed; exact for any sum. */
function shareOf(amount: number, rateBp: number): number {
  const whole = Math.floor(amount / 10_000);
  return whole * rateBp + Math.floor(((amount % 10_000) * rateBp) / 10_000);
}

/** `1,5 %` */
function percent(rateBp: number): string {
  return `${String(rateBp / 100).replace('.', ',')} %`;
}

function monthsFrom(period: string, later: string): number {
  const count = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5));
  return count(later) - count(period);
}
