import { assert } from '../assert.ts';
import { daysBetween } from '../time.ts';
import { allocateOldest } from './allocate.ts';
import type { MatchReason, Reason, Suggestion } from './bank/bank-row.ts';
import {
  findNames,
  type MatchIndex,
  type MatchStall,
  monthOf,
  type MonthIndex,
} from './match-index.ts';
import { findCodes, wordsOf } from './match-words.ts';
import { sumWithCode } from './sum-with-code.ts';

/** What each thing that is seen adds to the score of a stall. */
const matchPoints = {
  code: 60,
  'code-sum': 10,
  remark: 60,
  sender: 25,
  balance: 10,
  date: 5,
  name: 0,
} as const;

/** A suggestion is ticked from this score on, */
const TICKED_FROM = 70;
/** and so far ahead of the next. */
const TICKED_AHEAD = 20;

/** Days before or after a due date that are near it. */
const DATE_WINDOW_DAYS = 10;
/** So many stalls that share an amount or a sender are suggested by it; not more. */
const COMMON_MAX = 5;
/** Most suggestions of a row. */
const SUGGESTED_MAX = 5;
/** So much more than a stall owes may be for another of who sent it. Rupiah */
const BESIDE_MIN = 100_000;
/** An amount less the digits that is a sum people pay. Rupiah */
const ROUND = 10_000;

/** Money that came in. */
export interface MatchRow {
  readonly on: string;
  /** Rupiah, what is left of it. */
  readonly amount: number;
  readonly description: string;
  /** senderOf() its description. */
  readonly sender: string;
  /** Whether nothing of it was used yet; else nothing is ticked. */
  readonly isWhole: boolean;
  /** By stall: the act that booked this sum for it about that day, of which no row is known. */
  readonly booked: ReadonlyMap<string, string>;
}

interface Candidate {
  readonly stall: MatchStall;
  readonly reasons: Reason[];
  score: number;
}

/** All that a row says, before any stall is looked at. */
interface Clues {
  readonly row: MatchRow;
  readonly month: MonthIndex;
  /** Stalls with their months, or null, whose codes stand in the description. */
  readonly remarks: ReadonlyMap<string, string | null>;
  /** Stalls that its sender paid for before. */
  readonly senders: readonly string[];
  /** Stalls by the members whose names stand in the description. */
  readonly names: readonly { readonly name: string; readonly stalls: readonly string[] }[];
  /** The stall whose digits the amount ends with. */
  readonly coded: string | undefined;
}

/**
 * The stalls that a row may be of, the likeliest first. By amount and date alone nobody is ever
 * ticked: every stall pays the same.
 */
export function suggestStalls(index: MatchIndex, row: MatchRow): Suggestion[] {
  const clues = readClues(index, row);
  const candidates = [...candidatesOf(clues)].flatMap((code): Candidate[] => {
    const stall = index.stalls.get(code);
    return stall ? [scoreStall(stall, clues)] : [];
  });
  candidates.sort((a, b) => b.score - a.score || (a.stall.stall < b.stall.stall ? -1 : 1));
  const [best, second] = candidates;
  if (!best) return [];
  const isAhead = best.score - (second?.score ?? 0) >= TICKED_AHEAD;
  for (const candidate of candidates) oppose(candidate, candidates, clues);
  const beside = isAhead ? besideOf(best.stall, clues) : second?.stall.stall;
  if (beside !== undefined && best.score >= TICKED_FROM) speakAgainst(best, 'close', beside);
  return candidates.slice(0, SUGGESTED_MAX).map((candidate) => ({
    ...toldOf(candidate, row),
    ticked:
      candidate === best &&
      best.score >= TICKED_FROM &&
      isAhead &&
      row.isWhole &&
      !best.reasons.some(({ reason }) => against.has(reason)),
  }));
}

const against: ReadonlySet<MatchReason> = new Set<MatchReason>([
  'other-code',
  'other-remark',
  'other-sender',
  'other-name',
  'other-act',
  'close',
]);

function readClues(index: MatchIndex, row: MatchRow): Clues {
  const words = wordsOf(row.description);
  const remarks = new Map<string, string | null>();
  const { codeLength } = index;
  const known = { isCode: (code: string) => index.byCode.has(code), codeLength };
  for (const { code, period } of findCodes(words, known, row.on)) {
    for (const stall of index.byCode.get(code) ?? []) remarks.set(stall, period);
  }
  return {
    row,
    month: monthOf(index, row.on.slice(0, 7)),
    remarks,
    senders: few(row.sender === '' ? [] : index.bySender.get(row.sender)),
    names: findNames(index, words),
    coded: row.amount > 1000 ? index.byDigits.get(row.amount % 1000) : undefined,
  };
}

/** What too many stalls have in common tells nothing: a teller who sends for a whole floor. */
function few(stalls: readonly string[] = []): readonly string[] {
  return stalls.length > COMMON_MAX ? [] : stalls;
}

/** Each found by a map. */
function candidatesOf({ row, month, remarks, senders, names, coded }: Clues): Set<string> {
  return new Set([
    ...(coded === undefined ? [] : [coded]),
    ...remarks.keys(),
    ...senders,
    ...few(names.flatMap(({ stalls }) => stalls)),
    ...few(month.byOwed.get(row.amount)),
    ...few(month.byCoded.get(row.amount)),
  ]);
}

function scoreStall(stall: MatchStall, clues: Clues): Candidate {
  const { row, month, remarks, senders, names, coded } = clues;
  const candidate: Candidate = { stall, reasons: [], score: 0 };
  const add = (reason: keyof typeof matchPoints, seen: string): void => {
    candidate.reasons.push({ reason, points: matchPoints[reason], seen });
    candidate.score += matchPoints[reason];
  };
  const owed = month.owed.get(stall.stall);
  const digits = stall.code ?? 0;
  const isCoded = coded === stall.stall;
  const isSum = !isCoded && digits > 0 && owed !== undefined && row.amount === owed + digits;
  if (isCoded) add('code', writeDigits(digits));
  if (isSum) add('code-sum', writeDigits(digits));
  const period = remarks.get(stall.stall);
  if (period) add('remark', `${stall.stall}-${period.slice(2).replace('-', '')}`);
  if (senders.includes(stall.stall)) add('sender', row.sender);
  const net = isCoded ? row.amount - digits : row.amount;
  const isBilled = isCoded && owed !== undefined && row.amount === sumWithCode(owed, digits);
  // What is owed and the digits are seen once: they are no second sign of the same.
  if (!isSum && owed !== undefined && (net === owed || isBilled)) add('balance', String(owed));
  const due = nearestDue(stall, row.on);
  if (due !== undefined) add('date', due);
  const named = names.find(({ stalls }) => stalls.includes(stall.stall));
  if (named) add('name', named.name);
  else if (period === null) add('name', stall.stall);
  return candidate;
}

/** What speaks against a stall: all that is another's, and what is in the books already. */
function oppose(candidate: Candidate, all: readonly Candidate[], clues: Clues): void {
  const { row, remarks, senders, names, coded } = clues;
  const own = candidate.stall.stall;
  const act = row.booked.get(own);
  if (act !== undefined) speakAgainst(candidate, 'other-act', act);
  const remark = [...remarks.keys()].find((stall) => stall !== own);
  if (remark !== undefined) speakAgainst(candidate, 'other-remark', remark);
  if (senders.length > 0 && !senders.includes(own)) {
    speakAgainst(candidate, 'other-sender', senders[0]);
  }
  const named = names.find(({ stalls }) => !stalls.includes(own));
  if (named) speakAgainst(candidate, 'other-name', named.stalls[0]);
  const other = all.find(({ stall }) => stall.stall === coded)?.stall;
  if (other && other.stall !== own && isLikelySum(other, row)) {
    speakAgainst(candidate, 'other-code', other.stall);
  }
}

/** Who sends much more than a stall owes, and has others, may pay for them too. @returns one */
function besideOf({ stall, code }: MatchStall, clues: Clues): string | undefined {
  const { row, month, senders, names, coded } = clues;
  const net = row.amount - (coded === stall ? (code ?? 0) : 0);
  if (net < (month.owed.get(stall) ?? 0) + BESIDE_MIN) return undefined;
  return [senders, ...names.map(({ stalls }) => stalls)]
    .filter((own) => own.includes(stall))
    .flat()
    .find((other) => other !== stall);
}

function speakAgainst({ reasons }: Candidate, reason: MatchReason, seen = ''): void {
  reasons.push({ reason, points: 0, seen });
}

/** Whether an amount less the digits of a stall is round, or just what its oldest charges are. */
function isLikelySum({ code, open }: MatchStall, { amount }: MatchRow): boolean {
  const net = amount - (code ?? 0);
  if (net % ROUND === 0) return true;
  let sum = 0;
  for (const charge of open) {
    sum += charge.open;
    if (sum >= net) return sum === net;
  }
  return false;
}

function nearestDue({ open }: MatchStall, on: string): string | undefined {
  const month = on.slice(0, 7);
  return open.find(
    ({ due, period }) => period <= month && Math.abs(daysBetween(due, on)) <= DATE_WINDOW_DAYS,
  )?.due;
}

function writeDigits(code: number): string {
  return String(code).padStart(3, '0');
}

function toldOf({ stall, reasons, score }: Candidate, { amount }: MatchRow) {
  const allocated = allocateOldest(stall.open, [{ id: '', unused: amount }]);
  const byId = new Map(stall.open.map((charge) => [charge.id, charge]));
  const charges = allocated.map(({ charge: id, amount: pays }) => {
    const charge = byId.get(id);
    assert(charge !== undefined, 'what is paid is open');
    return { charge: id, period: charge.period, kind: charge.kind, amount: pays };
  });
  const paid = charges.reduce((sum, charge) => sum + charge.amount, 0);
  const { stall: code, name } = stall;
  return { stall: code, name, charges, advance: amount - paid, score, reasons };
}
