import { allocateOldest, type OpenCharge } from './allocate.ts';
import type { Allocated, FeeDraft } from './body.ts';
import type { FeePlan } from './details.ts';
import type { PaymentKind } from './kinds.ts';
import { detailsOf, type FeeLedger, openOf, unusedOf } from './ledger.ts';
import { formatNumber, parseNumber } from './number.ts';
import { dateIn } from './period.ts';

/** Stands for the mall in the ledger that a stall without a hub keeps alone. */
export const OWN_MALL = 'own';
/** Where what is set aside lies, as records call it. */
export const SET_ASIDE_ACCOUNT = 'celengan';
/** Where money goes that pays a fee, as records call it. */
const FEE = 'fee';
/** Before the number of what a stall wrote down of its own payments: no kuitansi of a mall. */
const OWN_NUMBER = 'BB';

/** What a stall without a hub pays a month, until somebody says otherwise. */
export const defaultOwnPlan: Pick<OwnPlan, 'electricityRupiah' | 'cleaningRupiah' | 'dueDay'> = {
  electricityRupiah: 700_000,
  cleaningRupiah: 300_000,
  dueDay: 10,
};

/** The monthly fee as a stall alone sets it. */
export interface OwnPlan {
  /** The first month of it. */
  readonly from: string;
  readonly electricityRupiah: number;
  readonly cleaningRupiah: number;
  readonly dueDay: number;
}

/** What makes an act: a new id each time it is asked, and when. */
export interface OwnAct {
  readonly newId: () => string;
  /** Business date. */
  readonly on: string;
}

/** The plan as an act of the stall's own ledger. */
export function ownPlanDraft(id: string, on: string, plan: OwnPlan): FeeDraft {
  const { from, electricityRupiah, cleaningRupiah, dueDay } = plan;
  return {
    id,
    act: 'plan-set',
    mall: OWN_MALL,
    on,
    note: '',
    details: {
      kind: 'plan',
      from,
      electricity: { basis: 'fixed', amount: electricityRupiah },
      cleaning: cleaningRupiah,
      dueDay,
      isProrated: false,
    },
  };
}

/** The plan that holds in a month: the newest that has begun by then. */
export function planFor(ledger: Pick<FeeLedger, 'entries'>, period: string): FeePlan | undefined {
  const begun = detailsOf(ledger, 'plan').filter(({ details }) => details.from <= period);
  const latest = begun.reduce(
    (from, { details }) => (details.from > from ? details.from : from),
    '',
  );
  return begun.find(({ details }) => details.from === latest)?.details;
}

/**
 * Charges a month that a stall alone has traded in, and takes what it paid ahead.
 * @returns undefined where no plan holds, or the month is charged already
 */
export function ownChargeDraft(
  ledger: FeeLedger,
  period: string,
  { newId, on }: OwnAct,
): FeeDraft | undefined {
  const plan = planFor(ledger, period);
  if (plan?.electricity.basis !== 'fixed') return undefined;
  // What is charged late is not late at once.
  const day = dateIn(period, plan.dueDay);
  const due = day < on ? on : day;
  const wanted = [
    { kind: 'electricity', amount: plan.electricity.amount },
    { kind: 'cleaning', amount: plan.cleaning },
  ] as const;
  const isThere = (kind: string) =>
    [...ledger.charges.values()].some(
      (known) => known.period === period && known.kind === kind && !known.isReversed,
    );
  const charges = wanted
    .filter(({ kind, amount }) => amount > 0 && !isThere(kind))
    .map((one) => ({ id: newId(), period, due, basis: 'tarif', ...one }));
  if (charges.length === 0) return undefined;
  const open = [...openCharges(ledger), ...charges.map((one) => ({ ...one, open: one.amount }))];
  const allocations = allocateOldest(open, openCredits(ledger));
  return {
    id: newId(),
    act: 'charge',
    mall: OWN_MALL,
    on,
    note: '',
    charges,
    ...(allocations.length > 0 && { allocations }),
  };
}

/** What a stall alone paid. */
export interface OwnPayment {
  readonly id: string;
  readonly how: PaymentKind;
  readonly amountRupiah: number;
  readonly note: string;
  /** Where the stall had the money, of what the till counts; null where that is elsewhere. */
  readonly takenFrom: TakenFrom | null;
}

/** What the till counts that a stall alone pays from. */
export type TakenFrom = 'set-aside' | 'drawer';

/** Writes down a payment: the oldest charge first, what is more is paid ahead. */
export function ownPaymentDraft(
  ledger: FeeLedger,
  { id, how, amountRupiah: amount, note, takenFrom }: OwnPayment,
  { newId, on }: OwnAct,
): FeeDraft {
  const credit = { id: newId(), kind: how, amount, account: OWN_MALL };
  const unused = [...openCredits(ledger), { id: credit.id, unused: amount }];
  const allocations = allocateOldest(openCharges(ledger), unused);
  return {
    id,
    act: 'payment',
    mall: OWN_MALL,
    on,
    note,
    credits: [{ ...credit, kuitansi: nextOwnNumber(ledger, Number(on.slice(0, 4))) }],
    ...(allocations.length > 0 && { allocations }),
    ...(takenFrom !== null && { movements: [{ from: places[takenFrom], to: FEE, amount }] }),
  };
}

/**
 * Takes back a payment that was written down wrongly: what it took out of what is set aside is
 * there again. Cash of a drawer comes back by an act of that drawer.
 */
export function ownReversalDraft(
  ledger: FeeLedger,
  { id, credit }: { readonly id: string; readonly credit: string },
  on: string,
): FeeDraft | undefined {
  const known = ledger.credits.get(credit);
  if (!known || known.isReversed) return undefined;
  const undone = allocatedOf(ledger, credit).map((one) => ({ ...one, amount: -one.amount }));
  const isBack = takenFromOf(ledger, credit) === 'set-aside';
  const back = { from: FEE, to: setAsideMoney, amount: known.amount };
  return {
    id,
    act: 'reverse',
    mall: OWN_MALL,
    on,
    note: '',
    reverses: [credit],
    ...(undone.length > 0 && { allocations: undone }),
    ...(isBack && { movements: [back] }),
  };
}

/** Where the money of a payment was taken from, as its record says. */
export function takenFromOf(
  { entries }: Pick<FeeLedger, 'entries'>,
  credit: string,
): TakenFrom | null {
  const entry = entries.find(({ body }) => body.credits?.some(({ id }) => id === credit) === true);
  const moved = entry?.body.movements?.find(({ to }) => to === FEE);
  const all: readonly TakenFrom[] = ['set-aside', 'drawer'];
  return all.find((one) => places[one] === moved?.from) ?? null;
}

/** Money that leaves what is set aside. */
export function outOfSetAside(amount: number) {
  return { from: setAsideMoney, to: FEE, amount };
}

/** How records call what is set aside, as a place of money. */
export const setAsideMoney = `money:${SET_ASIDE_ACCOUNT}`;

/** How records call what a fee is paid from, as a place of money. */
const places = {
  'set-aside': setAsideMoney,
  drawer: 'drawer',
} as const satisfies Record<TakenFrom, string>;

/** By how much acts of a record change what is set aside. Rupiah; negative out of it */
export function setAsideChange({ movements = [] }: Pick<FeeDraft, 'movements'>): number {
  return movements.reduce((sum, { from, to, amount }) => {
    if (to === setAsideMoney) return sum + amount;
    return from === setAsideMoney ? sum - amount : sum;
  }, 0);
}

/** What of a credit stands allocated, by charge; nothing that was undone. */
export function allocatedOf({ entries }: Pick<FeeLedger, 'entries'>, credit: string): Allocated[] {
  const sums = new Map<string, number>();
  for (const { body } of entries) {
    for (const one of body.allocations ?? []) {
      if (one.credit !== credit) continue;
      sums.set(one.charge, (sums.get(one.charge) ?? 0) + one.amount);
    }
  }
  return [...sums].flatMap(([charge, amount]) =>
    amount === 0 ? [] : [{ credit, charge, amount }],
  );
}

function nextOwnNumber({ credits }: Pick<FeeLedger, 'credits'>, year: number): string {
  const newest = [...credits.values()].reduce((most, { kuitansi = '' }) => {
    const number = parseNumber(kuitansi);
    const isOurs = number?.kind === OWN_NUMBER && number.year === year;
    return isOurs ? Math.max(most, number.number) : most;
  }, 0);
  return formatNumber({ kind: OWN_NUMBER, mall: OWN_MALL, year, number: newest + 1 });
}

function openCharges({ charges }: Pick<FeeLedger, 'charges'>): OpenCharge[] {
  return [...charges.values()].map((charge) => ({ ...charge, open: openOf(charge) }));
}

function openCredits({ credits }: Pick<FeeLedger, 'credits'>) {
  return [...credits.values()]
    .map((credit) => ({ id: credit.id, unused: unusedOf(credit) }))
    .filter(({ unused }) => unused > 0);
}
