import { z } from 'zod';
import { storable } from '../../line-of-text.ts';
import { foldTitle } from '../../tables/columns.ts';
import { decimalMarks } from '../../tables/read-number.ts';
import { commonLabels } from './labels.ts';

/**
 * How one file of a bank or a QRIS provider is read: data, so that a manager adapts one to a new
 * bank without code. All words are compared without regard to case, `_` and blanks.
 */

/** Words that mean the same; none is longer than a title can be. */
const words = z.array(z.string().max(80)).max(60);
const folded = words.transform((list) => list.map(foldTitle));
const titles = folded.default([]);

/** `auto` looks: a byte-order mark, else UTF-8, else windows-1252. */
export const encodings = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
/** `auto` takes the one with which the titles are found. */
export const separators = [',', ';', '\t', '|'] as const;
/** Which part of `05/11/2026` comes first; month names and `2026-11-05` need no order. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

const shared = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: storable(80).min(1),
  encoding: z.enum(encodings).default('auto'),
  separator: z.enum(['auto', ...separators]).default('auto'),
  dates: z.enum(dateOrders).default('dmy'),
  /** `auto`: what all numbers of the columns prove. */
  decimal: z.enum(['auto', ...decimalMarks]).default('auto'),
  /** Amounts are whole hundredths of a rupiah: `150000` is Rp 1.500. */
  isInSen: z.boolean().default(false),
  /** One of them stands above the titles, or in the file's name; none: any file will do. */
  marks: folded.default([]),
  /** Descriptions hold separators without quotes: the cells are counted from both ends. */
  hasBareText: z.boolean().default(false),
};

/** Words before or inside the amount, and what an amount without one is. */
const signs = z
  .strictObject({ in: words, out: words })
  .transform((given) => ({ in: given.in.map(upper), out: given.out.map(upper) }))
  .prefault({
    in: ['CR', 'C', 'K', 'KR', 'KREDIT', 'CREDIT', 'MASUK', 'IN', '+'],
    out: ['DB', 'D', 'DR', 'DEBET', 'DEBIT', 'KELUAR', 'OUT', '-'],
  });

const labels = z.strictObject({
  account: folded.default(commonLabels.account),
  period: folded.default(commonLabels.period),
  currency: folded.default(commonLabels.currency),
  opening: folded.default(commonLabels.opening),
  closing: folded.default(commonLabels.closing),
  credits: folded.default(commonLabels.credits),
  debits: folded.default(commonLabels.debits),
  /** Lines that tell nothing: totals, page numbers. */
  ignored: folded.default(commonLabels.ignored),
});
/** What a line beside the table can tell. */
export type LabelKind = keyof z.output<typeof labels>;

const statementProfile = z.strictObject({
  ...shared,
  kind: z.literal('statement'),
  /**
   * Titles of each column; `#5` is the fifth, where its title is blank or stands twice. Needed are
   * a date, and an amount or debit and credit. All columns of descriptions are read as one; a
   * column without a title right of the amount has its sign.
   */
  columns: z.strictObject({
    date: titles,
    description: titles,
    reference: titles,
    amount: titles,
    sign: titles,
    debit: titles,
    credit: titles,
    balance: titles,
    account: titles,
    currency: titles,
  }),
  signs,
  /** What an amount without a sign is; `auto`: the opposite of the only sign of its column. */
  unsigned: z.enum(['auto', 'in', 'out', 'refused']).default('auto'),
  /** What stands for the date of a row that is not booked yet. */
  pending: words.transform((list) => list.map(upper)).default(['PEND', 'PENDING']),
  /** The file always tells opening and closing balance: one without was cut, and is told so. */
  hasTrailer: z.boolean().default(false),
  labels: labels.prefault({}),
});
export type StatementProfile = z.output<typeof statementProfile>;

/** What a settled row is; the sign of its sums follows. */
export const settledKinds = ['payment', 'refund', 'adjustment', 'other'] as const;
export type SettledKind = (typeof settledKinds)[number];

const settlementProfile = z.strictObject({
  ...shared,
  kind: z.literal('settlement'),
  provider: z.string().min(1).max(40),
  /** Titles of each column; needed are gross, and the time paid or the day settled. */
  columns: z.strictObject({
    nmid: titles,
    merchant: titles,
    terminal: titles,
    reference: titles,
    invoice: titles,
    batch: titles,
    issuer: titles,
    paid: titles,
    /** Of the hour, where the file has it apart from the date. */
    paidTime: titles,
    settled: titles,
    gross: titles,
    /** All of them are added up, as those of tax and other deductions. */
    fee: titles,
    tax: titles,
    other: titles,
    net: titles,
    kind: titles,
    status: titles,
    currency: titles,
  }),
  /** Words of the column of kinds; any other word is `other`, and no such column a payment. */
  kinds: z
    .strictObject({ payment: folded, refund: folded, adjustment: folded })
    .prefault({ payment: [], refund: [], adjustment: [] }),
  /** Words of a status that is settled; empty: whatever it says. Others are told and left out. */
  statuses: folded.default([]),
  /** Minutes before UTC of times without a zone. */
  offset: z.int().min(-720).max(840).default(420),
});
export type SettlementProfile = z.output<typeof settlementProfile>;

/** A profile as a manager or a data file writes it; what is left out is usual. */
export const Profile = z.discriminatedUnion('kind', [statementProfile, settlementProfile]);
export type Profile = z.output<typeof Profile>;
/** What Profile reads. */
export type ProfileData = z.input<typeof Profile>;

function upper(word: string): string {
  return word.trim().toUpperCase();
}
