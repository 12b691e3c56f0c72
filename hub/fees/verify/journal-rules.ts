import { assert } from '../../../domain/assert.ts';
import type { FeeBody } from '../../../domain/fees/body.ts';
import { noticeMarks } from '../../../domain/fees/matters/next-notice.ts';
import { formatNumber, KUITANSI } from '../../../domain/fees/number.ts';
import { periodOf } from '../../../domain/fees/period.ts';

/** What the journal said so far of numbers and months: what comes next goes on from it. */
export interface JournalRules {
  /** The last number of each kind of paper, mall and year, by how such numbers begin. */
  readonly numbers: Map<string, number>;
  /** Malls' months that are closed: `TC 2026-10`. */
  readonly closed: Set<string>;
}

/** Of a journal of which nothing was read. */
export function openRules(): JournalRules {
  return { numbers: new Map(), closed: new Set() };
}

/**
 * Goes on by an act: its kuitansi and its letter have the next number of their mall and year each,
 * and it posts nothing in a closed month. The hub's database refuses the same
 * (hub/fees/triggers.ts); who switched that off is found by the records that he made.
 * @throws InvariantError where the act cannot be
 */
export function followRules(rules: JournalRules, body: FeeBody, isPosted: boolean): void {
  const { mall, on, act, details, credits = [] } = body;
  const isClosed = rules.closed.has(placeOf(mall, periodOf(on)));
  assert(!isPosted || !isClosed, `posts in ${periodOf(on)}, which was closed`);
  for (const { kuitansi } of credits) {
    if (kuitansi !== undefined) goOn(rules, body, { text: kuitansi, kind: KUITANSI });
  }
  if (details?.kind === 'notice') {
    goOn(rules, body, { text: details.number, kind: noticeMarks[details.level] });
  }
  if (details?.kind !== 'month') return;
  if (act === 'month-close') rules.closed.add(placeOf(mall, details.month));
  else rules.closed.delete(placeOf(mall, details.month));
}

function goOn(
  { numbers }: JournalRules,
  { mall, on }: FeeBody,
  { text, kind }: { readonly text: string; readonly kind: string },
): void {
  const of = { kind, mall, year: Number(on.slice(0, 4)) };
  const series = formatNumber({ ...of, number: 0 });
  const last = numbers.get(series) ?? 0;
  assert(text === formatNumber({ ...of, number: last + 1 }), `${text} comes after ${last}`);
  numbers.set(series, last + 1);
}

function placeOf(mall: string, month: string): string {
  return `${mall} ${month}`;
}
