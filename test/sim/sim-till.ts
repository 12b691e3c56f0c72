import type { SyncStatus } from '../../domain/sync/status.ts';
import { leafOf } from '../../node/crypto/signing.ts';
import { openTill } from '../../electron/till/open-till.ts';
import { PACE_REST_MS } from '../../electron/till/sync/pace.ts';
import type { SyncWorld } from '../../electron/till/sync/world.ts';
import type { Till } from '../../electron/till/till.ts';
import type { SimFolders } from './sim-folders.ts';
import type { Caller, SimNetwork } from './sim-network.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A record as a till would send it now. */
export interface TillRecord {
  readonly position: number;
  readonly epoch: number;
  readonly seq: number;
  /** Of the bytes as they are. */
  readonly leaf: string;
  /** As the till signed it: another one, where a byte was changed since. */
  readonly signedLeaf: string;
  readonly head: string;
}

/** What a till of a simulation lives in. */
export interface Surroundings {
  readonly time: VirtualTime;
  readonly network: SimNetwork;
  readonly folders: SimFolders;
  readonly chance: () => number;
  /** Changes how a till meets the world: a planted bug. */
  readonly meddle: (world: SyncWorld, till: SimTill) => SyncWorld;
}

/** When the till is killed: at so many more writes, before or behind their commit. */
interface KillPlan {
  left: number;
  readonly isCommitted: boolean;
}

/** The till is gone at this very instant: what it did not commit never was. */
export class TillKilled extends Error {
  override readonly name = 'TillKilled';
}

/** More pages than any database has. */
const NO_LIMIT = 2 ** 32 - 2;

/** A real till on a folder of the simulation: it can be killed, set back and copied. */
export class SimTill implements Caller {
  readonly name: string;
  readonly #around: Surroundings;
  #folder: string;
  #till: Till | undefined;
  #world: TillWorld | undefined;
  #kill: KillPlan | null = null;
  /** Its folder at the instant at which it was killed. */
  #left: string | undefined;
  offlineUntilMs = 0;
  portalUntilMs = 0;
  /** By how much its clock is wrong. ms */
  clockOffMs = 0;
  isFull = false;
  /** Folder of an earlier time. */
  backup: string | undefined;
  /** Why a person was told to look at it, so far. */
  readonly told = new Set<string>();

  /** @param folder a copy is made of it */
  constructor(name: string, folder: string, around: Surroundings) {
    this.name = name;
    this.#around = around;
    this.#folder = around.folders.copy(folder);
  }

  /** The open till. */
  get till(): Till {
    if (!this.#till) throw new Error(`till ${this.name} is closed`);
    return this.#till;
  }

  get device(): string {
    return this.till.device.device;
  }

  get folder(): string {
    return this.#folder;
  }

  clock = (): number => this.#around.time.nowMs + this.clockOffMs;

  async open(): Promise<void> {
    const world = new TillWorld(this, this.#around);
    this.#till = await openTill({
      dataDir: this.#folder,
      clock: this.clock,
      world: this.#around.meddle(world, this),
    });
    world.till = this.#till;
    this.#world = world;
    this.#tap(this.#till);
    this.#listen(this.#till);
    this.setFull(this.isFull);
  }

  /** Closes it as a person does. */
  async close(): Promise<void> {
    if (this.#world) this.#world.isGone = true;
    await this.#till?.close();
    this.#till = undefined;
  }

  /** Its folder as it is now, also while it is open. */
  backUp(): string {
    return this.#around.folders.copy(this.#folder);
  }

  /** Closes it and opens it again, on a copy of a folder or on its own. */
  async reopen(folder?: string): Promise<void> {
    await this.close();
    if (folder !== undefined) this.#folder = this.#around.folders.copy(folder);
    this.#left = undefined;
    await this.open();
  }

  /** From now on its disk takes nothing more, or does again. */
  setFull(isFull: boolean): void {
    this.isFull = isFull;
    const { db } = this.till;
    const pages = isFull ? Number(db.pragma('page_count', { simple: true })) : NO_LIMIT;
    db.pragma(`max_page_count = ${pages}`);
  }

  /** Plans a kill at its n-th write from now. */
  killAt(write: number, isCommitted: boolean): void {
    this.#kill = { left: write, isCommitted };
  }

  /** No kill is planned any more. */
  spare(): void {
    this.#kill = null;
  }

  /** Whether its work waits for nothing but the network, or rests beside somebody who sells. */
  get isAtRest(): boolean {
    return this.#world?.isAtRest ?? true;
  }

  /** Opens it again where it was killed. @returns whether it was */
  async revive(): Promise<boolean> {
    if (this.#left === undefined) return false;
    await this.reopen(this.#left);
    return true;
  }

  /** How far it has reported. */
  status(): SyncStatus {
    return this.till.uploader.status();
  }

  /** Its journal from a position on. */
  journal(from = 1): TillRecord[] {
    const query = `SELECT position, epoch, seq, lower(hex(leaf)) AS signedLeaf, head
      FROM journal_record WHERE position >= ? ORDER BY position`;
    type Row = Omit<TillRecord, 'leaf' | 'head'> & { readonly head: Buffer };
    return this.till.db
      .prepare<[number], Row>(query)
      .all(from)
      .map((row) => {
        const head = row.head.toString('utf8');
        return { ...row, head, leaf: leafOf(Buffer.from(head)).toString('hex') };
      });
  }

  /** The newest receipt that it has of the hub. */
  receipt(): { position: number; size: number; checkpoint: string } | undefined {
    type Row = { position: number; size: number; checkpoint: string };
    const query = 'SELECT position, size, checkpoint FROM sync_cursor';
    return this.till.db.prepare<[], Row>(query).get();
  }

  /** Remembers what people who watch had to look at. */
  #listen({ news: { sync } }: Till): void {
    const publish = sync.publish.bind(sync);
    Object.assign(sync, {
      publish: (status: SyncStatus) => {
        if (status.state === 'attention') this.told.add(status.reason);
        publish(status);
      },
    });
  }

  #tap(till: Till): void {
    const { immediate } = till.transact;
    Object.assign(till.transact, {
      immediate: (act: () => unknown) => {
        if (this.#left !== undefined) throw new TillKilled('it is dead');
        const kill = this.#kill;
        if (!kill || kill.left > 1) {
          if (kill) kill.left -= 1;
          return immediate(act);
        }
        const die = () => {
          this.#kill = null;
          if (this.#world) this.#world.isGone = true;
          throw new TillKilled('kill -9');
        };
        if (!kill.isCommitted) {
          this.#left = this.backUp();
          return immediate(() => [act(), die()]);
        }
        immediate(act);
        this.#left = this.backUp();
        return die();
      },
    });
  }
}

/** The world of one open till: gone with it, whatever of it is still on its way. */
class TillWorld implements SyncWorld {
  readonly #of: SimTill;
  readonly #around: Surroundings;
  till: Till | undefined;
  isGone = false;
  #rounds = 0;
  #rests = 0;

  constructor(of: SimTill, around: Surroundings) {
    this.#of = of;
    this.#around = around;
  }

  get isAtRest(): boolean {
    if (this.#rounds === 0 || this.#rests > 0) return true;
    return this.#around.network.waiting(this.#of) > 0;
  }

  fetch(url: string, init: RequestInit): Promise<Response> {
    if (this.isGone) return Promise.reject(new Error('the till is gone'));
    return this.#around.network.fetch(this.#of, url, init);
  }

  now(): number {
    return this.#of.clock();
  }

  random(): number {
    return this.#around.chance();
  }

  setTimer(act: () => void, ms: number): () => void {
    const rest = ms === PACE_REST_MS ? 1 : 0; // in the middle of a round
    this.#rests += rest;
    let left = rest;
    const end = () => {
      this.#rests -= left;
      left = 0;
    };
    const callOff = this.#around.time.after(ms, () => {
      end();
      if (this.isGone) return;
      act();
      this.#follow();
    });
    return () => {
      end();
      callOff();
    };
  }

  /** Each timer of reporting begins a round, or ends the one on its way. */
  #follow(): void {
    const round = this.till?.uploader.report();
    if (!round) return;
    this.#rounds += 1;
    void round.finally(() => {
      this.#rounds -= 1;
    });
  }
}
