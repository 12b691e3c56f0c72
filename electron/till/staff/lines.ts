import { randomBytes } from 'node:crypto';

/** Who is signed in on a line (window, tab). Nothing of it is written: it ends with the till. */
export interface Session {
  /** Pseudonym. */
  readonly staff: string;
  /** Whether a PIN said so; else the person was only chosen, which a stall can allow. */
  readonly isProven: boolean;
  /** Proves the same person over a new connection of theirs. */
  readonly ticket: string;
}

/** The lines of a till: who is signed in on each, and at which drawer it works. */
export interface Lines {
  /**
   * Who is signed in on the line of this page, unless they gave no sign of life for `lockAfterMs`;
   * 0 is never.
   */
  sessionAt(page: object, lockAfterMs: number): Session | undefined;
  /** Signs somebody in, in place of who was; nobody on the line of a page that has left. */
  signIn(page: object, person: Omit<Session, 'ticket'>): Session;
  /**
   * Takes a session over from the line that it was on; not for a page that has left.
   * @returns whether there still is one
   */
  resume(page: object, ticket: string, lockAfterMs: number): boolean;
  signOut(page: object): void;
  /** Signs somebody out everywhere but on the line of this page. */
  signOutElsewhere(staff: string, page: object | null): void;
  /** The person is still there. */
  stay(page: object): void;
  drawerAt(page: object): number;
  chooseDrawer(page: object, drawer: number): void;
  /** The page is gone; its session waits for another page with its ticket. */
  leave(page: object): void;
  /** Whether a page is gone; what it asked for before may still be under way. */
  hasLeft(page: object): boolean;
  /** Ends every session without a sign of life for so long. @returns whether there was one */
  expire(lockAfterMs: number): boolean;
  isAnybodyIn(): boolean;
}

/** A session, and what becomes of it. */
interface Held extends Session {
  /** By the monotonic clock. */
  seenMs: number;
}

/** Sessions without a page that are kept; more than pages that are reloaded at once. */
const LEFT_MAX = 100;
const TICKET_BYTES = 32;

/** @param monotonic milliseconds that no change of the computer's clock moves */
export function keepLines(monotonic: () => number): Lines {
  return new LinesOfTill(monotonic);
}

class LinesOfTill implements Lines {
  readonly #monotonic: () => number;
  readonly #sessions = new Map<object, Held>();
  /** Sessions that wait for a page, by ticket, the oldest first. */
  readonly #left = new Map<string, Held>();
  readonly #drawers = new WeakMap<object, number>();
  /** Pages that never come back: a session of theirs would be one that nobody can end. */
  readonly #gone = new WeakSet<object>();

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  sessionAt(page: object, lockAfterMs: number): Session | undefined {
    const held = this.#sessions.get(page);
    return held && !this.#isOver(held, lockAfterMs) ? held : undefined; // expire() ends it
  }

  signIn(page: object, person: Omit<Session, 'ticket'>): Session {
    const before = this.#sessions.get(page);
    const isSame = before?.staff === person.staff; // who changes their PIN stays the same here
    const ticket = isSame ? before.ticket : randomBytes(TICKET_BYTES).toString('base64url');
    const held = { ...person, ticket, seenMs: this.#monotonic() };
    if (!this.#gone.has(page)) this.#sessions.set(page, held);
    return held;
  }

  resume(page: object, ticket: string, lockAfterMs: number): boolean {
    if (this.#gone.has(page)) return false;
    const held = this.#take(ticket);
    if (!held || this.#isOver(held, lockAfterMs)) return false;
    this.#sessions.set(page, held);
    return true;
  }

  signOut(page: object): void {
    this.#sessions.delete(page);
  }

  signOutElsewhere(staff: string, page: object | null): void {
    for (const [key, held] of this.#sessions) {
      if (held.staff === staff && key !== page) this.#sessions.delete(key);
    }
    for (const [ticket, held] of this.#left) if (held.staff === staff) this.#left.delete(ticket);
  }

  stay(page: object): void {
    const held = this.#sessions.get(page);
    if (held) held.seenMs = this.#monotonic();
  }

  drawerAt(page: object): number {
    return this.#drawers.get(page) ?? 1;
  }

  chooseDrawer(page: object, drawer: number): void {
    this.#drawers.set(page, drawer);
  }

  leave(page: object): void {
    const held = this.#sessions.get(page);
    this.#sessions.delete(page);
    this.#gone.add(page);
    if (!held) return;
    this.#left.set(held.ticket, held);
    const [oldest] = this.#left.keys();
    if (this.#left.size > LEFT_MAX && oldest !== undefined) this.#left.delete(oldest);
  }

  hasLeft(page: object): boolean {
    return this.#gone.has(page);
  }

  expire(lockAfterMs: number): boolean {
    const before = this.#sessions.size + this.#left.size;
    for (const [page, held] of this.#sessions) {
      if (this.#isOver(held, lockAfterMs)) this.#sessions.delete(page);
    }
    for (const [ticket, held] of this.#left) {
      if (this.#isOver(held, lockAfterMs)) this.#left.delete(ticket);
    }
    return this.#sessions.size + this.#left.size < before;
  }

  isAnybodyIn(): boolean {
    return this.#sessions.size + this.#left.size > 0;
  }

  #isOver({ seenMs }: Held, lockAfterMs: number): boolean {
    return lockAfterMs > 0 && this.#monotonic() - seenMs >= lockAfterMs;
  }

  /** Takes a session from wherever it is. */
  #take(ticket: string): Held | undefined {
    const waiting = this.#left.get(ticket);
    this.#left.delete(ticket);
    if (waiting) return waiting;
    const [page, held] = [...this.#sessions].find(([, one]) => one.ticket === ticket) ?? [];
    if (page) this.#sessions.delete(page);
    return held;
  }
}
