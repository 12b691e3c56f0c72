import { z } from 'zod';
import { canonicalJson } from '../journal/canonical.ts';
import { lineOfText, linesOfText } from '../line-of-text.ts';
import { Nmid } from '../payments/nmid.ts';
import { SettledPayments } from '../payments/settled.ts';
import { DeviceName, Hash, OrganisationCode, Place } from '../sync/place.ts';
import { BusinessDate } from '../time.ts';

/** Most characters of what a mall says, and of the reason that an auditor gives. */
export const [TITLE_MAX, TEXT_MAX, REASON_MAX] = [120, 1_000, 300];
/** Most characters of a price template's file. */
export const TEMPLATE_CHARACTERS_MAX = 256 * 1024;
/** Most characters of one part of a record of fees. */
const RECORD_CHARACTERS_MAX = 64 * 1024;
/** Most devices of one stall. */
export const KEYS_MAX = 1_000;

/** Base64 of the 64 bytes of an Ed25519 signature. */
const Signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

/** What each kind of item begins with. Fields that a newer hub adds are left out. */
const common = {
  id: z.uuid(),
  /** The hub's number: grows with each change of any item. */
  version: z.int().min(1),
  /** Withdrawn, or done. */
  isEnded: z.boolean(),
};

/** Something that a mall tells its stalls. */
const Announcement = z.object({
  ...common,
  kind: z.literal('announcement'),
  title: lineOfText(1, TITLE_MAX),
  text: linesOfText(1, TEXT_MAX),
  /** First and last business date on which it holds; null until it is withdrawn. */
  from: BusinessDate,
  until: BusinessDate.nullable(),
});

/** Products and prices that a stall can take into its catalog. */
const ProductTemplate = z.object({
  ...common,
  kind: z.literal('product-template'),
  name: lineOfText(1, TITLE_MAX),
  /** A file as the catalog's import reads it. */
  csv: z.string().min(1).max(TEMPLATE_CHARACTERS_MAX),
});

/**
 * The keys of one stall's tills, which check the receipts that they gave. Loose, since what a newer
 * hub adds is signed too.
 */
const SignedKeys = z.looseObject({
  /** Of the item: an older list cannot pass for a newer one. */
  version: z.int().min(1),
  stall: OrganisationCode,
  devices: z
    .array(
      z.looseObject({
        device: DeviceName,
        /** Raw Ed25519 of its journal, hex. */
        publicKey: Hash,
        /** When the manager approved it. UTC ms */
        fromMs: z.int(),
        /** `epoch.seq` of the last record that is good, of a revoked one; `0.0` for none. */
        through: z
          .string()
          .regex(/^\d{1,10}\.\d{1,10}$/)
          .nullable(),
      }),
    )
    .max(KEYS_MAX),
});

/** A stall's keys with the signature of the hub's key over keysMessage(). */
export const SignedKeyList = z.object({ keys: SignedKeys, signature: Signature });
export type SignedKeyList = z.output<typeof SignedKeyList>;

const KeyList = z.object({
  ...common,
  kind: z.literal('key-list'),
  ...SignedKeyList.shape,
});

/** An auditor asks for the details of one record. */
const BodyRequest = z.object({
  ...common,
  kind: z.literal('body-request'),
  place: Place,
  /** Pseudonym of who asks. */
  by: z.string().regex(/^[a-z]+(-\d{1,6})?$/),
  reason: lineOfText(1, REASON_MAX),
  /** UTC ms */
  askedAtMs: z.int(),
});

/** An act of fees that concerns a stall: the hub's own record, which proves it. */
const FeeRecord = z.object({
  ...common,
  kind: z.literal('fee-record'),
  /** Where it stands in the hub's journal. */
  position: z.int().min(1),
  /** The exact text that was signed, and the one whose hash it names. */
  head: z.string().min(1).max(RECORD_CHARACTERS_MAX),
  body: z.string().min(1).max(RECORD_CHARACTERS_MAX),
  signature: Signature,
});

/**
 * Payments by QRIS that an acquirer says a stall had. Nobody signs them: they only propose what a
 * person then says of a claim.
 */
const Settled = z.object({
  ...common,
  kind: z.literal('settled'),
  ...SettledPayments.shape,
});

/** Which merchant's QRIS the hub has registered for a stall. */
const Merchant = z.object({
  ...common,
  kind: z.literal('merchant'),
  nmid: Nmid,
});

/** What the hub tells a till. */
export const DownItem = z.discriminatedUnion('kind', [
  Announcement,
  ProductTemplate,
  KeyList,
  BodyRequest,
  FeeRecord,
  Settled,
  Merchant,
]);
export type DownItem = z.output<typeof DownItem>;
export type DownKind = DownItem['kind'];
/** What the hub tells by itself: nobody makes it, lists it or ends it. */
export const silentKinds = [
  'key-list',
  'fee-record',
  'settled',
  'merchant',
] as const satisfies readonly DownKind[];
export type SpokenKind = Exclude<DownKind, (typeof silentKinds)[number]>;

/** Whether an item is one that people make. */
export function isSpoken(item: DownItem): item is DownItemOf<SpokenKind> {
  return !silentKinds.some((kind) => kind === item.kind);
}

export type DownItemOf<K extends DownKind> = Extract<DownItem, { kind: K }>;

/** What every item of every program has. */
const Envelope = z.looseObject({ ...common, kind: z.string().min(1).max(40) });
export type Envelope = z.output<typeof Envelope>;

/** An item of any kind, known here or not; undefined for what is none. */
export function readEnvelope(given: unknown): Envelope | undefined {
  return Envelope.safeParse(given).data;
}

/** An item of this kind; undefined for another, and for one that lacks what is needed here. */
export function readItem<K extends DownKind>(kind: K, given: unknown): DownItemOf<K> | undefined {
  const { data } = DownItem.safeParse(given);
  return data?.kind === kind ? (data as DownItemOf<K>) : undefined; // as its kind says
}

/** What the hub signs of a stall's keys: nothing else that its key ever signs begins like it. */
export function keysMessage(keys: unknown): string {
  return `lapak/keys/1\0${canonicalJson(keys)}`;
}

/** Whether an announcement holds on a business date. */
export function holdsOn(
  { from, until }: Pick<DownItemOf<'announcement'>, 'from' | 'until'>,
  date: string,
): boolean {
  return from <= date && (until === null || date <= until);
}
