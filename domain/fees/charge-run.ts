import { allocateOldest, type OpenCharge, type OpenCredit } from './allocate.ts';
import type { FeeDraft } from './body.ts';
import {
  chargesOf,
  type MonthCharges,
  type NewCharge,
  type Taken,
  type Tenancy,
} from './charges-of.ts';
import type { FeePlan } from './details.ts';
import type { ChargeKind } from './kinds.ts';
import { penaltyIn } from './penalty.ts';

/** A stall that a contract has in a month, as it stands before the run. */
export interface StallInRun {
  readonly stall: string;
  /** Those that the month has days of, the oldest first; never none. */
  readonly tenancies: readonly Tenancy[];
  /** What it is charged for the month already. */
  readonly charged: ReadonlySet<ChargeKind>;
  readonly reading: Taken | null;
  /** Not paid yet, of all months. */
  readonly open: readonly (OpenCharge & {
    readonly kind: ChargeKind;
    readonly isDisputed: boolean;
  })[];
  /** Its advances, the oldest first, each with the date that it came on. */
  readonly credits: readonly (OpenCredit & { readonly on: string })[];
  /** Whether it keeps to instalments: penalties rest. */
  readonly isResting: boolean;
}

/** The month that is charged. */
export interface RunMonth {
  readonly mall: string;
  readonly period: string;
  readonly plan: FeePlan;
  /** The date on which it is charged. */
  readonly today: string;
}

/** What a run does with a stall. */
export interface StallRun {
  /** Undefined where it has all its charges. */
  readonly draft: FeeDraft | undefined;
  readonly differs: MonthCharges['differs'];
  readonly isUnread: boolean;
}

/**
 * Charges a stall for a month: what it is not charged yet, and at once what its advances pay of
 * that; what they pay of older months costs no penalty. The record is of the first of the month.
 * @param newId makes an id, each time another
 */
export function chargeStall(
  { mall, period, plan, today }: RunMonth,
  stall: StallInRun,
  newId: () => string,
): StallRun {
  const { tenancies, reading, charged, open, credits } = stall;
  const month = chargesOf({ plan, period, tenancies, reading });
  // Once: what rested when the month was charged costs nothing when it is charged again.
  const isAgain = charged.has('electricity') || charged.has('cleaning');
  const isRested = stall.isResting || isAgain;
  const late = isRested ? null : penaltyIn({ period, today }, plan.penalty, unpaid(stall));
  const due = month.charges.at(-1)?.due ?? `${period}-${String(plan.dueDay).padStart(2, '0')}`;
  const penalty: NewCharge[] = late ? [{ kind: 'penalty', due, ...late }] : [];
  const charges = [...month.charges, ...penalty]
    .filter(({ kind }) => !charged.has(kind))
    .map((charge) => ({ id: newId(), period, ...charge }));
  const said = { differs: month.differs, isUnread: month.isUnread };
  if (charges.length === 0) return { draft: undefined, ...said };
  const payable = charges.map((charge) => ({ ...charge, open: charge.amount }));
  const allocations = allocateOldest([...open, ...payable], credits);
  return {
    draft: {
      id: newId(),
      act: 'charge',
      mall,
      stall: stall.stall,
      on: `${period}-01`,
      note: '',
      charges,
      ...(allocations.length > 0 && { allocations }),
    },
    ...said,
  };
}

/** What is open once the advances have paid what is due first. */
function unpaid({ open, credits }: StallInRun): StallInRun['open'] {
  const paid = new Map<string, number>();
  for (const { charge, amount } of allocateOldest(open, credits)) {
    paid.set(charge, (paid.get(charge) ?? 0) + amount);
  }
  return open.map((charge) => ({ ...charge, open: charge.open - (paid.get(charge.id) ?? 0) }));
}
