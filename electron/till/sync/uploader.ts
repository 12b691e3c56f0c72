import { type SyncStatus, statusOf, type Trouble } from '../../../domain/sync/status.ts';
import { retryDelayMs } from '../../../domain/sync/retry.ts';
import { readTransportKey } from '../enrolment/transport-key.ts';
import { read, write } from '../database/write.ts';
import { type HubClient, openHubClient } from './hub-client.ts';
import { findHub, keepHub } from './hub-store.ts';
import { noPace, openPace, type Pace, type RoundPace } from './pace.ts';
import { reportRound } from './report-round.ts';
import { readFacts } from './sync-facts.ts';
import { SLOW_MS, SyncFailure, WAITING_MS } from './sync-failure.ts';
import type { SyncTill } from './sync-till.ts';
import type { SyncWorld } from './world.ts';

/** The screen comes first when the till is opened. ms */
const START_MS = 1_000;
/** Sales of so long are sent together. ms */
const DEBOUNCE_MS = 3_000;
/** The hub is asked so often how far it is, whatever was written. ms */
const WATCHDOG_MS = 15 * 60_000;
/** How long a person who asks for a try waits to hear what came of it. ms */
const TRY_MS = 10_000;

/** Reporting to the hub, while a till is open. */
export interface Uploader {
  readonly world: SyncWorld;
  status(): SyncStatus;
  /**
   * One round now that asks how far the hub is, as fast as it can, or the one that is on its way:
   * done when nothing waits, or it says why not.
   */
  report(): Promise<void>;
  /** As report(), for a person: within ten seconds. @returns how it stands then */
  tryNow(): Promise<SyncStatus>;
  /**
   * Ends the round on its way, changes what the till is enrolled at, and reports there.
   * @throws what `change` throws
   */
  enrolAt(change: () => void): Promise<void>;
  /** The journal has more. */
  wrote(): void;
  /** Ends the round on its way, between two of its steps. */
  close(): Promise<void>;
}

interface UploaderOptions {
  readonly till: SyncTill;
  readonly world: SyncWorld;
  /** False reports only where it is asked to: a command is no open till. */
  readonly isByItself: boolean;
}

/**
 * Begins to report by itself where the till is enrolled; elsewhere no timer runs. One leads to the
 * next try after a failure, else a few seconds from when a record was written; the other to a
 * quarter of an hour after the hub was asked how far it is. Until then it is not asked again: each
 * answer to a batch says it too.
 */
export function openUploader(options: UploaderOptions): Uploader {
  const uploader = new TillUploader(options);
  uploader.start();
  return uploader;
}

class TillUploader implements Uploader {
  readonly world: SyncWorld;
  readonly #till: SyncTill;
  readonly #isByItself: boolean;
  readonly #pace: Pace;
  #isEnrolled = false;
  #isTried = false;
  /** Whether the manager has not approved it, as far as the hub said last: a sale asks anew. */
  #isWaiting = false;
  #isSoon = false;
  /** Whether the hub said not long ago how far it is, and all that was sent since was answered. */
  #isHeard = false;
  #isClosed = false;
  #failures = 0;
  #trouble: Trouble | null = null;
  #client: HubClient | undefined;
  #round: Promise<void> | undefined;
  #stop = new AbortController();
  #callOff: () => void = () => undefined;
  #callOffAsking: () => void = () => undefined;
  #callOffTelling: () => void = () => undefined;

  constructor({ till, world, isByItself }: UploaderOptions) {
    this.#till = till;
    this.world = world;
    this.#isByItself = isByItself;
    this.#pace = openPace(world);
  }

  start(): void {
    this.#isEnrolled = read(this.#till, findHub) !== undefined;
    this.#rest(START_MS);
  }

  status(): SyncStatus {
    const facts = read(this.#till, (tx) => readFacts(tx, this.#till.clock()));
    return statusOf({ ...facts, isTried: this.#isTried, trouble: this.#trouble });
  }

  report(): Promise<void> {
    return this.#begin(true, noPace);
  }

  async tryNow(): Promise<SyncStatus> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const callOff = this.world.setTimer(resolve, TRY_MS);
    await Promise.race([this.report(), promise]);
    callOff();
    return this.status();
  }

  async enrolAt(change: () => void): Promise<void> {
    this.#stop.abort();
    await this.#round;
    this.#stop = new AbortController();
    this.#isHeard = false;
    try {
      change();
    } catch (error) {
      this.#rest(START_MS); // where it was enrolled before
      throw error;
    }
    this.#client = undefined;
    this.#isEnrolled = true;
    this.#failures = 0;
    this.#trouble = null;
    this.#rest(0);
    this.#publish();
  }

  wrote(): void {
    this.#pace.wrote();
    if (!this.#isEnrolled || this.#round || this.#isSoon) return;
    this.#isSoon = true;
    if (this.#failures === 0 || this.#isWaiting) this.#rest(DEBOUNCE_MS);
    else this.#callOffTelling = this.world.setTimer(() => this.#tellMore(), DEBOUNCE_MS);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#callOff();
    this.#callOffAsking();
    this.#callOffTelling();
    this.#stop.abort();
    await this.#round;
  }

  #begin(isAsking: boolean, pace: RoundPace): Promise<void> {
    this.#round ??= this.#report(isAsking || !this.#isHeard, pace).finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  /** Never fails: what went wrong is told by the status. */
  async #report(isAsking: boolean, pace: RoundPace): Promise<void> {
    this.#callOff();
    this.#callOffTelling();
    this.#isSoon = false;
    if (!this.#isEnrolled || this.#isClosed) return;
    const { signal } = this.#stop;
    try {
      await this.#roundWith(signal, isAsking, pace);
      this.#failures = 0;
      this.#trouble = null;
      if (isAsking) this.#askLater();
      const { records } = read(this.#till, (tx) => readFacts(tx, this.#till.clock()));
      // Written since the last look, or to be asked since then.
      if (records > 0 || !this.#isHeard) this.#rest(DEBOUNCE_MS);
    } catch (error) {
      if (signal.aborted) return;
      this.#isHeard = false;
      this.#callOffAsking();
      this.#rest(this.#fail(error));
    }
    this.#isTried = true;
    this.#publish();
  }

  #askLater(): void {
    this.#isHeard = true;
    this.#callOffAsking();
    this.#callOffAsking = this.#later(WATCHDOG_MS, () => {
      this.#isHeard = false;
      void this.#begin(true, this.#pace);
    });
  }

  async #roundWith(signal: AbortSignal, isAsking: boolean, pace: RoundPace): Promise<void> {
    const hub = read(this.#till, findHub);
    if (!hub) return;
    this.#client ??= this.#openClient(hub.origin);
    const { world } = this;
    const tell = () => {
      this.#trouble = null; // of the try before: the hub has just answered
      this.#publish();
    };
    const client = this.#client;
    await reportRound({ till: this.#till, hub, client, world, isAsking, signal, tell, pace });
  }

  #openClient(origin: string): HubClient {
    const { dataDir, device } = this.#till;
    const key = readTransportKey(dataDir);
    if (!key) throw new SyncFailure('key-lost', 'the transport key is gone', { retry: SLOW_MS });
    return openHubClient({ world: this.world, origin, device: device.device, key });
  }

  /** @returns how long to rest */
  #fail(error: unknown): number {
    this.#failures += 1;
    const failure = error instanceof SyncFailure ? error : undefined;
    const trouble = failure ? failure.trouble : 'till-fault';
    if (trouble !== this.#trouble || this.#failures === 1) this.#tell(failure, error);
    this.#trouble = trouble;
    if (failure?.state) this.#keepState(failure.state);
    const retry = failure?.retry ?? 'backoff';
    this.#isWaiting = retry === WAITING_MS;
    const failures = this.#failures;
    return retry === 'backoff' ? retryDelayMs({ failures, random: this.world.random() }) : retry;
  }

  /** Once each time it goes wrong another way. */
  #tell(failure: SyncFailure | undefined, error: unknown): void {
    if (!failure) return this.#till.log.error(error);
    const cause = failure.cause instanceof Error ? ` | because ${failure.cause.message}` : '';
    this.#till.log.warn(`reporting to the hub: ${failure.message}${cause}`);
  }

  #keepState(state: 'waiting' | 'active' | 'revoked'): void {
    try {
      write(this.#till, (tx) => {
        const hub = findHub(tx);
        if (hub) keepHub(tx, { ...hub, state });
      });
    } catch (error) {
      this.#till.log.error(error); // the next answer says it again
    }
  }

  #rest(ms: number): void {
    this.#callOff();
    this.#callOff = this.#later(ms, () => void this.#begin(false, this.#pace));
  }

  #later(ms: number, act: () => void): () => void {
    const isOff = this.#isClosed || !this.#isEnrolled || !this.#isByItself;
    return isOff ? () => undefined : this.world.setTimer(act, ms);
  }

  /** The next try is not yet, and more waits for it: people see how much. */
  #tellMore(): void {
    this.#isSoon = false;
    this.#publish();
  }

  /** A book that cannot be read tells nobody more than its log. */
  #publish(): void {
    if (this.#isClosed) return;
    try {
      this.#till.news.sync.publish(this.status());
    } catch (error) {
      this.#till.log.error(error);
    }
  }
}
