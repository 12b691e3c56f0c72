import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { type ChainTip, countersAfter } from './chain.ts';
import { isSaleHead, RecordHead, VERSION } from './record.ts';
import { isBackType } from './sale-types.ts';

/**
 * A head as its bytes say: one of this program's form, one of a newer program, of which only the
 * place can be read, or none.
 */
export type HeadRead =
  | { readonly kind: 'head'; readonly head: RecordHead }
  | { readonly kind: 'newer'; readonly epoch: number; readonly seq: number; readonly prev: string }
  | { readonly kind: 'not-canonical' }
  | { readonly kind: 'unreadable' };

/** What every version of a head has, however much more it says. */
const Newer = z.looseObject({
  v: z.int().min(VERSION + 1),
  epoch: z.int().min(1),
  seq: z.int().min(1),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Most levels of lists and objects in a head of any version. */
const DEPTH_MAX = 16;

/** Reads the text of a head. Source: RFC 8785 for its canonical form. */
export function readHead(text: string): HeadRead {
  const value = parseJson(text);
  if (value === undefined) return { kind: 'unreadable' };
  const parsed = RecordHead.safeParse(value);
  const newer = parsed.success || isDeeper(value, DEPTH_MAX) ? null : Newer.safeParse(value);
  if (!parsed.success && !newer?.success) return { kind: 'unreadable' };
  if (!isCanonical(value, text)) return { kind: 'not-canonical' };
  if (parsed.success) return { kind: 'head', head: parsed.data };
  if (!newer?.success) return { kind: 'unreadable' };
  const { epoch, seq, prev } = newer.data;
  return { kind: 'newer', epoch, seq, prev };
}

/** The leaf that a head names as the one before it, as hex; null where it cannot be read. */
export function prevOf(read: HeadRead): string | null {
  if (read.kind === 'head') return read.head.prev;
  return read.kind === 'newer' ? read.prev : null;
}

/** Whether the counters that a head restates are those before it and what it adds. */
export function hasItsCounters(head: RecordHead, before: Pick<ChainTip, 'counters'>): boolean {
  try {
    const { sales, refunds, count } = countersAfter(before.counters, head);
    const said = head.counters;
    return said.sales === sales && said.refunds === refunds && said.count === count;
  } catch {
    return false; // the total has the wrong sign
  }
}

/** Whether it gives back and does not say of which sale: one of another system need not. */
export function answersNoSale(head: RecordHead): boolean {
  if (!isSaleHead(head) || !isBackType(head.type)) return false;
  return head.source === undefined && head.ref === undefined;
}

/** What does not add up in a head by itself; English, for the log and the auditor. */
export function unbalancedHead(head: RecordHead): string | undefined {
  switch (head.type) {
    case 'sale':
    case 'refund':
    case 'void': {
      const { tenders, total, source, shift } = head;
      if (sumOf(Object.values(tenders)) !== total) return 'its tenders are not its total';
      if (answersNoSale(head)) return 'what comes back answers a sale';
      const hasPlace = (source === undefined) === (shift !== undefined);
      return hasPlace ? undefined : 'a sale belongs to a shift or to another system';
    }
    case 'z': {
      const { sales, refunds, tenders, categories, rounding, taxes, tax } = head;
      const net = sales.total - refunds.total;
      if (sumOf(Object.values(tenders)) !== net) return 'its tenders are not its net';
      const lines = sumOf(categories.map(({ total }) => total));
      if (lines + rounding !== net) return 'its categories are not its net';
      return sumOf(taxes.map((kind) => kind.tax)) === tax ? undefined : 'its taxes are not its tax';
    }
    default:
      return undefined;
  }
}

/** Sum of integers. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Text without escapes, which JSON writes in one way only once its members are in order. */
const PLAIN = /^[ -[\]-~]*$/;

/** What a till of this program wrote is told by the engine itself, in half of the time. */
function isCanonical(value: unknown, text: string): boolean {
  if (PLAIN.test(text) && JSON.stringify(value) === text && isInOrder(value)) return true;
  try {
    return canonicalJson(value) === text;
  } catch {
    return false; // a lone surrogate
  }
}

/** Whether the members of every object come in the order of their names. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  let before = '';
  for (const name in value) {
    const inner: unknown = Reflect.get(value, name);
    if (name < before || !isInOrder(inner)) return false;
    before = name;
  }
  return true;
}

/** Whether a value has more levels than these. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
