import { z } from 'zod';
import { FeeBody } from '../fees/body.ts';
import { BusinessDate } from '../time.ts';
import { SaleBody, TrainingBody } from './sale-body.ts';
import { type SaleType, saleTypes } from './sale-types.ts';
import { ClaimState, TenderStateBody } from './tender-state-body.ts';
import {
  ActId,
  KINDS_MAX,
  Pseudonym,
  RecordHash,
  RecordText,
  Salt,
  TaxKind,
  TimeMs,
} from './values.ts';

/** Version of the record's format; every version ever written stays readable. */
export const VERSION = 1;

/** `epoch.seq`, each a whole number that is exact. */
const Mark = z.string().regex(/^[1-9]\d{0,9}\.[1-9]\d{0,9}$/);
/** Of kinds sums are kept: short enough for a key, without U+0000 for PostgreSQL. */
const TenderKind = z.string().regex(/^[a-z][a-z-]{0,39}$/);
/** Rupiah by kind of tender, net of change. */
const Tenders = z
  .record(TenderKind, z.int())
  .refine((tenders) => Object.keys(tenders).length <= KINDS_MAX);
/** Sums of the stall's own sales since the first record; they only grow. Rupiah, positive. */
export const Counters = z.strictObject({
  sales: z.int().min(0),
  /** Refunds and voids. */
  refunds: z.int().min(0),
  /** Sales, refunds and voids together. */
  count: z.int().min(0),
});
export type Counters = z.output<typeof Counters>;

const common = {
  v: z.literal(VERSION),
  device: z.string().regex(/^[0-9a-f]{32}$/),
  epoch: z.int().min(1),
  seq: z.int().min(1),
  /** The leaf before it; of the first record 64 zeros. */
  prev: RecordHash,
  at: TimeMs,
  /** Minutes ahead of UTC. */
  offset: z.int().min(-720).max(840),
  businessDate: BusinessDate,
  cashier: Pseudonym,
  /** Rupiah; negative in a refund, 0 where nothing was sold. */
  total: z.int(),
  counters: Counters,
  /** SHA-256 of the body's bytes. */
  body: RecordHash,
};

const saleHead = {
  ...common,
  number: RecordText,
  /** Together the total. */
  tenders: Tenders,
  discount: z.int(),
  tax: z.int(),
  rounding: z.int(),
  /** The record that a refund or void answers. */
  ref: Mark.optional(),
  /** The document of another system that this was taken over from: no turnover of its own. */
  source: RecordText.optional(),
  /** The shift that it belongs to; every sale has one, but those of another system. */
  shift: z.int().min(1).optional(),
};

const counted = z.strictObject({ count: z.int().min(0), total: z.int() });

/** The sums of a shift: all that the federation needs of a day. Rupiah. */
const zHead = {
  ...common,
  /** Gapless on a till; after a recovery lost ones may be on paper under another epoch. */
  number: z.int().min(1),
  shift: z.int().min(1),
  drawer: z.int().min(1),
  /** The business date on which the shift was opened; `businessDate` is that of its close. */
  opened: BusinessDate,
  sales: counted,
  /** Refunds and voids. Positive. */
  refunds: counted,
  discount: z.int(),
  tax: z.int(),
  rounding: z.int(),
  /** Together sales less refunds. */
  tenders: Tenders,
  taxes: z.array(z.strictObject({ kind: TaxKind, base: z.int(), tax: z.int() })).max(KINDS_MAX),
  /** What was paid, net of refunds, by name in the order of code units. */
  categories: z.array(z.strictObject({ name: RecordText, total: z.int() })),
  /** Records before this one that the hub had not acknowledged. */
  unsent: z.int().min(0),
};

/** What totals need: chained and signed, sent to the federation. No personal data. */
export const RecordHead = z.discriminatedUnion('type', [
  /** Raw Ed25519 public key of the device. */
  z.strictObject({ ...common, type: z.literal('start'), publicKey: RecordHash }),
  z.strictObject({ ...saleHead, type: z.literal('sale') }),
  z.strictObject({ ...saleHead, type: z.literal('refund') }),
  /** A sale taken back whole, in its own shift: it was rung up by mistake. */
  z.strictObject({ ...saleHead, type: z.literal('void') }),
  /** A sale that was practised: nothing was sold, and the body says what it would have come to. */
  z.strictObject({ ...common, type: z.literal('training') }),
  /** A drawer was counted and somebody answers for it from now on. */
  z.strictObject({
    ...common,
    type: z.literal('shift-open'),
    shift: z.int().min(1),
    drawer: z.int().min(1),
  }),
  /** Cash in or out beside sales, or an opening of the drawer without one. */
  z.strictObject({ ...common, type: z.literal('drawer'), shift: z.int().min(1) }),
  /** A drawer was counted for the close of its shift. */
  z.strictObject({ ...common, type: z.literal('count'), shift: z.int().min(1) }),
  /** A shift was closed: also one without a sale. */
  z.strictObject({ ...zHead, type: z.literal('z') }),
  /** What was found out of a tender that was claimed: of the sale `ref`, kind and rupiah. */
  z.strictObject({
    ...common,
    type: z.literal('tender-state'),
    ref: Mark,
    kind: TenderKind,
    amount: z.int().min(1),
    state: ClaimState,
  }),
  /** Something that a person did beside the trade: the body says what. */
  z.strictObject({ ...common, type: z.literal('act') }),
  /** What a stall owes, and what of it was paid: the body says what was done. */
  z.strictObject({ ...common, type: z.literal('fee') }),
  /** Wrong PINs of this pseudonym in a row: none is tried for a while. */
  z.strictObject({ ...common, type: z.literal('login-lockout') }),
  /** The clock jumped, back or far ahead, from this time to `at`. */
  z.strictObject({ ...common, type: z.literal('clock-change'), from: TimeMs }),
  /** A new epoch: records up to `lost` (where known) may be missing before it. */
  z.strictObject({ ...common, type: z.literal('recovery'), lost: Mark.optional() }),
]);
export type RecordHead = z.output<typeof RecordHead>;
export type RecordType = RecordHead['type'];

const ProgramBody = z.strictObject({ salt: Salt, software: RecordText });

/** Who allowed it with a PIN, where somebody had to. */
const approver = Pseudonym.optional();

const pieces = z.array(
  z.strictObject({ value: z.int().min(1), pieces: z.int().min(1) }), // largest first
);

const ShiftOpenBody = z.strictObject({ salt: Salt, id: ActId, float: pieces, approver });

const DrawerBody = z.strictObject({
  salt: Salt,
  id: ActId,
  reason: RecordText,
  /** Rupiah into the drawer; negative out of it, 0 where it was only opened. */
  amount: z.int(),
  note: RecordText,
  approver,
});

const CountBody = z.strictObject({ salt: Salt, counted: pieces, approver });

const ZBody = z.strictObject({
  salt: Salt,
  id: ActId,
  /** What went through the drawer. Rupiah, positive. */
  cash: z.strictObject({
    float: z.int(),
    taken: z.int(),
    change: z.int(),
    refunds: z.int(),
    in: z.int(),
    out: z.int(),
    expected: z.int(),
  }),
  /** The newest count, which holds. */
  counted: pieces,
  /** How often it was counted: each count is a record of its own. */
  counts: z.int().min(1),
  /** Counted less expected. */
  difference: z.int(),
  /** Why that was accepted; empty where there was none. */
  reason: RecordText,
  note: RecordText,
  noSales: z.int().min(0),
  /** How many of what came back were voids, and what they came to: positive rupiah. */
  voids: counted,
  /** Who took the drawer over in the same act. */
  handedTo: Pseudonym.optional(),
  approver,
});

const ActBody = z.strictObject({
  salt: Salt,
  act: RecordText,
  subject: RecordText,
  note: RecordText,
  changes: z.array(z.strictObject({ field: RecordText, from: RecordText, to: RecordText })),
  approver,
});

const LockoutBody = z.strictObject({
  salt: Salt,
  failures: z.int().min(1),
  seconds: z.int().min(1),
});

/** The details, by type of the record: only their hash is in the head. */
export const bodySchemas = {
  start: ProgramBody,
  sale: SaleBody,
  refund: SaleBody,
  void: SaleBody,
  training: TrainingBody,
  'shift-open': ShiftOpenBody,
  drawer: DrawerBody,
  count: CountBody,
  z: ZBody,
  'tender-state': TenderStateBody,
  act: ActBody,
  fee: FeeBody,
  'login-lockout': LockoutBody,
  'clock-change': ProgramBody,
  recovery: ProgramBody,
} as const satisfies Record<RecordType, z.ZodType>;
export type RecordBody<T extends RecordType = RecordType> = z.output<(typeof bodySchemas)[T]>;

/**
 * One entry of the journal in its two parts. Each is signed or hashed as canonical JSON (RFC 8785):
 * strict, no floats, no nulls, NFC text, no personal data, no database ids.
 */
export type JournalRecord = {
  [T in RecordType]: {
    readonly type: T;
    readonly head: Extract<RecordHead, { type: T }>;
    readonly body: RecordBody<T>;
  };
}[RecordType];

/** A record of one type. */
export type RecordOf<T extends RecordType> = Extract<JournalRecord, { type: T }>;

/** The record of a sale, refund or void. */
export type SaleRecord = Extract<JournalRecord, { type: SaleType }>;

/** The head of one. */
export type SaleHead = SaleRecord['head'];

/** The record of a shift's close. */
export type ZRecord = Extract<JournalRecord, { type: 'z' }>;

type PlaceInChain = 'v' | 'device' | 'epoch' | 'seq' | 'prev' | 'counters' | 'body' | 'type';

/** What a capability gives the journal; place in the chain, counters and salt are added there. */
export type RecordDraft = {
  [T in RecordType]: {
    readonly type: T;
    readonly head: Omit<Extract<RecordHead, { type: T }>, PlaceInChain>;
    readonly body: Omit<RecordBody<T>, 'salt'>;
  };
}[RecordType];

/** Puts the two parts together when both have a known form; undefined when not. */
export function parseRecord(head: unknown, body: unknown): JournalRecord | undefined {
  const parsedHead = RecordHead.safeParse(head);
  if (!parsedHead.success) return undefined;
  const { type } = parsedHead.data;
  const parsedBody = bodySchemas[type].safeParse(body);
  if (!parsedBody.success) return undefined;
  // The body's schema was chosen by the head's type.
  return { type, head: parsedHead.data, body: parsedBody.data } as JournalRecord;
}

/** Whether this is the record of a sale, refund or void. */
export function isSaleRecord(record: JournalRecord): record is SaleRecord {
  return isSaleType(record.type);
}

/** Whether this is the head of a sale, refund or void. */
export function isSaleHead(head: RecordHead): head is SaleHead {
  return isSaleType(head.type);
}

function isSaleType(type: RecordType): boolean {
  const types: readonly RecordType[] = saleTypes;
  return types.includes(type);
}
