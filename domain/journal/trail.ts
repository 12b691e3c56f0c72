import { z } from 'zod';
import { RupiahSum } from '../money.ts';
import type { RecordType } from './record.ts';

/** What an entry of the audit trail is about: kinds that a person can filter by. */
export const trailTopics = [
  'sale',
  'drawer',
  'shift',
  'sign-in',
  'staff',
  'catalog',
  'stock',
  'printing',
  'settings',
  'fees',
  'till',
] as const;
export const TrailTopic = z.enum(trailTopics);
export type TrailTopic = z.output<typeof TrailTopic>;

/** What was changed, as text: before and after. */
export const TrailChange = z.strictObject({
  field: z.string(),
  from: z.string(),
  to: z.string(),
});
export type TrailChange = z.output<typeof TrailChange>;

/** So many of something, where there is no before. */
export function countOf(field: string, count: number): TrailChange {
  return { field, from: '', to: String(count) };
}

/** One act in the journal: who did what when, and by whose approval. */
export const TrailEntry = z.strictObject({
  /** `epoch.seq` of its record. */
  mark: z.string(),
  atMs: z.int(),
  offsetMinutes: z.int(),
  /** Pseudonym; `lapak` is the program itself. */
  cashier: z.string(),
  approver: z.string().nullable(),
  topic: TrailTopic,
  /**
   * `sale`, `refund`, `void`, `training`, `shift-open`, `z`, `look`, `sign-in` ...; a sale of
   * another system is `sale-taken-over`.
   */
  act: z.string(),
  /** What it was done to: a receipt number, a code, a pseudonym; empty for the stall itself. */
  subject: z.string(),
  /** Rupiah, where money was moved. */
  amountRupiah: RupiahSum.nullable(),
  note: z.string(),
  changes: z.array(TrailChange),
});
export type TrailEntry = z.output<typeof TrailEntry>;

/** Acts beside the trade that the journal has, and what each is about. */
export const acts = {
  'sign-in': 'sign-in',
  'sign-out': 'sign-in',
  approval: 'sign-in',
  'pin-change': 'staff',
  'recovery-code': 'staff',
  recover: 'staff',
  'staff-add': 'staff',
  'staff-change': 'staff',
  'staff-leave': 'staff',
  'staff-return': 'staff',
  'staff-erase': 'staff',
  'role-save': 'staff',
  'role-delete': 'staff',
  'history-replay': 'sale',
  'stall-begin': 'catalog',
  'product-save': 'catalog',
  'product-archive': 'catalog',
  'product-restore': 'catalog',
  'samples-clear': 'catalog',
  'samples-archive': 'catalog',
  'catalog-import': 'catalog',
  'catalog-export': 'catalog',
  'stock-correct': 'stock',
  reprint: 'printing',
  'printer-change': 'printing',
  'print-drop': 'printing',
  'print-release': 'printing',
  'settings-change': 'settings',
  'qris-check': 'settings',
  'trail-export': 'till',
  enrol: 'settings',
  'body-sent': 'till',
  'fee-claim': 'fees',
  'fee-dispute': 'fees',
  'fee-closure': 'fees',
  'fee-closure-end': 'fees',
  'fee-seen': 'fees',
  'fee-print': 'fees',
} as const satisfies Record<string, TrailTopic>;
export type Act = keyof typeof acts;

/** What a record of each other type is about. */
const topicOfType = {
  start: 'till',
  recovery: 'till',
  'clock-change': 'till',
  sale: 'sale',
  refund: 'sale',
  void: 'sale',
  training: 'sale',
  'shift-open': 'shift',
  z: 'shift',
  'tender-state': 'sale',
  drawer: 'drawer',
  count: 'drawer',
  'login-lockout': 'sign-in',
  fee: 'fees',
} as const satisfies Record<Exclude<RecordType, 'act'>, TrailTopic>;

/** The topic of an entry, by the type of its record and, of an act, by which one it is. */
export function topicOf(type: string, act: string): TrailTopic {
  const topics: Readonly<Record<string, TrailTopic>> = type === 'act' ? acts : topicOfType;
  return topics[type === 'act' ? act : type] ?? 'till'; // an act of a newer program
}

/** The types of record and the acts about a topic; an act that is not known is about `till`. */
export function kindsOf(topic: TrailTopic): { readonly types: string[]; readonly acts: string[] } {
  return { types: namesOf(topicOfType, topic), acts: namesOf(acts, topic) };
}

/** Every act that is about another topic than the till itself. */
export const actsBesideTill = Object.entries(acts).flatMap(([act, topic]) =>
  topic === 'till' ? [] : act,
);

function namesOf(topics: Readonly<Record<string, TrailTopic>>, wanted: TrailTopic): string[] {
  return Object.entries(topics).flatMap(([name, topic]) => (topic === wanted ? name : []));
}
