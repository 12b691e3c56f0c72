import { formatRupiah, formatWhole, mulDivRound } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import { daysBetween } from '../time.ts';
import type { FeePlan } from './details.ts';
import type { ChargeKind } from './kinds.ts';
import { addMonths, dateIn, datesOf, daysIn } from './period.ts';

/** That somebody has a stall for some time. */
export interface Tenancy {
  /** First day. */
  readonly from: string;
  /** Last day, itself included; null while it has no end. */
  readonly to: string | null;
  /** Rupiah a month. */
  readonly tariff: number;
}

/** What a meter took in a month. */
export interface Taken {
  /** Thousandths of a kWh. */
  readonly used: number;
  readonly isEstimate: boolean;
}

/** A charge that is about to be made. */
export interface NewCharge {
  readonly kind: ChargeKind;
  /** Rupiah, more than nothing. */
  readonly amount: number;
  readonly due: string;
  readonly basis: string;
}

/** What a stall is charged for a month. */
export interface MonthCharges {
  readonly charges: readonly NewCharge[];
  /** The tariff of its contract, where the plan says another; null where it does not. Rupiah */
  readonly differs: { readonly tariff: number; readonly plan: number } | null;
  /** Whether its electricity waits for a reading. */
  readonly isUnread: boolean;
}

interface Month {
  readonly plan: FeePlan;
  readonly period: string;
  /** Those that the month has days of, the oldest first; never none. */
  readonly tenancies: readonly Tenancy[];
  /** Of a stall that is metered; null while nobody read it. */
  readonly reading: Taken | null;
}

/**
 * What a stall is charged for a month by the plan of its mall. With a fixed plan the tariff of the
 * contract counts, and electricity takes what differs; of several contracts the newest, or each by
 * its days where the plan prorates. The remainder of a rupiah is on the last line.
 */
export function chargesOf(month: Month): MonthCharges {
  const { plan } = month;
  return plan.electricity.basis === 'fixed'
    ? fixedCharges(month, plan.electricity.amount)
    : meteredCharges(month, plan.electricity.rateMilli);
}

function fixedCharges(month: Month, electricity: number): MonthCharges {
  const { plan, period } = month;
  const asked = electricity + plan.cleaning;
  const shares = sharesOf(month);
  const parts = shares.map(({ tariff, days }) => {
    const cleaning = Math.min(plan.cleaning, tariff);
    return { days, cleaning, electricity: tariff - cleaning };
  });
  const all = daysIn(period);
  const sumBy = (amountOf: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + amountOf(part) * part.days, 0);
  const total = mulDivRound(
    sumBy((part) => part.electricity + part.cleaning),
    1,
    all,
  );
  const forPower = Math.floor(sumBy((part) => part.electricity) / all);
  const due = dateIn(period, plan.dueDay);
  const basisOf = (amountOf: (part: (typeof parts)[number]) => number) =>
    parts.every(({ days }) => days === all)
      ? ''
      : parts.map((part) => `${part.days}/${all} × ${formatRupiah(amountOf(part))}`).join(' + ');
  const other = shares.find(({ tariff }) => tariff !== asked);
  return {
    charges: [
      line(
        'electricity',
        forPower,
        due,
        basisOf((part) => part.electricity),
      ),
      line(
        'cleaning',
        total - forPower,
        due,
        basisOf((part) => part.cleaning),
      ),
    ].flat(),
    differs: other ? { tariff: other.tariff, plan: asked } : null,
    isUnread: false,
  };
}

function meteredCharges(month: Month, rateMilli: number): MonthCharges {
  const { plan, period, reading } = month;
  const all = daysIn(period);
  const days = sharesOf(month).reduce((sum, share) => sum + share.days, 0);
  const cleaning = mulDivRound(plan.cleaning, days, all);
  const basis = days === all ? '' : `${days}/${all} × ${formatRupiah(plan.cleaning)}`;
  // It is read when the month is over.
  const dueOfPower = dateIn(addMonths(period, 1), plan.dueDay);
  const power = reading ? mulDivRound(reading.used, rateMilli, 1_000_000) : 0;
  return {
    charges: [
      line('electricity', power, dueOfPower, reading ? meterBasis(reading, rateMilli) : ''),
      line('cleaning', cleaning, dateIn(period, plan.dueDay), basis),
    ].flat(),
    differs: null,
    isUnread: reading === null,
  };
}

/** `112,5 kWh × Rp1.444,70`; `≈` before it where nobody could read the meter. */
function meterBasis({ used, isEstimate }: Taken, rateMilli: number): string {
  const sen = String(rateMilli % 1000).padStart(3, '0');
  const rate = `Rp${formatWhole(Math.floor(rateMilli / 1000))},${sen.replace(/0$/, '')}`;
  return `${isEstimate ? '≈ ' : ''}${formatQuantity(used)} kWh × ${rate}`;
}

function line(kind: ChargeKind, amount: number, due: string, basis: string): NewCharge[] {
  return amount > 0 ? [{ kind, amount, due, basis }] : [];
}

/** The tariffs that count in a month, each with its days. */
function sharesOf({ plan, period, tenancies }: Month): { tariff: number; days: number }[] {
  const all = daysIn(period);
  if (!plan.isProrated) return tenancies.slice(-1).map(({ tariff }) => ({ tariff, days: all }));
  const month = datesOf(period);
  return tenancies.map(({ from, to, tariff }) => {
    const first = from > month.from ? from : month.from;
    const last = to !== null && to < month.to ? to : month.to;
    return { tariff, days: daysBetween(first, last) + 1 };
  });
}
