import { prevOf, readHead, type HeadRead } from '../journal/check-head.ts';
import { parseMark } from '../sync/place.ts';
import { treeOrigin } from '../sync/verify-receipt.ts';
import { areSame } from '../tlog/bytes.ts';
import { fromBase64 } from '../tlog/base64.ts';
import { openCheckpoint } from '../tlog/checkpoint.ts';
import { appendLeaf, emptyFrontier, rootOf, type TreeCrypto } from '../tlog/merkle.ts';
import type { NoteCrypto } from '../tlog/note.ts';
import { type ChainSoFar, chainAfter, faultOfShown, isByWord } from './check-shown.ts';
import { LeafList } from './leaf-list.ts';
import type { EntryOf } from './pack.ts';
import { type Signed, SignatureProof } from './signature-proof.ts';

/** A record in full, by its place `1.4`. */
interface ShownSigned extends Signed {
  readonly place: string;
}

/** The functions that differ between Node and a browser. */
export interface AuditCrypto {
  readonly tree: TreeCrypto;
  readonly note: NoteCrypto;
  /** SHA-256(0x00 ‖ bytes), 32 bytes. Source: RFC 6962 §2.1. */
  leafOf(bytes: Uint8Array): Uint8Array;
  hex(bytes: Uint8Array): string;
  /** Of hex digits. */
  bytes(hex: string): Uint8Array;
  /** The name of the device that has this raw public key. */
  deviceName(publicKey: Uint8Array): string;
  /** Whether a signature of 64 bytes is of this head by this raw key. */
  isSignedRecord(publicKey: Uint8Array, head: Uint8Array, signature: Uint8Array): boolean;
  /** SHA-256 of a text that comes in pieces. */
  newSha256(): { add(text: string): void; end(): Uint8Array };
}

/** Most records of one device: a till that takes one a second for a year has three times less. */
const RECORDS_MAX = 100_000_000;

type Dates = Pick<EntryOf<'pack'>, 'from' | 'to'>;

/** Checks the part of a pack that is of one device, in the order of its tree. */
export class DeviceCheck {
  readonly #entry: EntryOf<'device'>;
  readonly #pack: EntryOf<'pack'>;
  readonly #crypto: AuditCrypto;
  readonly #publicKey: Uint8Array;
  readonly #through: { readonly epoch: number; readonly seq: number } | null;
  readonly #counted = new LeafList();
  readonly #proof = new SignatureProof<ShownSigned>(() => {
    this.#wrongSignatures += 1;
  });
  #wrongSignatures = 0;
  #frontier = emptyFrontier;
  #before: ChainSoFar;
  readonly #beside = new Set<string>();
  #last: HeadRead | undefined;
  shown = 0;
  byWord = 0;

  constructor(entry: EntryOf<'device'>, pack: EntryOf<'pack'>, crypto: AuditCrypto) {
    this.#entry = entry;
    this.#pack = pack;
    this.#crypto = crypto;
    this.#publicKey = crypto.bytes(entry.publicKey);
    this.#through = entry.through === null ? null : parseMark(entry.through);
    this.#before = entry.first === 0 ? null : 'unknown';
  }

  get name(): string {
    return this.#entry.device;
  }

  /** Records in full whose own signature is wrong, and which a later one proves. */
  get wrongSignatures(): number {
    return this.#wrongSignatures;
  }

  /** Records so far, in full or by their leaf. */
  get done(): number {
    return this.#frontier.size;
  }

  /** What is wrong with the line that begins it. */
  faultOfKey(): string | undefined {
    const { device, size, first, end } = this.#entry;
    if (this.#crypto.deviceName(this.#publicKey) !== device) return 'its name is of another key';
    if (size > RECORDS_MAX) return 'it has more records than a till writes';
    const isPart = end <= size && (size === 0 ? first === 0 : first < end);
    return isPart ? undefined : 'no part of its records is here in full';
  }

  takeLeaves({ index, leaves }: EntryOf<'leaves'>): string | undefined {
    const { first, end, size } = this.#entry;
    const count = leaves.length / 64;
    if (index !== this.done) return this.#outOfOrder(index);
    if (index + count > (index < first ? first : size)) return 'it has a leaf too many';
    if (index >= first && index < end) return `record ${index} is not here in full`;
    for (let at = 0; at < leaves.length; at += 64) this.#append(leaves.slice(at, at + 64));
    return undefined;
  }

  takeRecord(entry: EntryOf<'record'>): string | undefined {
    const { index, epoch, seq, leaf } = entry;
    const { first, end } = this.#entry;
    if (index !== this.done) return this.#outOfOrder(index);
    if (index < first || index >= end) return `record ${index} is not of the part in full`;
    const reason = this.#faultOf(entry);
    if (reason !== undefined) return `record ${epoch}.${seq} of device ${this.name}: ${reason}`;
    this.#append(leaf);
    this.shown += 1;
    if (isByWord(entry)) this.byWord += 1;
    // Bytes that say nothing may be sent any number of times.
    if (entry.verdict === 'ok' || entry.verdict === 'fork') this.#counted.add(leaf);
    return undefined;
  }

  /** What is wrong where its records have come to their end, and the line that ends them. */
  end({ checkpoint: note }: EntryOf<'checkpoint'>): string | undefined {
    const { device, size } = this.#entry;
    const { hub } = this.#pack;
    if (this.done !== size) return `record ${this.done} of device ${device} is missing`;
    const [unproved] = this.#proof.unproved();
    if (unproved) return `record ${unproved.place} of device ${device}: nobody signed it`;
    if (size === 0) return note === null ? undefined : 'there is no tree without records';
    const key = {
      origin: treeOrigin(hub.name, device),
      publicKey: this.#crypto.bytes(hub.publicKey),
    };
    const signed = note === null ? undefined : openCheckpoint(note, key, this.#crypto.note);
    if (!signed) return `the checkpoint of device ${device} is not signed by this hub`;
    const root = rootOf(this.#frontier, this.#crypto.tree);
    if (signed.size !== size || !areSame(signed.root, root)) {
      return `the records of device ${device} are not those of its checkpoint`;
    }
    if (this.#counted.hasTwice()) return `a record of device ${device} counts twice`;
    const isComplete = this.#entry.end === size || isBehind(this.#last, this.#pack);
    return isComplete ? undefined : `device ${device} has records of these dates that are not here`;
  }

  #faultOf(entry: EntryOf<'record'>): string | undefined {
    const { note, hex, leafOf } = this.#crypto;
    const bytes = note.encode(entry.head);
    if (hex(leafOf(bytes)) !== entry.leaf) return 'the leaf is not of these bytes';
    const read = readHead(entry.head);
    if (this.done === this.#entry.first && this.done > 0) {
      if (!isBefore(read, this.#pack)) return 'there may be records of these dates before it';
      if (entry.verdict !== 'ok') return 'the chain is not known before it';
    }
    const signature = fromBase64(entry.signature) ?? new Uint8Array();
    const isSigned = this.#crypto.isSignedRecord(this.#publicKey, bytes, signature);
    const { body } = entry;
    const bodyHash = body === undefined ? null : hex(note.hashOf(note.encode(body)));
    const record = { entry, read, isSigned, bodyHash };
    const reason = faultOfShown(record, {
      device: this.#entry.device,
      through: this.#through,
      before: this.#before,
      beside: this.#beside,
    });
    if (entry.goesOn) this.#before = chainAfter(record, this.#before);
    else this.#beside.add(entry.leaf);
    this.#last = read;
    if (entry.reason !== 'not-authentic') {
      const { leaf, epoch, seq } = entry;
      this.#proof.take({ leaf, prev: prevOf(read), isSigned, place: `${epoch}.${seq}` });
    }
    return reason;
  }

  #append(leaf: string): void {
    this.#frontier = appendLeaf(this.#frontier, this.#crypto.bytes(leaf), this.#crypto.tree);
  }

  #outOfOrder(index: number): string {
    const expected = this.done;
    return `record ${expected} of device ${this.name} is missing: it goes on with ${index}`;
  }
}

/** Whether all that stands before it has an earlier date, as long as its clock was right. */
function isBefore(read: HeadRead, { from }: Dates): boolean {
  return read.kind === 'head' && read.head.businessDate < from;
}

function isBehind(read: HeadRead | undefined, { to }: Dates): boolean {
  return read?.kind === 'head' && read.head.businessDate > to;
}
