import { type Agreed, agreedIn } from './agreed-parts.ts';
import { advanceOf, type FeeLedger, openOf } from './ledger.ts';
import { planFor } from './own-ledger.ts';
import { addMonths, dateIn, periodOf } from './period.ts';
import type { NextPayment } from './reminder.ts';

/** So much that is to be paid by then. */
export interface Due {
  /** `YYYY-MM-DD` */
  readonly due: string;
  /** Rupiah */
  readonly amount: number;
}

/** What a stall has to pay, and by when. */
export interface Payable {
  /** By date, the oldest first: open charges, or the parts that were agreed in their place. */
  readonly dues: readonly Due[];
  /** What is to be paid now; with instalments that are kept not yet what is due later. Rupiah */
  readonly payableRupiah: number;
  /** What of it is late. */
  readonly overdueRupiah: number;
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
  return { dues, payableRupiah, overdueRupiah, agreed };
}

/** What the stall has to pay next: what is open, else what will be charged; null for nothing. */
export function nextPayment(ledger: FeeLedger, today: string): NextPayment | null {
  const { dues, payableRupiah: amountRupiah } = payableIn(ledger, today);
  const [first] = dues;
  if (first && amountRupiah > 0) return { amountRupiah, due: first.due, isCharged: true };
  return foreseen(ledger, today);
}

function duesOf({ charges }: FeeLedger): Due[] {
  return [...charges.values()]
    .map((charge) => ({ due: charge.due, amount: openOf(charge) }))
    .filter(({ amount }) => amount > 0)
    .toSorted(byDate);
}

/** The parts take the place of the oldest charges that were there when they were agreed. */
function agreedDues(ledger: FeeLedger, { parts, charges }: Agreed): Due[] {
  const open = [...ledger.charges.values()].filter((charge) => openOf(charge) > 0).toSorted(byDate);
  const old = open.filter(({ id }) => charges.has(id));
  let left = sumOf(old.map((charge) => ({ due: charge.due, amount: openOf(charge) })));
  const ofParts = parts.map(({ due, amount, paid }): Due => {
    const ofPart = Math.min(left, amount - paid);
    left -= ofPart;
    return { due, amount: ofPart };
  });
  let covered = sumOf(ofParts);
  const rest = open.map((charge): Due => {
    const ofCharge = charges.has(charge.id) ? Math.min(covered, openOf(charge)) : 0;
    covered -= ofCharge;
    return { due: charge.due, amount: openOf(charge) - ofCharge };
  });
  return [...ofParts, ...rest].filter(({ amount }) => amount > 0).toSorted(byDate);
}

function byDate(one: { readonly due: string }, other: { readonly due: string }): number {
  if (one.due === other.due) return 0;
  return one.due < other.due ? -1 : 1;
}

function sumOf(dues: readonly Due[]): number {
  return dues.reduce((sum, { amount }) => sum + amount, 0);
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
