import { assert } from '../assert.ts';
import { sealMessage, parseEntry, PACK_DAYS_MAX, type PackEntry, type EntryOf } from './pack.ts';
import { PackSums } from './pack-sums.ts';
import { fromBase64 } from '../tlog/base64.ts';
import { daysBetween } from '../time.ts';
import { type AuditCrypto, DeviceCheck } from './check-device.ts';

/** What the check of a pack found. */
export interface PackCheck {
  readonly ok: boolean;
  /** Records of the chains, in full or by their leaf, up to the first that is bad. */
  readonly records: number;
  readonly devices: number;
  /** Number of the first bad line, from 1; null when none of them is bad. */
  readonly firstBad: number | null;
  /** English; empty when all is whole. */
  readonly reason: string;
}

/** What a whole pack says of itself. */
export interface PackFacts {
  readonly header: EntryOf<'pack'>;
  /** Records in full, and those of them that do not count by the hub's word alone. */
  readonly shown: number;
  readonly byWord: number;
  /** Those whose own signature is wrong, and which a later record proves. */
  readonly wrongSignatures: number;
}

/**
 * Checks a pack line by line: what is kept of one is no more than eight bytes a record, and the
 * sums of its days. Nothing is believed that a signature, a hash or a sum does not show.
 */
export class PackChecker {
  readonly #crypto: AuditCrypto;
  readonly #hubKey: string | null;
  readonly #sha256: ReturnType<AuditCrypto['newSha256']>;
  #lines = 0;
  #records = 0;
  #devices = 0;
  #shown = 0;
  #byWord = 0;
  #wrongSignatures = 0;
  #header: EntryOf<'pack'> | undefined;
  #sums: PackSums | undefined;
  #device: DeviceCheck | undefined;
  #lastDevice = '';
  #hasDays = false;
  #isEnded = false;

  /** @param hubKey hex of the key that the hub must have; null takes that of the pack */
  constructor(crypto: AuditCrypto, hubKey: string | null) {
    this.#crypto = crypto;
    this.#hubKey = hubKey;
    this.#sha256 = crypto.newSha256();
  }

  /** Takes the next line, without its end. @returns what is wrong with it; undefined for nothing */
  take(line: string): PackCheck | undefined {
    const entry = parseEntry(line);
    const reason = 'reason' in entry && !('kind' in entry) ? entry.reason : this.#faultOf(entry);
    if (reason !== undefined) return this.bad(reason);
    this.#lines += 1;
    if (!this.#isEnded) this.#sha256.add(`${line}\n`);
    return undefined;
  }

  /** The result once the last line has come. */
  end(): PackCheck & { readonly facts?: PackFacts } {
    const counts = this.#counts();
    if (!this.#isEnded || !this.#header) {
      return { ok: false, ...counts, firstBad: null, reason: 'the pack ends before its last line' };
    }
    const header = this.#header;
    const [shown, byWord, wrongSignatures] = [this.#shown, this.#byWord, this.#wrongSignatures];
    const facts = { header, shown, byWord, wrongSignatures };
    return { ok: true, ...counts, firstBad: null, reason: '', facts };
  }

  /** The result where the next line is bad. */
  bad(reason: string): PackCheck {
    return { ok: false, ...this.#counts(), firstBad: this.#lines + 1, reason };
  }

  #counts() {
    return { records: this.#records + (this.#device?.done ?? 0), devices: this.#devices };
  }

  #faultOf(entry: PackEntry): string | undefined {
    if (this.#isEnded) return 'something stands behind the last line';
    if ((entry.kind === 'pack') !== (this.#lines === 0)) return 'a pack begins with its first line';
    switch (entry.kind) {
      case 'pack':
        return this.#begin(entry);
      case 'device':
        return this.#beginDevice(entry);
      case 'leaves':
        return this.#own(entry)?.takeLeaves(entry) ?? this.#stray(entry);
      case 'record':
        return this.#takeRecord(entry);
      case 'checkpoint':
        return this.#endDevice(entry);
      case 'day':
        return this.#takeDay(entry);
      case 'end':
        return this.#seal(entry);
    }
  }

  #begin(header: EntryOf<'pack'>): string | undefined {
    const { from, to, hub } = header;
    if (from > to) return 'its dates are turned round';
    if (daysBetween(from, to) >= PACK_DAYS_MAX) return 'it has more than ten years';
    if (this.#hubKey !== null && hub.publicKey !== this.#hubKey) return 'it is of another hub';
    this.#header = header;
    this.#sums = new PackSums(header);
    return undefined;
  }

  #beginDevice(entry: EntryOf<'device'>): string | undefined {
    const { header } = this.#inside();
    if (this.#device) return `device ${this.#device.name} has no end`;
    if (this.#hasDays) return 'a device stands behind the days';
    if (entry.device <= this.#lastDevice) return 'the devices are not in their order';
    const device = new DeviceCheck(entry, header, this.#crypto);
    const reason = device.faultOfKey();
    if (reason !== undefined) return reason;
    this.#lastDevice = entry.device;
    this.#device = device;
    return undefined;
  }

  #takeRecord(entry: EntryOf<'record'>): string | undefined {
    const reason = this.#own(entry)?.takeRecord(entry) ?? this.#stray(entry);
    if (reason !== undefined) return reason;
    this.#inside().sums.add(entry);
    return undefined;
  }

  #endDevice(entry: EntryOf<'checkpoint'>): string | undefined {
    const device = this.#own(entry);
    const reason = device?.end(entry) ?? this.#stray(entry);
    if (reason !== undefined || !device) return reason;
    this.#records += device.done;
    this.#shown += device.shown;
    this.#byWord += device.byWord;
    this.#wrongSignatures += device.wrongSignatures;
    this.#devices += 1;
    this.#device = undefined;
    return undefined;
  }

  #takeDay(entry: EntryOf<'day'>): string | undefined {
    const { header, sums } = this.#inside();
    if (this.#device) return `device ${this.#device.name} has no end`;
    if (this.#devices !== header.devices) return 'a device is missing';
    this.#hasDays = true;
    return sums.faultOf(entry);
  }

  #seal({ lines, sha256, signature }: EntryOf<'end'>): string | undefined {
    const { header, sums } = this.#inside();
    if (this.#device) return `device ${this.#device.name} has no end`;
    if (this.#devices !== header.devices) return 'a device is missing';
    const left = sums.leftOver();
    if (left !== undefined) return `the sums of ${left} are missing`;
    if (lines !== this.#lines) return `it has ${this.#lines} lines, and says ${lines}`;
    const found = this.#sha256.end();
    if (this.#crypto.hex(found) !== sha256) return 'its SHA-256 is not of its lines';
    const { encode, isSigned } = this.#crypto.note;
    const key = this.#crypto.bytes(header.hub.publicKey);
    const signed = fromBase64(signature);
    const isOurs = signed !== undefined && isSigned(sealMessage(encode, found), signed, key);
    if (!isOurs) return 'the hub did not sign it';
    this.#isEnded = true;
    return undefined;
  }

  /** The device whose records come, if the entry is of it. */
  #own({ device }: { readonly device: string }): DeviceCheck | undefined {
    return this.#device?.name === device ? this.#device : undefined;
  }

  #stray({ device }: { readonly device: string }): string | undefined {
    return this.#own({ device }) ? undefined : `it is of device ${device}, which is not its place`;
  }

  #inside() {
    assert(this.#header !== undefined && this.#sums !== undefined, 'the first line has come');
    return { header: this.#header, sums: this.#sums };
  }
}
