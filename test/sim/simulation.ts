import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { LOCK_FILE } from '../../electron/till/database/book.ts';
import { openTill } from '../../electron/till/open-till.ts';
import type { SyncWorld } from '../../electron/till/sync/world.ts';
import { appendNewer, poison } from './bend-book.ts';
import { checkEnd } from './check-end.ts';
import { SimFolders } from './sim-folders.ts';
import { SimHub } from './sim-hub.ts';
import { SimNetwork } from './sim-network.ts';
import type { SimServers } from './sim-servers.ts';
import type { SimTemplate } from './sim-template.ts';
import { SimTill, type Surroundings } from './sim-till.ts';
import type { Step } from './steps.ts';
import { actAt, close, refund, sell } from './till-acts.ts';
import { Truth } from './truth.ts';
import { chanceOf, VirtualTime } from './virtual-time.ts';

const MINUTE_MS = 60_000;
/** Within which all is sent once nothing goes wrong any more. */
const RECOVERED_MS = 5.5 * MINUTE_MS;
/** A till that has nothing to send asks so often all the same. */
const WATCHDOG_MS = 16 * MINUTE_MS;
/** Longest that one event may take on a busy computer. */
const REST_MS = 30_000;
const TILLS_MAX = 5;

/** A fault of the program that a simulation has to find. */
export interface Flaw {
  readonly losesCommits?: boolean;
  readonly isUnlocked?: boolean;
  readonly meddle?: (world: SyncWorld, till: SimTill) => SyncWorld;
  readonly beforeSale?: (till: SimTill, nowMs: number) => void;
}

/** What a simulation runs on. */
export interface Ground {
  readonly template: SimTemplate;
  readonly servers: SimServers;
  readonly flaw?: Flaw;
}

/** What came of it, for two runs of one seed to be held against one another. */
export interface Outcome {
  readonly trace: readonly string[];
  readonly ledger: readonly string[];
}

/** Some tills, a hub, and a time in which everything goes wrong; then nothing does any more. */
export async function simulate(
  { template, servers, flaw = {} }: Ground,
  seed: number,
  steps: readonly Step[],
): Promise<Outcome> {
  using folders = new SimFolders();
  await using opened = new AsyncDisposableStack();
  const chance = chanceOf(seed);
  const time = new VirtualTime();
  const hub = new SimHub(folders, template.hub, servers.instances, flaw);
  opened.defer(() => hub.close());
  servers.serve(hub, time);
  const network = new SimNetwork(time, hub, chance);
  const { meddle = (world) => world } = flaw;
  const around = { time, network, folders, chance, meddle };
  const tills: SimTill[] = [];
  opened.defer(async () => {
    for (const till of tills) await till.close();
  });
  const used = template.tills.slice(0, 2 + (seed % 2));
  for (const [at, folder] of used.entries()) {
    const till = new SimTill('ABC'[at] ?? '', folder, around);
    await till.open();
    tills.push(till);
  }
  const storm = new Storm({ hub, tills, around, flaw });
  for (const step of steps) await storm.take(step);
  return await storm.calm();
}

interface Stage {
  readonly hub: SimHub;
  readonly tills: SimTill[];
  readonly around: Surroundings;
  readonly flaw: Flaw;
}

class Storm {
  readonly #hub: SimHub;
  readonly #tills: SimTill[];
  readonly #around: Surroundings;
  readonly #flaw: Flaw;
  readonly #truth = new Truth();
  #backup: string | undefined;

  constructor({ hub, tills, around, flaw }: Stage) {
    this.#hub = hub;
    this.#tills = tills;
    this.#around = around;
    this.#flaw = flaw;
    around.network.onTakenAgain = (caller) => {
      const till = tills.find((one) => one === caller);
      if (till) this.#truth.requestCameAgain(till, hub);
    };
  }

  async take(step: Step): Promise<void> {
    if ('till' in step) {
      const till = this.#tills[step.till % this.#tills.length];
      if (till) await this.#befall(till, step);
    } else await this.#befallAll(step);
    await this.#settle();
    this.#truth.observe(this.#tills, this.#hub);
  }

  /** Nothing goes wrong any more: what comes of it all. */
  async calm(): Promise<Outcome> {
    const { network } = this.#around;
    for (const till of this.#tills) {
      till.spare();
      till.setFull(false);
    }
    this.#hub.free();
    network.heal(this.#tills);
    await this.#settle();
    await this.#pass(RECOVERED_MS);
    this.#assertAllSent();
    await this.#pass(WATCHDOG_MS);
    await this.#pass(RECOVERED_MS);
    this.#assertAllSent();
    this.#truth.observe(this.#tills, this.#hub);
    const ledger = await checkEnd(this.#hub, this.#tills, this.#truth);
    return { trace: network.trace, ledger };
  }

  #assertAllSent(): void {
    for (const till of this.#tills) {
      const status = till.status();
      if (status.records > 0) {
        throw new Error(`till ${till.name} has not sent all: ${JSON.stringify(status)}`);
      }
    }
  }

  async #befall(till: SimTill, step: Extract<Step, { till: number }>): Promise<void> {
    const { time, network } = this.#around;
    switch (step.kind) {
      case 'sell-in-storm':
        network.plan(step.on, step.faults);
        this.#sell(till, 1);
        return this.#pass(step.ms);
      case 'sell':
        for (let more = step.times; more > 0; more -= 1) this.#sell(till, step.pieces);
        return;
      case 'refund':
        return actAt(till, refund);
      case 'close':
        return actAt(till, close);
      case 'nil-close':
        actAt(till, close);
        return actAt(till, close);
      case 'outage':
        till.offlineUntilMs = time.nowMs + step.minutes * MINUTE_MS;
        return;
      case 'portal-hour':
        till.portalUntilMs = time.nowMs + 60 * MINUTE_MS;
        return;
      case 'write-then-silence':
        this.#sell(till, 1);
        till.offlineUntilMs = time.nowMs + 30 * MINUTE_MS;
        return this.#pass(30 * MINUTE_MS);
      case 'kill-till-at-write':
        return till.killAt(step.write, step.isCommitted);
      case 'clock':
        till.clockOffMs = step.hours * 60 * MINUTE_MS;
        return;
      case 'till-full':
        return till.setFull(true);
      default:
        return this.#befallFolder(till, step.kind);
    }
  }

  async #befallFolder(till: SimTill, kind: FolderStep): Promise<void> {
    till.spare();
    switch (kind) {
      case 'restart-till':
        return till.reopen();
      case 'kill-till':
        return till.reopen(till.backUp());
      case 'back-up-till':
        till.backup = till.backUp();
        return;
      case 'restore-till':
        if (till.backup === undefined) return;
        await till.reopen(till.backup);
        return this.#truth.tillWasSetBack(till, this.#hub);
      case 'clone-till':
        return this.#clone(till);
      case 'second-instance':
        return this.#openTwice(till);
      case 'newer-records':
        this.#truth.plant(till.device, 'newer');
        return this.#bend(till, (folder) => appendNewer(folder, till.clock()));
      case 'poison':
        this.#truth.plant(till.device, 'poisoned');
        return this.#bend(till, (folder, from) =>
          poison(folder, from, this.#around.chance(), till.clock()),
        );
    }
  }

  async #befallAll(step: Exclude<Step, { till: number }>): Promise<void> {
    const { network, time } = this.#around;
    switch (step.kind) {
      case 'wait':
        return this.#pass(step.ms);
      case 'faults':
        return network.plan(step.on, step.faults);
      case 'hub-down':
        network.hubDownUntilMs = time.nowMs + step.minutes * MINUTE_MS;
        return;
      case 'kill-hub':
        return this.#hub.kill();
      case 'hub-full':
        return this.#hub.fill();
      case 'hub-upgraded':
        network.isHubNewer = true;
        return;
      case 'back-up-hub':
        this.#backup = this.#hub.backUp();
        return;
      case 'restore-hub':
        if (this.#backup === undefined) return;
        await this.#hub.restore(this.#backup);
        this.#truth.hubWasSetBack(this.#tills, this.#hub);
    }
  }

  #sell(till: SimTill, pieces: number): void {
    const { time } = this.#around;
    actAt(till, (open) => {
      this.#flaw.beforeSale?.(till, time.nowMs);
      sell(open, pieces);
    });
  }

  async #clone(till: SimTill): Promise<void> {
    if (this.#tills.length >= TILLS_MAX) return;
    this.#truth.plant(till.device, 'copied');
    const clone = new SimTill(`${till.name}'`, till.backUp(), this.#around);
    await clone.open();
    this.#tills.push(clone);
  }

  async #openTwice(till: SimTill): Promise<void> {
    const dataDir = till.folder;
    if (this.#flaw.isUnlocked) rmSync(join(dataDir, LOCK_FILE));
    try {
      const second = await openTill({ dataDir, clock: till.clock, isReporting: false });
      await second.close();
    } catch (error) {
      if (error instanceof LapakError && error.code === 'FOLDER_IN_USE') return;
      throw error;
    }
    throw new Error('a second instance opens the folder of a till');
  }

  /** Changes the book of a till while that is closed; in it from the first that is not sent. */
  async #bend(till: SimTill, change: (folder: string, from: number) => void): Promise<void> {
    this.#truth.observe(this.#tills, this.#hub);
    const from = (till.receipt()?.position ?? 0) + 1;
    await till.close();
    change(till.folder, from);
    await till.open();
  }

  #pass(ms: number): Promise<void> {
    return this.#around.time.pass(ms, () => this.#settle());
  }

  /** Waits until every till waits for nothing but time and network; who was killed is up again. */
  async #settle(): Promise<void> {
    const startedAt = performance.now();
    for (;;) {
      for (const till of this.#tills) await till.revive();
      if (this.#tills.every((till) => till.isAtRest)) return;
      if (performance.now() - startedAt > REST_MS) throw new Error('a till comes to no rest');
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

type FolderStep =
  | 'restart-till'
  | 'kill-till'
  | 'back-up-till'
  | 'restore-till'
  | 'clone-till'
  | 'second-instance'
  | 'newer-records'
  | 'poison';
