import { parseCheckpoint } from '../../domain/tlog/checkpoint.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../../domain/tlog/merkle.ts';
import { treeCrypto } from '../../node/crypto/tlog.ts';
import type { HubRecord, SimHub } from './sim-hub.ts';
import type { SimTill } from './sim-till.ts';

/** Why a device may have more at the hub than one whole chain. */
export type Planted = 'set-back' | 'copied' | 'poisoned' | 'newer' | 'hub-set-back';

/** A checkpoint that a till took for its receipt. */
export interface TakenReceipt {
  readonly till: string;
  readonly device: string;
  readonly size: number;
  /** Hex. */
  readonly root: string;
  /** How often the hub had been set back by then. */
  readonly era: number;
}

/** What truly happened, as nobody in the simulation knows it. */
export class Truth {
  /** Everything that a device ever signed: leaves, by device. */
  readonly signed = new Map<string, Set<string>>();
  /** What the bytes of some of it became. */
  readonly poisoned = new Map<string, Set<string>>();
  readonly planted = new Map<string, Set<Planted>>();
  /** What a till was told that the hub has, and nobody has lost since. */
  readonly acknowledged = new Map<string, Set<string>>();
  readonly receipts: TakenReceipt[] = [];
  era = 0;
  /** Tills whose receipt is of a larger tree than the one that the hub was set back to. */
  readonly mustNotice = new Set<SimTill>();
  /** Tills that were set back behind what the hub has of them. */
  readonly mustRecover = new Set<SimTill>();
  #atHub = new Set<string>();

  plant(device: string, what: Planted): void {
    setOf(this.planted, device).add(what);
  }

  /** Looks at everything: nothing may be gone, and nothing there that nobody signed. */
  observe(tills: readonly SimTill[], hub: SimHub): void {
    for (const till of tills) this.#observeTill(till);
    const found = hub.records();
    const atHub = new Set(found.map(keyOf));
    for (const key of this.#atHub) if (!atHub.has(key)) throw new Error(`the hub lost ${key}`);
    this.#atHub = atHub;
    for (const record of found) {
      const { device, leaf, epoch, seq } = record;
      const isKnown =
        this.signed.get(device)?.has(leaf) || this.poisoned.get(device)?.has(leaf) === true;
      if (!isKnown) throw new Error(`the hub has ${epoch}.${seq} that nobody signed`);
    }
    for (const [device, leaves] of this.acknowledged) {
      for (const leaf of leaves) {
        if (!atHub.has(`${device} ${leaf}`))
          throw new Error(`${leaf} was acknowledged for nothing`);
      }
    }
  }

  /** A till is what it was at an earlier time. */
  tillWasSetBack(till: SimTill, hub: SimHub): void {
    const { device } = till;
    this.plant(device, 'set-back');
    this.mustNotice.delete(till);
    const own = new Set(till.journal().map(({ leaf }) => leaf));
    const isBehind = hub.records().some((one) => one.device === device && !own.has(one.leaf));
    if (isBehind) this.mustRecover.add(till);
  }

  /** The hub is what it was at an earlier time: what only it had is lost with it. */
  hubWasSetBack(tills: readonly SimTill[], hub: SimHub): void {
    this.era += 1;
    this.mustRecover.clear(); // it may have lost the same
    const found = hub.records();
    this.#atHub = new Set(found.map(keyOf));
    for (const [device, leaves] of this.acknowledged) {
      for (const leaf of leaves) if (!this.#atHub.has(`${device} ${leaf}`)) leaves.delete(leaf);
    }
    for (const till of tills) {
      const { device } = till;
      const size = found.filter((record) => record.device === device).length;
      if ((till.receipt()?.size ?? 0) <= size) continue;
      this.plant(device, 'hub-set-back');
      this.mustNotice.add(till);
    }
  }

  /** A hub that forgot a request took it again: it may have all back before a till asks. */
  requestCameAgain(till: SimTill, hub: SimHub): void {
    const found = hub.records().filter(({ device }) => device === till.device);
    if (isWhole(till, found)) this.mustNotice.delete(till);
  }

  #observeTill(till: SimTill): void {
    const { device } = till;
    const receipt = till.receipt();
    const journal = till.journal();
    for (const { leaf, signedLeaf } of journal) {
      setOf(this.signed, device).add(signedLeaf);
      if (leaf !== signedLeaf) setOf(this.poisoned, device).add(leaf);
    }
    if (!receipt) return;
    const checkpoint = parseCheckpoint(`${receipt.checkpoint.split('\n\n')[0]}\n`);
    if (!checkpoint) throw new Error('a till took a receipt that is none');
    const root = Buffer.from(checkpoint.root).toString('hex');
    const { era } = this;
    // A copy brings the receipts of the till that it was made of, however old they are.
    const isNew = !this.receipts.some((one) => one.root === root && one.device === device);
    if (!isNew) return;
    this.receipts.push({ till: till.name, device, size: checkpoint.size, root, era });
    for (const { position, leaf, signedLeaf } of journal) {
      // What was changed since is sent no more: the hub has it as it was signed.
      if (position > receipt.position || leaf !== signedLeaf) continue;
      setOf(this.acknowledged, device).add(leaf);
    }
  }
}

/** The set of a key, which is made where there is none. */
function setOf<T>(map: Map<string, Set<T>>, key: string): Set<T> {
  const found = map.get(key) ?? new Set<T>();
  map.set(key, found);
  return found;
}

function keyOf({ device, leaf }: HubRecord): string {
  return `${device} ${leaf}`;
}

/** Whether the hub's tree begins with all that the till has a receipt for. */
export function isWhole(till: SimTill, records: readonly HubRecord[]): boolean {
  const receipt = till.receipt();
  if (!receipt || receipt.size > records.length) return false;
  let frontier = emptyFrontier;
  for (const { leaf } of records.slice(0, receipt.size)) {
    frontier = appendLeaf(frontier, Buffer.from(leaf, 'hex'), treeCrypto, () => undefined);
  }
  const root = Buffer.from(rootOf(frontier, treeCrypto)).toString('base64');
  return receipt.checkpoint.includes(root);
}
