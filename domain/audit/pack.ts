import { z } from 'zod';
import { canonicalJson } from '../journal/canonical.ts';
import { DeviceState } from '../sync/contract.ts';
import { DeviceName, Hash, OrganisationCode, Signature, StallName } from '../sync/place.ts';
import { VerdictKind, VerdictReason } from '../sync/verdict.ts';
import { BusinessDate } from '../time.ts';
import { joined } from '../tlog/bytes.ts';
import { NOTE_LENGTH_MAX } from '../tlog/note.ts';

/** Version of the pack's form; every version ever written stays readable. */
export const PACK_VERSION = 1;
/** Most days that one pack covers: ten years, for as long as books are kept here. */
export const PACK_DAYS_MAX = 3_660;
/** Leaves in one line, where the heads are not in the pack. */
export const LEAVES_IN_LINE = 256;
/** Most bytes of a line: a head and a body of a million letters each, all of them escaped. */
export const PACK_LINE_BYTES_MAX = 16 * 1024 * 1024;
/** Most kinds of tender, and of tax, on one date. */
const PACK_KINDS_MAX = 1_000;

const Index = z.int().min(0);
const Rupiah = z.int();
const Kind = z.string().max(100);

/** The first line: which hub says this, of what. */
const PackLine = z.strictObject({
  kind: z.literal('pack'),
  version: z.literal(PACK_VERSION),
  /** Name in its checkpoints, and raw Ed25519 public key as hex. */
  hub: z.strictObject({ name: z.string().min(1).max(255), publicKey: Hash }),
  stall: StallName.extend({ code: OrganisationCode }),
  /** Business dates, both included. */
  from: BusinessDate,
  to: BusinessDate,
  devices: Index,
});

/** A till of the stall; its records follow, by their index in its tree. */
const DeviceLine = z.strictObject({
  kind: z.literal('device'),
  device: DeviceName,
  /** Raw Ed25519 of its journal, as hex: the device is named by its hash. */
  publicKey: Hash,
  state: DeviceState,
  /** `epoch.seq` up to which a revoked one is good. */
  through: z
    .string()
    .regex(/^[1-9]\d{0,9}\.[1-9]\d{0,9}$/)
    .nullable(),
  /** Number of its records at the hub. */
  size: Index,
  /** Indices of the records that are here in full: all from the first to before `end`. */
  first: Index,
  end: Index,
});

/** Leaves of records that are not here in full. */
const LeavesLine = z.strictObject({
  kind: z.literal('leaves'),
  device: DeviceName,
  /** Of the first of them. */
  index: Index,
  /** 64 hex digits each. */
  leaves: z
    .string()
    .max(LEAVES_IN_LINE * 64)
    .regex(/^([0-9a-f]{64})+$/),
});

/** A record as the hub has it. */
const RecordLine = z.strictObject({
  kind: z.literal('record'),
  device: DeviceName,
  index: Index,
  epoch: z.int().min(1),
  seq: z.int().min(1),
  leaf: Hash,
  /** Its exact bytes, as the text that they are in UTF-8. */
  head: z.string(),
  signature: Signature,
  verdict: VerdictKind,
  /** Null where it is `ok`. */
  reason: VerdictReason.nullable(),
  /** Whether the chain goes on from it; else it stands beside the chain. */
  goesOn: z.boolean(),
  /** As the head; only on the dates of the pack, and where the hub has it. */
  body: z.string().optional(),
});

/** Ends a device: its tree as the hub signs it; null for one without records. */
const CheckpointLine = z.strictObject({
  kind: z.literal('checkpoint'),
  device: DeviceName,
  checkpoint: z.string().max(NOTE_LENGTH_MAX).nullable(),
});

/** What the hub shows of a date, over all tills; only of dates of which something came. */
const DayLine = z.strictObject({
  kind: z.literal('day'),
  date: BusinessDate,
  receipts: Rupiah,
  sales: Rupiah,
  refundCount: Rupiah,
  refunds: Rupiah,
  discount: Rupiah,
  tax: Rupiah,
  rounding: Rupiah,
  zCount: Rupiah,
  nilZCount: Rupiah,
  quarantined: Rupiah,
  records: Rupiah,
  tenders: z.array(z.strictObject({ tender: Kind, amount: Rupiah })).max(PACK_KINDS_MAX),
  taxes: z.array(z.strictObject({ kind: Kind, base: Rupiah, tax: Rupiah })).max(PACK_KINDS_MAX),
});

/** The last line: the hub's signature over all before it. */
const EndLine = z.strictObject({
  kind: z.literal('end'),
  /** Number of lines before this one. */
  lines: Index,
  /** Of the bytes of these lines. */
  sha256: Hash,
  signature: Signature,
});

/** One line of a pack. */
export const PackEntry = z.discriminatedUnion('kind', [
  PackLine,
  DeviceLine,
  LeavesLine,
  RecordLine,
  CheckpointLine,
  DayLine,
  EndLine,
]);
export type PackEntry = z.output<typeof PackEntry>;
export type EntryOf<K extends PackEntry['kind']> = Extract<PackEntry, { kind: K }>;

/** A line as it stands in the file, its end with it. Source: RFC 8785. */
export function formatEntry(entry: PackEntry): string {
  return `${canonicalJson(entry)}\n`;
}

/** The entry of a line without its end; why it is none, in English. Source: RFC 8785. */
export function parseEntry(line: string): PackEntry | { readonly reason: string } {
  const value = parseJson(line);
  if (value === undefined) return { reason: 'it is no JSON' };
  const { kind, version }: Partial<Record<string, unknown>> = Object(value);
  if (kind === 'pack' && typeof version === 'number' && version > PACK_VERSION) {
    return { reason: `it is a pack of version ${version}, which this program cannot read yet` };
  }
  const parsed = PackEntry.safeParse(value);
  if (!parsed.success) return { reason: 'it is no line of a pack' };
  return formatEntry(parsed.data) === `${line}\n`
    ? parsed.data
    : { reason: 'it is not canonical JSON' };
}

/** What the hub signs: a context, and the SHA-256 of the lines before the last. */
export function sealMessage(encode: (text: string) => Uint8Array, sha256: Uint8Array): Uint8Array {
  return joined([encode('lapak/pack/1\0'), sha256]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
