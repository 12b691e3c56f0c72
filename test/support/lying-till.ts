import type { RecordDraft } from '../../domain/journal/record.ts';
import { readHead } from '../../domain/journal/check-head.ts';
import type { Spot } from '../../domain/sync/place.ts';
import { revokeDevice } from '../../hub/enrolment/devices.ts';
import { storeBatch, type ReportingDevice } from '../../hub/ingest/store-batch.ts';
import { LapakError } from '../../domain/errors.ts';
import { leafOf, signRecord } from '../../node/crypto/signing.ts';
import type { PackHub } from './audit-packs.ts';
import {
  type ChainRecord,
  makeChain,
  recoveryDraft,
  saleDraft,
  type SignedChain,
  zDraft,
} from './signed-chain.ts';
import { addChainDevice, placeOf } from './test-hub.ts';

/** A record that a till writes. Numbers of branches and records go round where there are fewer. */
export type Written = { readonly date: string; readonly shift: number } & (
  | { readonly is: 'sale'; readonly total: number; readonly source: string | null }
  | { readonly is: 'refund'; readonly amount: number; readonly of: number }
  /** Of what the branch took in the shift, or of one sale that it never took. */
  | { readonly is: 'z'; readonly invented: number | null }
  | { readonly is: 'newer' }
  | { readonly is: 'recovery'; readonly lost: string }
);

/** What becomes of a record on its way: of the one that stands `at` in its batch. */
export type Bent = { readonly at: number } & (
  | { readonly how: 'unsigned' | 'flipped' | 'spaced' | 'twice' | 'lost' }
  | { readonly how: 'elsewhere'; readonly spot: Spot }
);

/** What a till that lies does next. */
export type LyingStep =
  | { readonly act: 'copy'; readonly on: number; readonly at: number }
  | {
      readonly act: 'write';
      readonly on: number;
      readonly what: Written;
      /** What its head says otherwise. */
      readonly forged: Readonly<Record<string, unknown>> | null;
    }
  | {
      readonly act: 'send';
      readonly on: number;
      /** Index of the first; null for the first that the hub does not have. */
      readonly from: number | null;
      readonly count: number;
      readonly bent: readonly Bent[];
      readonly isTurned: boolean;
      /** Whether it says that nothing stands before them. */
      readonly isFirst: boolean;
    }
  | { readonly act: 'revoke'; readonly through: Spot | null };

/** A till with the key of its journal and every will to deceive. */
export class LyingTill {
  readonly #hub: PackHub;
  readonly #device: ReportingDevice;
  readonly #branches: SignedChain[];
  readonly #stored = new Set<string>();

  static async enrol(hub: PackHub): Promise<LyingTill> {
    const chain = makeChain();
    return new LyingTill(hub, await addChainDevice(hub.database, chain), chain);
  }

  private constructor(hub: PackHub, device: ReportingDevice, chain: SignedChain) {
    this.#hub = hub;
    this.#device = device;
    this.#branches = [chain];
  }

  /** Does a step; what a revoked till may not send any more is no failure. */
  async do(step: LyingStep): Promise<void> {
    switch (step.act) {
      case 'copy': {
        const chain = this.#branch(step.on);
        this.#branches.push(chain.branch(1 + (step.at % chain.records.length)));
        return;
      }
      case 'write':
        write(this.#branch(step.on), step.what, step.forged);
        return;
      case 'send':
        return this.#send(step);
      case 'revoke':
        await revokeDevice(this.#hub, this.#device.device, { through: step.through, by: 'lapak' });
    }
  }

  async #send(step: Extract<LyingStep, { act: 'send' }>): Promise<void> {
    const { key, records } = this.#branch(step.on);
    const fresh = records.findIndex(({ leaf }) => !this.#stored.has(leaf));
    const from = step.from === null ? Math.max(fresh, 0) : step.from % records.length;
    const straight = records.slice(from, from + step.count);
    const sent = bend(key, step.isTurned ? straight.toReversed() : straight, step.bent);
    const before = records[from - 1];
    if (sent.length === 0) return;
    const after = step.isFirst || !before ? null : placeOf(before);
    const wires = sent.map(({ wire }) => wire);
    try {
      const done = await storeBatch(this.#hub, this.#device, { size: 0, after, records: wires });
      if (done.outcome === 'stored') for (const { leaf } of sent) this.#stored.add(leaf);
    } catch (error) {
      if (!(error instanceof LapakError) || error.code !== 'DEVICE_REVOKED') throw error;
    }
  }

  #branch(on: number): SignedChain {
    return nth(this.#branches, on);
  }
}

function nth<T>(all: readonly T[], at: number): T {
  const one = all[at % all.length];
  if (one === undefined) throw new Error('there is one at least');
  return one;
}

function write(chain: SignedChain, what: Written, forged: Record<string, unknown> | null): void {
  if (what.is === 'newer') chain.addNewer({ points: 1 });
  else if (forged === null) chain.add(draftOf(chain, what));
  else chain.addForged(draftOf(chain, what), forged);
}

function draftOf(chain: SignedChain, what: Exclude<Written, { is: 'newer' }>): RecordDraft {
  const { date, shift } = what;
  switch (what.is) {
    case 'sale':
      return saleDraft(what.total, {
        date,
        shift,
        ...(what.source !== null && { source: what.source }),
      });
    case 'refund': {
      const { epoch, seq } = nth(chain.records, what.of).wire;
      return saleDraft(-what.amount, { date, shift, ref: `${epoch}.${seq}` });
    }
    case 'z':
      return what.invented === null
        ? trueZ(chain, shift, date)
        : zDraft(shift, { sales: [what.invented] }, date);
    case 'recovery':
      return recoveryDraft(what.lost);
  }
}

/** The Z of what the heads of a branch say of a shift since its last Z. */
function trueZ(chain: SignedChain, shift: number, date: string): RecordDraft {
  let sums = { sales: { count: 0, total: 0 }, refunds: { count: 0, total: 0 } };
  for (const { wire } of chain.records) {
    const read = readHead(wire.head);
    if (read.kind !== 'head') continue;
    const { head } = read;
    if (head.type === 'z' && head.shift === shift) {
      sums = { sales: { count: 0, total: 0 }, refunds: { count: 0, total: 0 } };
    }
    if ((head.type !== 'sale' && head.type !== 'refund') || head.shift !== shift) continue;
    const side = head.type === 'sale' ? sums.sales : sums.refunds;
    side.count += 1;
    side.total += Math.abs(head.total);
  }
  const net = sums.sales.total - sums.refunds.total;
  const draft = zDraft(shift, { sales: net === 0 ? [] : [net] }, date);
  const tenders = sums.sales.count + sums.refunds.count === 0 ? {} : { cash: net };
  const taxes = net > 0 ? [{ kind: 'none', base: net, tax: 0 }] : [];
  return { ...draft, head: { ...draft.head, ...sums, tenders, taxes } } as RecordDraft; // of a Z
}

function bend(
  key: SignedChain['key'],
  records: readonly ChainRecord[],
  bent: readonly Bent[],
): ChainRecord[] {
  return records.flatMap((record, at) =>
    bent
      .filter((one) => one.at === at)
      .reduce<ChainRecord[]>((all, one) => all.flatMap((now) => bendOne(key, now, one)), [record]),
  );
}

function bendOne(key: SignedChain['key'], record: ChainRecord, bent: Bent): ChainRecord[] {
  const { wire } = record;
  switch (bent.how) {
    case 'unsigned':
      return [{ ...record, wire: { ...wire, signature: `${'A'.repeat(86)}==` } }];
    case 'flipped':
      return [withHead(record, wire.head.replace('kasir-1', 'kasir-2'))];
    case 'spaced': {
      const head = ` ${wire.head}`;
      const signature = signRecord(key, Buffer.from(head)).toString('base64');
      return [withHead({ ...record, wire: { ...wire, signature } }, head)];
    }
    case 'twice':
      return [record, record];
    case 'lost':
      return [];
    case 'elsewhere':
      return [{ ...record, wire: { ...wire, ...bent.spot } }];
  }
}

function withHead(record: ChainRecord, head: string): ChainRecord {
  const leaf = leafOf(Buffer.from(head)).toString('hex');
  return { ...record, leaf, wire: { ...record.wire, head } };
}
