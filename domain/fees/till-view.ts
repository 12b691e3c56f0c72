import { assert } from '../assert.ts';
import { HUB_PROGRAM } from '../journal/values.ts';
import type { Agreed } from './agreed-parts.ts';
import type { FeeBody } from './body.ts';
import {
  advanceOf,
  applyFee,
  detailsOf,
  emptyLedger,
  endedBy,
  type FeeEntry,
  type FeeLedger,
  type LedgerCredit,
  owedBy,
} from './ledger.ts';
import { allocatedOf, takenFromOf } from './own-ledger.ts';
import { payableIn } from './payable.ts';
import { usedBetween } from './reading.ts';
import {
  SHOWN_MAX,
  type ShownCharge,
  type ShownCredit,
  type ShownDispute,
  type ShownLedger,
} from './till-state.ts';

/** A ledger, and the acts that could not be in it. */
export interface FoldedFees {
  readonly ledger: FeeLedger;
  /** Places in the given list. */
  readonly unfit: readonly number[];
}

/** Folds acts in their order; one that does not fit what came before is left out, and named. */
export function foldWhatFits(entries: readonly FeeEntry[]): FoldedFees {
  const ledger = emptyLedger();
  const unfit: number[] = [];
  for (const [at, entry] of entries.entries()) {
    try {
      applyFee(ledger, entry);
    } catch {
      unfit.push(at); // of such an act nothing is in it
    }
  }
  return { ledger, unfit };
}

/** What else a ledger is shown with. */
export interface LedgerLook {
  /** Business date. */
  readonly today: string;
  /** Where the record of each act stands, by the id of the act. */
  readonly positions: ReadonlyMap<string, number>;
  /** Positions of the records that somebody of the stall has seen. */
  readonly seen: ReadonlySet<number>;
  /** Numbers of kuitansi that were printed here. */
  readonly printed: ReadonlySet<string>;
}

/** A ledger as a page shows it, the newest of each first. */
export function showLedger(ledger: FeeLedger, look: LedgerLook): ShownLedger {
  const disputed = new Set(
    disputesOf(ledger)
      .filter(({ outcome }) => outcome === 'open')
      .map(({ about }) => about),
  );
  const undone = undoneOf(ledger);
  const owedRupiah = owedBy(ledger);
  const advanceRupiah = advanceOf(ledger);
  const { payableRupiah, overdueRupiah, next, agreed } = payableIn(ledger, look.today);
  return {
    owedRupiah,
    overdueRupiah,
    payableRupiah,
    advanceRupiah,
    depositRupiah: ledger.deposit,
    next,
    instalments: agreed && instalmentsOf(agreed),
    charges: newest(chargesOf(ledger, { disputed, undone })),
    credits: newest(creditsOf(ledger, { printed: look.printed, undone })),
    refunds: newest(refundsOf(ledger, undone)),
    notices: newest(noticesOf(ledger, look)),
    disputes: newest(disputesOf(ledger)),
    closures: newest(closuresOf(ledger)),
    plans: newest(plansOf(ledger, look)),
    readings: newest(readingsOf(ledger, disputed)),
    accounts: accountsOf(ledger),
    code: detailsOf(ledger, 'code')[0]?.details.code ?? null,
  };
}

function instalmentsOf({ id, on, isKept, parts }: Agreed): ShownLedger['instalments'] {
  return {
    id,
    on,
    isKept,
    parts: parts.map(({ due, amount: amountRupiah, paid: paidRupiah }) => {
      return { due, amountRupiah, paidRupiah };
    }),
  };
}

/** When and why charges, credits and refunds were taken back, by their id. */
type Undone = ReadonlyMap<string, NonNullable<ShownCharge['reversed']>>;

function undoneOf({ entries }: FeeLedger): Undone {
  return new Map(
    entries.flatMap(({ body: { reverses = [], refunds = [], on, note } }) => {
      const undone = [...reverses, ...refunds.flatMap(({ undoes }) => undoes ?? [])];
      return undone.map((id) => [id, { on, note }] as const);
    }),
  );
}

function chargesOf(
  { charges }: FeeLedger,
  { disputed, undone }: { readonly disputed: ReadonlySet<string>; readonly undone: Undone },
): ShownCharge[] {
  return [...charges.values()].map((charge) => ({
    id: charge.id,
    period: charge.period,
    kind: charge.kind,
    on: charge.on,
    due: charge.due,
    amountRupiah: charge.amount,
    settledRupiah: charge.settled,
    basis: charge.basis,
    isReversed: charge.isReversed,
    reversed: undone.get(charge.id) ?? null,
    isDisputed: disputed.has(charge.id),
  }));
}

function creditsOf(
  ledger: FeeLedger,
  { printed, undone }: { readonly printed: ReadonlySet<string>; readonly undone: Undone },
): ShownCredit[] {
  const notes = new Map(
    ledger.entries.flatMap(({ body }) =>
      (body.credits ?? []).map(({ id }) => [id, body.note] as const),
    ),
  );
  return [...ledger.credits.values()].map((credit) => ({
    id: credit.id,
    kind: credit.kind,
    on: credit.on,
    amountRupiah: credit.amount,
    usedRupiah: credit.used,
    kuitansi: credit.kuitansi ?? null,
    note: notes.get(credit.id) ?? '',
    takenFrom: takenFromOf(ledger, credit.id),
    paid: allocatedOf(before(ledger, credit), credit.id).map(({ charge: id, amount }) => {
      const charge = ledger.charges.get(id);
      assert(charge !== undefined, 'what is allocated is for a charge');
      const { period, kind, basis } = charge;
      return { period, kind, amountRupiah: amount, basis };
    }),
    isReversed: credit.isReversed,
    reversed: undone.get(credit.id) ?? null,
    isPrinted: credit.kuitansi !== undefined && printed.has(credit.kuitansi),
  }));
}

function refundsOf({ entries }: FeeLedger, undone: Undone): ShownLedger['refunds'] {
  return entries.flatMap(({ body: { on, refunds = [] } }) =>
    refunds
      .filter(({ undoes }) => undoes === undefined)
      .map(({ id, amount: amountRupiah }) => {
        return { id, on, amountRupiah, reversed: undone.get(id) ?? null };
      }),
  );
}

/** The acts that say what a credit pays; of one that was taken back, until then. */
function before({ entries }: FeeLedger, { id, isReversed }: LedgerCredit) {
  if (!isReversed) return { entries };
  return { entries: entries.filter(({ body }) => body.reverses?.includes(id) !== true) };
}

function noticesOf(ledger: FeeLedger, { positions, seen }: LedgerLook): ShownLedger['notices'] {
  const handed = new Set(detailsOf(ledger, 'delivery').map(({ details }) => details.of));
  return detailsOf(ledger, 'notice')
    .map(({ entry: { body }, details }) => {
      const { id, on, note } = body;
      const { level, number, owed, until, about } = details;
      const position = positions.get(id) ?? 0;
      const lines = about.map(({ period, kind, due, open }) => {
        return { period, kind, due, amountRupiah: open };
      });
      const isSeen = seen.has(position) || handed.has(id);
      return { id, position, level, number, on, owedRupiah: owed, until, lines, isSeen, note };
    })
    .reverse();
}

function disputesOf(ledger: FeeLedger): ShownLedger['disputes'] {
  const settled = new Map<string, Pick<ShownDispute, 'outcome' | 'answer'>>(
    detailsOf(ledger, 'dispute-settle').map(({ entry, details: { of, outcome } }) => {
      return [of, { outcome, answer: entry.body.note }];
    }),
  );
  return detailsOf(ledger, 'dispute')
    .map(({ entry: { body }, details: { about } }) => {
      const { outcome, answer } = settled.get(body.id) ?? { outcome: 'open', answer: '' };
      return { id: body.id, about, on: body.on, note: body.note, outcome, answer };
    })
    .reverse();
}

function closuresOf(ledger: FeeLedger): ShownLedger['closures'] {
  const ended = endedBy(ledger, 'closure-end');
  return detailsOf(ledger, 'closure')
    .filter(({ entry }) => !ended.has(entry.body.id))
    .map(({ entry: { body, by }, details: { why, from, to } }) => {
      const whose = { isOfMall: isOfMall(body), isOwn: !isOfMall(body) && by === HUB_PROGRAM };
      return { id: body.id, why, from, to, note: body.note, ...whose };
    })
    .reverse();
}

function isOfMall({ stall }: FeeBody): boolean {
  return stall === undefined;
}

function plansOf(ledger: FeeLedger, { positions, seen }: LedgerLook): ShownLedger['plans'] {
  const handed = new Set(detailsOf(ledger, 'delivery').map(({ details }) => details.of));
  return detailsOf(ledger, 'plan')
    .map(({ entry: { body }, details }) => {
      const { from, electricity, cleaning, dueDay, isProrated, penalty } = details;
      const isFixed = electricity.basis === 'fixed';
      const position = positions.get(body.id) ?? 0;
      return {
        id: body.id,
        position,
        on: body.on,
        from,
        electricityRupiah: isFixed ? electricity.amount : null,
        rateMilli: isFixed ? null : electricity.rateMilli,
        cleaningRupiah: cleaning,
        dueDay,
        isProrated,
        penalty: penalty ?? null,
        isSeen: seen.has(position) || handed.has(body.id),
      };
    })
    .reverse();
}

function readingsOf(ledger: FeeLedger, disputed: ReadonlySet<string>): ShownLedger['readings'] {
  return detailsOf(ledger, 'reading')
    .map(({ entry: { body }, details }) => ({
      id: body.id,
      period: details.period,
      meter: details.meter,
      fromMilli: details.from,
      toMilli: details.to,
      usedMilli: usedBetween(details),
      isEstimate: details.isEstimate,
      isDisputed: disputed.has(body.id),
    }))
    .reverse();
}

/** Where money can be sent now: the newest word on each account. */
function accountsOf(ledger: FeeLedger): ShownLedger['accounts'] {
  const known = new Map<string, ShownLedger['accounts'][number] | null>();
  for (const { details } of detailsOf(ledger, 'account')) {
    const { account, holds, label, qris, isClosed } = details;
    if (known.has(account)) continue;
    known.set(account, isClosed ? null : { account, holds, label, qris: qris ?? null });
  }
  return [...known.values()].filter((account) => account !== null).slice(0, SHOWN_MAX);
}

function newest<T>(list: readonly T[]): T[] {
  return list.toReversed().slice(0, SHOWN_MAX);
}
