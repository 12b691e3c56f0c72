import { daysBetween } from '../../time.ts';
import { type NoticeLevel, noticeLevels } from '../kinds.ts';
import { formatNumber } from '../number.ts';
import type { HoldReason } from './notice-contract.ts';

/** When each letter may be written, and how long the stall then has. Days */
export const noticeRules = {
  reminder: { afterDays: 1, payWithinDays: 7 },
  sp1: { afterDays: 14, payWithinDays: 7 },
  sp2: { afterDays: 28, payWithinDays: 7 },
  sp3: { afterDays: 42, payWithinDays: 7 },
} as const satisfies Record<NoticeLevel, object>;

/** What the number of each letter begins with; `PGT`: pengingat. */
export const noticeMarks = { reminder: 'PGT', sp1: 'SP1', sp2: 'SP2', sp3: 'SP3' } as const;

/** `SP1/TC/2026/000007` */
export function noticeNumber(
  level: NoticeLevel,
  { mall, year, number }: { readonly mall: string; readonly year: number; readonly number: number },
): string {
  return formatNumber({ kind: noticeMarks[level], mall, year, number });
}

/** Something overdue of a stall. */
export interface OverdueCharge {
  readonly charge: string;
  readonly due: string;
  /** Rupiah still to be paid. */
  readonly open: number;
  readonly isDisputed: boolean;
}

/** The newest letter that a stall has. */
export interface LastNotice {
  readonly level: NoticeLevel;
  readonly until: string;
  readonly deliveredOn: string | null;
  /** The charges that it is about. */
  readonly about: readonly Pick<OverdueCharge, 'charge'>[];
}

/** How late a stall is. */
export interface Lateness<T extends LastNotice, C extends OverdueCharge> {
  readonly charges: readonly C[];
  /** Whether it keeps to instalments. */
  readonly isPaying: boolean;
  readonly last: T | null;
}

/** The letter that a stall gets next, or why it gets none now. */
export interface NextNotice<T extends LastNotice, C extends OverdueCharge> {
  /** Null after the last. */
  readonly level: NoticeLevel | null;
  /** Rupiah overdue, without what is disputed. */
  readonly owed: number;
  readonly disputed: number;
  readonly daysLate: number;
  /** The charges that the letter would be about, the oldest first. */
  readonly about: readonly C[];
  readonly hold: HoldReason | null;
  /** The newest letter, where something that it is about is still open. */
  readonly last: T | null;
}

/**
 * Which letter a stall gets on a date. Each is sharper than the one before, which was handed over
 * and whose time has passed; once all that the last one was about is paid it begins anew.
 */
export function nextNotice<T extends LastNotice, C extends OverdueCharge>(
  { charges, isPaying, last: newest }: Lateness<T, C>,
  on: string,
): NextNotice<T, C> {
  const overdue = charges
    .filter(({ due, open }) => open > 0 && due < on)
    .toSorted((one, other) => one.due.localeCompare(other.due));
  const firm = overdue.filter(({ isDisputed }) => !isDisputed);
  const [oldest] = firm.length > 0 ? firm : overdue;
  const daysLate = oldest ? daysBetween(oldest.due, on) : 0;
  const isOfThese = newest?.about.some((one) =>
    overdue.some(({ charge }) => charge === one.charge),
  );
  const last = newest && isOfThese ? newest : null;
  const level = noticeLevels[last ? noticeLevels.indexOf(last.level) + 1 : 0] ?? null;
  const owed = sumOf(firm);
  return {
    level,
    owed,
    disputed: sumOf(overdue) - owed,
    daysLate,
    about: firm,
    hold: holdOf({ overdue: overdue.length, owed, isPaying, level, last, daysLate }, on),
    last,
  };
}

interface Standing {
  /** How many charges. */
  readonly overdue: number;
  readonly owed: number;
  readonly isPaying: boolean;
  readonly level: NoticeLevel | null;
  readonly last: LastNotice | null;
  readonly daysLate: number;
}

function holdOf(
  { overdue, owed, isPaying, level, last, daysLate }: Standing,
  on: string,
): HoldReason | null {
  if (overdue === 0) return 'nothing-overdue';
  if (owed === 0) return 'disputed';
  if (isPaying) return 'instalments';
  if (last && last.deliveredOn === null) return 'not-delivered';
  if (last && on <= last.until) return 'not-passed';
  if (level === null) return 'last-level';
  return daysLate < noticeRules[level].afterDays ? 'not-late-enough' : null;
}

function sumOf(charges: readonly OverdueCharge[]): number {
  return charges.reduce((sum, { open }) => sum + open, 0);
}
