import { randomUUID } from 'node:crypto';
import type { FeeDraft } from '../../domain/fees/body.ts';
import { type FeeLedger, openOf, unusedOf } from '../../domain/fees/ledger.ts';
import { formatNumber, KUITANSI, parseNumber } from '../../domain/fees/number.ts';
import { addMonths } from '../../domain/fees/period.ts';

/** Random numbers of a seed: the same in each run. Source: mulberry32, public domain. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** What a step is made from: what was seen of the books before it. */
export interface StepWorld {
  readonly pick: (below: number) => number;
  readonly mall: string;
  readonly stall: string;
  readonly ledger: FeeLedger;
  /** Rows of bank files, some of which were used. */
  readonly rows: readonly string[];
}

const months = Array.from({ length: 600 }, (_, at) => addMonths('1980-01', at));
const kinds = ['electricity', 'cleaning', 'penalty', 'other'] as const;

/** The year of every kuitansi here. */
export const YEAR = 2026;

/** Numbers the kuitansi of acts behind the last one that there is. */
export function numberedAfter(last: number, drafts: readonly FeeDraft[]): FeeDraft[] {
  let newest = last;
  return drafts.map((draft) => {
    if (!draft.credits) return draft;
    const credits = draft.credits.map((credit) => {
      const behind = parseNumber(credit.kuitansi ?? '');
      if (!behind) return credit;
      newest += behind.number;
      return { ...credit, kuitansi: formatNumber({ ...behind, number: newest }) };
    });
    return { ...draft, credits };
  });
}

type Step = (world: StepWorld) => Partial<FeeDraft> & Pick<FeeDraft, 'act'>;

/** Each kind of step, some of which do not fit what is there: the database has to refuse those. */
const steps: readonly Step[] = [charge, charge, pay, pay, pay, allocate, allocate, undo, move];
const rare: readonly Step[] = [waive, refund, deposit, useDeposit, reverseCharge, reversePayment];

/** The next act of a stall, right or wrong. */
export function nextStep(world: StepWorld): FeeDraft {
  const from = world.pick(3) === 0 ? rare : steps;
  const step = from[world.pick(from.length)] ?? charge;
  const { mall, stall } = world;
  return { id: randomUUID(), mall, stall, on: dateOf(world.pick), note: '', ...step(world) };
}

/** Any of its dates. */
export function dateOf(pick: StepWorld['pick']): string {
  return `${months[pick(months.length)]}-${String(1 + pick(28)).padStart(2, '0')}`;
}

/** A month of the mall is closed, or opened again. */
export function closeStep({ pick, mall }: Pick<StepWorld, 'pick' | 'mall'>): FeeDraft {
  const month = months[pick(months.length)] ?? '1980-01';
  return {
    id: randomUUID(),
    act: pick(5) === 0 ? 'month-close' : 'month-reopen',
    mall,
    on: '2026-11-29',
    note: 'tutup buku',
    details: { kind: 'month', month },
  };
}

function charge({ pick }: StepWorld): ReturnType<Step> {
  const period = months[pick(months.length)] ?? '1980-01';
  const amount = 1_000 * (1 + pick(1_000));
  const kind = kinds[pick(kinds.length)] ?? 'other';
  const charges = [{ id: randomUUID(), period, kind, amount, due: `${period}-10`, basis: '' }];
  return { act: 'charge', charges };
}

function pay(world: StepWorld): ReturnType<Step> {
  const { pick, ledger, mall, rows } = world;
  const id = randomUUID();
  const amount = 1_000 * (1 + pick(1_000)) + pick(999);
  // How far behind the last one, see numberedAfter(): now and then a number is left out.
  const number = pick(40) === 0 ? 2 : 1;
  const row = pick(3) === 0 ? rows[pick(rows.length)] : undefined;
  const credit = {
    id,
    kind: 'bank' as const,
    amount,
    account: 'bca-tc',
    kuitansi: formatNumber({ kind: KUITANSI, mall, year: YEAR, number }),
    ...(row === undefined ? {} : { row }),
  };
  const open = [...ledger.charges.values()].filter((one) => openOf(one) > 0);
  const to = open[pick(open.length)];
  if (!to || pick(2) === 0) return { act: 'payment', credits: [credit] };
  const given = pick(20) === 0 ? openOf(to) + 1 : Math.min(openOf(to), amount);
  const allocations = [{ credit: id, charge: to.id, amount: given }];
  return { act: 'payment', credits: [credit], allocations };
}

function allocate({ pick, ledger }: StepWorld): ReturnType<Step> {
  const credit = some(pick, ledger.credits);
  const to = some(pick, ledger.charges);
  if (!credit || !to) return { act: 'allocate' };
  const fits = Math.max(1, Math.min(openOf(to), unusedOf(credit)));
  const amount = pick(10) === 0 ? fits + pick(100_000) : fits;
  return { act: 'allocate', allocations: [{ credit: credit.id, charge: to.id, amount }] };
}

function undo({ pick, ledger }: StepWorld): ReturnType<Step> {
  const credit = some(pick, ledger.credits);
  const to = some(pick, ledger.charges);
  if (!credit || !to) return { act: 'allocate' };
  const amount = -Math.max(1, Math.min(to.settled, credit.used));
  return { act: 'allocate', allocations: [{ credit: credit.id, charge: to.id, amount }] };
}

/** What a credit paid of a charge goes to another. */
function move({ pick, ledger }: StepWorld): ReturnType<Step> {
  const credit = some(pick, ledger.credits);
  const [from, to] = [some(pick, ledger.charges), some(pick, ledger.charges)];
  if (!credit || !from || !to) return { act: 'allocate' };
  const amount = Math.max(1, Math.min(from.settled, credit.used, openOf(to)));
  const allocations = [
    { credit: credit.id, charge: from.id, amount: -amount },
    { credit: credit.id, charge: to.id, amount },
  ];
  return { act: 'allocate', allocations };
}

function waive({ pick, ledger }: StepWorld): ReturnType<Step> {
  const of = some(pick, ledger.charges);
  if (!of) return { act: 'waive' };
  const id = randomUUID();
  const amount = Math.max(1, openOf(of)) + pick(2);
  const kind = pick(2) === 0 ? ('waiver' as const) : ('credit-note' as const);
  const credits = [{ id, kind, amount, of: of.id }];
  return { act: 'waive', credits, allocations: [{ credit: id, charge: of.id, amount }] };
}

function refund({ pick, ledger }: StepWorld): ReturnType<Step> {
  const credit = some(pick, ledger.credits);
  if (!credit) return { act: 'refund' };
  const amount = Math.max(1, unusedOf(credit)) + (pick(5) === 0 ? 1 : 0);
  const refunds = [{ id: randomUUID(), credit: credit.id, amount, account: 'bca-tc' }];
  return { act: 'refund', refunds };
}

function deposit({ pick }: StepWorld): ReturnType<Step> {
  const amount = pick(2) === 0 ? 500_000 : -250_000;
  return { act: 'deposit', deposits: [{ id: randomUUID(), amount, account: 'kantor-tc' }] };
}

function useDeposit({ pick }: StepWorld): ReturnType<Step> {
  const amount = 100_000 * (1 + pick(4));
  const credits = [{ id: randomUUID(), kind: 'deposit' as const, amount }];
  return { act: 'deposit', deposits: [{ id: randomUUID(), amount: -amount }], credits };
}

function reverseCharge({ pick, ledger }: StepWorld): ReturnType<Step> {
  const of = some(pick, ledger.charges);
  return of ? { act: 'reverse', reverses: [of.id] } : { act: 'reverse' };
}

function reversePayment({ pick, ledger }: StepWorld): ReturnType<Step> {
  const of = some(pick, ledger.credits);
  if (!of) return { act: 'reverse' };
  if (of.kind !== 'deposit') return { act: 'reverse', reverses: [of.id] };
  // What was taken of the deposit goes back into it.
  const deposits = [{ id: randomUUID(), amount: of.amount }];
  return { act: 'reverse', reverses: [of.id], deposits };
}

function some<T>(pick: (below: number) => number, of: ReadonlyMap<string, T>): T | undefined {
  const newest = [...of.values()].slice(-12);
  return newest[pick(newest.length)];
}
