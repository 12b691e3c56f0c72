import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { assert } from '../../domain/assert.ts';
import { LapakError } from '../../domain/errors.ts';
import { Approval } from '../../domain/staff/approval.ts';
import { StaffId } from '../../domain/staff/staff.ts';
import type { UtcMs } from '../../domain/time.ts';
import { readVersion } from '../shell/shell-till.ts';
import { read } from '../till/database/write.ts';
import { closeTill, openTill } from '../till/open-till.ts';
import { router } from '../till/router.ts';
import { leaveCarts } from '../till/sales/parked-carts.ts';
import { signedInAt } from '../till/staff/acting.ts';
import { listPeople } from '../till/staff/staff-store.ts';
import { openCrashLog } from '../till/system/crash-log.ts';
import type { Till } from '../till/till.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { PlayLine } from './play-line.ts';

/** How long paper that was asked for may take at the end. */
const PAPER_MS = 10_000;

export interface PlayerOptions {
  readonly dataDir: string;
  /** Folder of the program, for its samples. */
  readonly projectDir: string;
  /** Whether the till's clock stands where the lines say; else it is this computer's. */
  readonly isClockGiven: boolean;
  /** Whether the till's printer prints; else paper waits in the queue. */
  readonly isPrinting: boolean;
}

/**
 * Makes calls to the till of a folder as its pages do. The till is opened with the first of them,
 * since its clock may stand where that one says.
 */
export interface Player {
  /** Moves the clock to what a line says. @throws LapakError TIME_NOT_GIVEN, TIME_NEEDED */
  setClock(line: Pick<PlayLine, 'atMs'>): void;
  /** Opens the till, once. @throws what openTill() throws: then nothing can be played */
  open(): Promise<void>;
  /** @returns what the till answers @throws LapakError, or an ORPCError of the till */
  play(line: PlayLine): Promise<unknown>;
  close(): Promise<void>;
}

/** A page as a person has it, and the PIN that they proved themselves with on it. */
interface Seat {
  readonly page: object;
  pin: string | null;
}

/** A player whose till is still closed. Each person has a page of their own, and so has nobody. */
export function makePlayer(options: PlayerOptions): Player {
  let nowMs: UtcMs | null = null;
  let opened: OpenPlayer | undefined;
  const { isClockGiven } = options;
  const clock = isClockGiven ? () => nowMs ?? Date.now() : Date.now;
  return {
    setClock: ({ atMs }) => {
      if (atMs !== null && !isClockGiven) throw new LapakError('TIME_NOT_GIVEN', {});
      nowMs = atMs ?? nowMs;
      if (isClockGiven && nowMs === null) throw new LapakError('TIME_NEEDED', {});
    },
    open: async () => {
      opened ??= await openPlayer(options, clock);
    },
    play: async (line) => {
      assert(opened !== undefined, 'the till was opened');
      return opened.play(line);
    },
    close: async () => opened?.close(),
  };
}

async function openPlayer(options: PlayerOptions, clock: () => UtcMs): Promise<OpenPlayer> {
  const till = await openTill({ dataDir: options.dataDir, clock, isReporting: false });
  if (options.isPrinting) till.printer.start();
  return new OpenPlayer(till, options);
}

/** The calls of the router by capability and name. */
type AnyClient = Readonly<
  Record<string, Readonly<Record<string, (input: unknown, how: object) => Promise<unknown>>>>
>;

class OpenPlayer {
  readonly #till: Till;
  readonly #options: PlayerOptions;
  readonly #seats = new Map<string, Seat>();
  readonly #kept = new KeptAnswers();
  readonly #context;

  constructor(till: Till, options: PlayerOptions) {
    this.#till = till;
    this.#options = options;
    const { projectDir, dataDir } = options;
    this.#context = {
      till,
      failure: null,
      shell: 'browser',
      version: readVersion(projectDir),
      dataDir,
      samples: { resourcesDir: join(projectDir, 'resources'), isAsked: false },
      log: till.log,
      crashLog: openCrashLog(till.log, till.clock),
    } as const;
  }

  /** @throws LapakError KEPT_UNKNOWN; and what signing in and the call throw */
  async play(line: PlayLine): Promise<unknown> {
    const { keep } = line;
    const input = this.#kept.filledIn(line.input);
    if (keep !== null) this.#kept.forget(keep); // a line that is refused keeps nothing
    const answer = await this.#answerOf({ ...line, input });
    if (keep !== null) this.#kept.keep(keep, answer);
    return answer;
  }

  async #answerOf(line: PlayLine): Promise<unknown> {
    const { page } = await this.#seatOf(line);
    // A change of PINs or people is one of who may go on without showing theirs.
    if (line.capability === 'staff') for (const seat of this.#seats.values()) seat.pin = null;
    const watching = new AbortController();
    const answer = await this.#call(page, line, watching.signal);
    if (!isEvents(answer)) return answer;
    if (!line.name.startsWith('watch')) return allOf(answer);
    const first = answer.next();
    // What is there comes within this turn, however slow the computer is; else nothing is there.
    await new Promise((resolve) => setImmediate(resolve));
    watching.abort();
    return (await first).value;
  }

  async close(): Promise<void> {
    if (this.#options.isPrinting) await orAfter(this.#till.printer.idle(), PAPER_MS);
    for (const { page } of this.#seats.values()) {
      leaveCarts(this.#till, page);
      this.#till.lines.leave(page);
    }
    await closeTill(this.#till);
  }

  /** The seat of who makes the call, signed in there. @throws as staff.signIn */
  async #seatOf({ as, pin }: PlayLine): Promise<Seat> {
    const staff = as === null ? null : this.#pseudonymOf(as);
    const seat = this.#seats.get(staff ?? '') ?? { page: {}, pin: null };
    this.#seats.set(staff ?? '', seat);
    if (staff !== null && this.#isIn(seat, staff, pin)) return seat;
    // Nobody stays nobody, whatever they did; and a wrong PIN proves nothing for the next line.
    this.#till.lines.signOut(seat.page);
    seat.pin = null;
    if (staff === null) return seat;
    await this.#client(seat.page).staff.signIn({ staff, pin });
    seat.pin = pin;
    return seat;
  }

  /** Whether they go on without signing in anew, as on a screen. */
  #isIn({ page, pin: proved }: Seat, staff: string, pin: string | null): boolean {
    const { state, cashier } = signedInAt(this.#till, page);
    if (cashier !== staff || state === 'out') return false;
    return pin === null || pin === proved;
  }

  #pseudonymOf(as: string): string {
    if (StaffId.safeParse(as).success) return as;
    const people = read(this.#till, listPeople);
    const named = people.filter(({ name, isActive }) => isActive && folded(name) === folded(as));
    const [person] = named;
    if (!person) throw new LapakError('STAFF_UNKNOWN', { staff: as });
    if (named.length > 1) throw new LapakError('NAME_NOT_ONE', { name: as, people: named.length });
    return person.id;
  }

  #client(page: object, approval?: Approval | 'unreadable') {
    return createRouterClient(router, { context: { ...this.#context, page, approval } });
  }

  async #call(page: object, line: PlayLine, signal: AbortSignal): Promise<unknown> {
    const { capability, name, approve, input } = line;
    const client: unknown = this.#client(page, approve ? this.#approvalOf(approve) : undefined);
    // The contract has this call (play-line.ts), and the router has every call of the contract.
    return (client as AnyClient)[capability]?.[name]?.(input, { signal });
  }

  #approvalOf({ staff, pin }: Approval): Approval | 'unreadable' {
    return Approval.safeParse({ staff: this.#pseudonymOf(staff), pin }).data ?? 'unreadable';
  }
}

async function allOf(events: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const event of events) all.push(event);
  return all;
}

function isEvents(answer: unknown): answer is AsyncGenerator<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

/** Undefined when the work takes longer. */
async function orAfter<T>(work: Promise<T>, waitMs: number): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), waitMs);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function folded(name: string): string {
  return name.trim().normalize('NFC').toLocaleLowerCase('id');
}
