import { type Agreed, agreedIn } from './agreed-parts.ts';
import { inOrder } from './allocate.ts';
import { type InstalmentPart, sumOf } from './instalments.ts';
import { advanceOf, type FeeLedger, openOf } from './ledger.ts';
import { planFor } from './own-ledger.ts';
import { addMonths, dateIn, periodOf } from './period.ts';
import type { NextPayment } from './reminder.ts';

/** What a stall has to pay, and by when. */
export interface Payable {
  /** By date, the oldest first: open charges, or the parts that were agreed in their place. */
  readonly dues: readonly InstalmentPart[];
  /** What is to be paid now; with instalments that are kept not yet what is due later. Rupiah */
  readonly payableRupiah: number;
  /** What of it is late. */
  readonly overdueRupiah: number;
  /** What is open first, else what will be charged; null for nothing. */
  readonly next: NextPayment | null;
  /** The instalments that run; null for none. */
  readonly agreed: Agreed | null;
}

/** What a stall has to pay on a date. */
export function payableIn(ledger: FeeLedger, today: string): Payable {
  const agreed = agreedIn(ledger, today);
  const isResting = agreed?.isKept === true;
  const dues = isResting ? agreedDues(ledger, agreed) : duesOf(ledger);
  const overdueRupiah = sumOf(dues.filter(({ due }) => due < today));
  const [first] = dues;
  const until = first && first.due > today ? first.due : today;
  const now = isResting ? dues.filter(({ due }) => due <= until) : dues;
  const payableRupiah = Math.max(0, sumOf(now) - advanceOf(ledger));
  const next =
    first && payableRupiah > 0
      ? { amountRupiah: payableRupiah, due: first.due, isCharged: true }
      : foreseen(ledger, today);
  return { dues, payableRupiah, overdueRupiah, next, agreed };
}

function duesOf({ charges }: FeeLedger): InstalmentPart[] {
  return [...charges.values()]
    .map((charge) => ({ due: charge.due, amount: openOf(charge) }))
    .filter(({ amount }) => amount > 0)
    .toSorted(byDate);
}

/** The parts take the place of the oldest charges that were there when they were agreed. */
function agreedDues(ledger: FeeLedger, { parts, charges }: Agreed): InstalmentPart[] {
  const open = [...ledger.charges.values()].filter((charge) => openOf(charge) > 0).toSorted(byDate);
  const old = open.filter(({ id }) => charges.has(id));
  let left = sumOf(old.map((charge) => ({ due: charge.due, amount: openOf(charge) })));
  const ofParts = parts.map(({ due, amount, paid }): InstalmentPart => {
    const ofPart = Math.min(left, amount - paid);
    left -= ofPart;
    return { due, amount: ofPart };
  });
  let covered = sumOf(ofParts);
  const rest = open.map((charge): InstalmentPart => {
    const ofCharge = charges.has(charge.id) ? Math.min(covered, openOf(charge)) : 0;
    covered -= ofCharge;
    return { due: charge.due, amount: openOf(charge) - ofCharge };
  });
  return [...ofParts, ...rest].filter(({ amount }) => amount > 0).toSorted(byDate);
}

function byDate(one: { readonly due: string }, other: { readonly due: string }): number {
  return inOrder(one.due, other.due);
}

/** What the next month will cost, by its plan or else as the last one did. */
function foreseen(ledger: FeeLedger, today: string): NextPayment | null {
  const monthly = [...ledger.charges.values()].filter(
    ({ kind, isReversed }) => !isReversed && (kind === 'electricity' || kind === 'cleaning'),
  );
  const last = monthly
    .map(({ period }) => period)
    .toSorted()
    .at(-1);
  const now = periodOf(today);
  const isThisMonth = last === undefined || last < now;
  const period = isThisMonth ? now : addMonths(last, 1);
  const plan = planFor(ledger, period);
  const asLast = monthly.filter((charge) => charge.period === last);
  const sum = asLast.reduce((total, { amount }) => total + amount, 0);
  const cost = plan?.electricity.basis === 'fixed' ? plan.electricity.amount + plan.cleaning : sum;
  const dueDay = plan?.dueDay ?? Number(asLast[0]?.due.slice(8) ?? 0);
  if (cost === 0 || dueDay === 0) return null;
  const due = dateIn(period, dueDay);
  const amountRupiah = Math.max(0, cost - advanceOf(ledger));
  if (due < today)
    return { amountRupiah, due: dateIn(addMonths(period, 1), dueDay), isCharged: false };
  return { amountRupiah, due, isCharged: false };
}
