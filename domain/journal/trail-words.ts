import { theProgram } from '../actor.ts';
import { formatRupiah } from '../money.ts';
import { tenderWords } from '../payments/tender-words.ts';
import { localStamp } from '../time.ts';
import { inReasons, openReasons, outReasons } from '../shifts/movement.ts';
import { NOBODY } from '../staff/staff.ts';
import type { Translator } from '../text.ts';
import { saleTypes } from './sale-types.ts';
import { type Act, acts, type TrailChange, type TrailEntry } from './trail.ts';

import { permissionChangeWords, valueWords } from './trail-values.ts';

/** What a record itself is, where it is no act and no opening of a drawer. */
const recordActs = [
  'sale',
  'refund',
  'void',
  'training',
  'sale-taken-over',
  'refund-taken-over',
  'start',
  'recovery',
  'clock-change',
  'login-lockout',
  'shift-open',
  'drawer-count',
  'z',
  'tender-verified',
  'tender-missing',
  'tender-claimed',
  'fee-plan-set',
  'fee-charge',
  'fee-payment',
  'fee-reverse',
  'fee-drawer-count',
  'fee-cash-bank',
] as const;

const beside = Object.keys(acts) as Act[]; // its own keys

/** Every act that there are words for. */
export const toldActs = [
  ...recordActs,
  ...inReasons,
  ...outReasons,
  ...openReasons,
  ...beside,
] as const;

const toldFields = [
  'name',
  'category',
  'unit',
  'factor',
  'price',
  'floor',
  'barcode',
  'stock',
  'reason',
  'products',
  'rows',
  'added',
  'updated',
  'unchanged',
  'rejected',
  'remaining',
  'sales',
  'refunds',
  'stockOnly',
  'jobs',
  'address',
  'columns',
  'failures',
  'seconds',
  'clock',
  'role',
  'permissions',
  'tax',
  'tax-kind',
  'tax-isAdded',
  'npwp',
  'qris',
  'sticker',
  'nmid',
  'merchant',
  'zone',
  'cutOffHour',
  'cashRoundingRupiah',
  'language',
  'receiptLanguage',
  'colorScheme',
  'textSizePercent',
  'pinUse',
  'lockAfterMinutes',
  'closing',
  'drawers',
  'sharing',
  'asked-by',
  'receipt',
  'receipt-print',
  'receipt-footer',
  'receipt-hasQr',
  'receipt-hasQris',
  'tenders-qris',
  'tenders-card',
  'tenders-transfer',
  'receipt-logo',
  'stall-name',
  'stall-number',
  'stall-mall',
  'stall-phone',
  'tender',
  'found-by',
  'rrn',
  'counted',
  'found',
  'difference',
  'handed-to',
  'from',
  'to',
  'cashier',
  'topic',
] as const;

/** What somebody did, in a few words; an act of a newer program by its own name. */
export function actWords({ act }: Pick<TrailEntry, 'act'>, speaker: Translator): string {
  const told = toldActs.find((known) => known === act);
  return told === undefined ? act : speaker.text(`trail.act.${told}`);
}

/** What it was done to: a number, a code, or whatever `personWords` calls a pseudonym. */
export function subjectWords(
  { topic, act, subject, cashier }: Pick<TrailEntry, 'topic' | 'act' | 'subject' | 'cashier'>,
  speaker: Translator,
  personWords: (pseudonym: string) => string,
): string {
  if (topic === 'drawer' || act === 'shift-open') {
    return speaker.text('trail.shift', { shift: subject });
  }
  if (topic === 'sign-in' && subject === cashier) return ''; // of themselves
  return isPseudonym(subject) ? personWords(subject) : subject;
}

const saleActs: readonly string[] = [...saleTypes, 'training'];

/** How a sale was paid, or what a person wrote. */
export function noteWords({ act, note }: Pick<TrailEntry, 'act' | 'note'>, speaker: Translator) {
  if (!saleActs.includes(act)) return note;
  return note
    .split(', ')
    .map((kind) => tenderWords(kind, speaker))
    .join(', ');
}

/** `harga (lusin): Rp1.000 → Rp1.200`; what has no before has no arrow. */
export function changeWords(
  { field, from, to }: TrailChange,
  speaker: Translator,
  personWords: (pseudonym: string) => string,
): string {
  const what = fieldWords(field, speaker);
  if (from === '' && to === '') return what;
  if (field === 'permissions') return `${what}: ${permissionChangeWords(from, to, speaker)}`;
  const [before, after] = [from, to].map((value) =>
    isPseudonym(value) ? personWords(value) : valueWords(field, value, speaker),
  );
  return from === '' ? `${what}: ${after}` : `${what}: ${before} → ${after}`;
}

/** Who a pseudonym is, where that is no person. */
export function pseudonymWords(pseudonym: string, speaker: Translator): string {
  if (pseudonym === theProgram.cashier) return speaker.text('trail.program');
  return pseudonym === NOBODY ? speaker.text('trail.nobody') : pseudonym;
}

function isPseudonym(subject: string): boolean {
  return /^kasir-\d+$/.test(subject);
}

function fieldWords(field: string, speaker: Translator): string {
  const [name = '', ...rest] = field.split('/');
  const key = name.replace('.', '-'); // `stall.name`
  const told = toldFields.find((known) => known === key);
  const words = told === undefined ? name : speaker.text(`trail.field.${told}`);
  return rest.length === 0 ? words : `${words} (${rest.join('/')})`;
}

/** `24/11/2026 09:00, kasir-2: Barang disimpan, KB-1, harga (pcs): Rp1.000 → Rp1.200` */
export function entryWords(
  entry: TrailEntry,
  speaker: Translator,
  nameOf: (pseudonym: string) => string,
): string {
  const personWords = (pseudonym: string): string => {
    const name = nameOf(pseudonym);
    return name === pseudonym ? pseudonymWords(pseudonym, speaker) : `${name} (${pseudonym})`;
  };
  const { approver, amountRupiah } = entry;
  const parts = [
    actWords(entry, speaker),
    subjectWords(entry, speaker, personWords),
    amountRupiah === null ? '' : formatRupiah(amountRupiah),
    noteWords(entry, speaker),
    ...entry.changes.map((change) => changeWords(change, speaker, personWords)),
    approver === null ? '' : `${speaker.text('trail.approver')} ${personWords(approver)}`,
  ];
  const stamp = localStamp(entry.atMs, entry.offsetMinutes);
  const told = parts.filter((part) => part !== '').join(', ');
  return `${stamp}, ${personWords(entry.cashier)}: ${told}`;
}
