import { LapakError } from '../../../domain/errors.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { actDraft, writeJournal } from '../journal/write-journal.ts';
import type { TillNews } from '../news.ts';
import type { PrinterQueue } from '../printing/printer-queue.ts';
import {
  actingAt,
  actorFor,
  findActive,
  isDrawer,
  isOpenToAll,
  readLockAfterMs,
  readPinMode,
} from './acting.ts';
import { checkPin } from './check-pin.ts';
import type { GuessParts } from './guess.ts';
import type { Lines } from './lines.ts';

/** What signing in uses of the till. */
export interface SignInParts extends GuessParts {
  readonly lines: Lines;
  readonly printer: Pick<PrinterQueue, 'handPaperTo'>;
  readonly news: Pick<TillNews, 'staff'>;
}

/** Somebody, with their PIN where the stall asks for one. */
export interface Claim {
  readonly staff: string;
  readonly pin: string | null;
}

/**
 * Finds out whether somebody is who they say.
 * @returns whether a PIN proved it; else the stall asks for none
 * @throws LapakError NOT_SIGNED_IN without a PIN where one is asked for, and as checkPin()
 */
export async function proveClaim(till: GuessParts, { staff, pin }: Claim): Promise<boolean> {
  if (pin !== null) {
    await checkPin(till, { staff, pin });
    return true;
  }
  read(till, (tx) => {
    if (!findActive(tx, staff)) throw new LapakError('STAFF_UNKNOWN', { staff });
    if (!isOpenToAll(readPinMode(tx))) throw new LapakError('NOT_SIGNED_IN', {});
  });
  return false;
}

/**
 * Signs somebody in on the line of this page. Its drawer stays: that is the window's, not theirs.
 * @throws LapakError NOT_SIGNED_IN where the page has left meanwhile, and as proveClaim()
 */
export async function signIn(
  till: SignInParts,
  page: object,
  claim: Claim,
): Promise<{ ticket: string }> {
  const isProven = await proveClaim(till, claim);
  const { staff } = claim;
  if (till.lines.hasLeft(page)) throw new LapakError('NOT_SIGNED_IN', {});
  if (isProven) {
    writeJournal(till, (tx, append) => void append(signInDraft(tx, staff, till.clock())));
  }
  return beginSession(till, page, { staff, isProven });
}

/** Somebody has shown who they are: the draft of that. @throws LapakError STAFF_UNKNOWN */
export function signInDraft(tx: Tx, staff: string, atMs: UtcMs): RecordDraft {
  if (!findActive(tx, staff)) throw new LapakError('STAFF_UNKNOWN', { staff }); // left meanwhile
  return actDraft(tx, actorFor(staff), atMs, { act: 'sign-in', subject: staff });
}

/**
 * The line of this page is theirs from now on, unless it has left. Whoever calls it knows that they
 * are they.
 */
export function beginSession(
  till: SignInParts,
  page: object,
  person: { readonly staff: string; readonly isProven: boolean },
): { ticket: string } {
  const { ticket } = till.lines.signIn(page, person);
  till.printer.handPaperTo(person.staff);
  till.news.staff.publish(true);
  return { ticket };
}

/** The same person on a new connection. @returns false when that is over */
export function resume(
  till: SignInParts,
  page: object,
  { ticket }: { readonly ticket: string },
): { isSignedIn: boolean } {
  const isSignedIn = till.lines.resume(page, ticket, read(till, readLockAfterMs));
  const session = till.lines.sessionAt(page, 0);
  if (!isSignedIn || !session) return { isSignedIn: false };
  till.printer.handPaperTo(session.staff);
  till.news.staff.publish(true);
  return { isSignedIn };
}

/** Signs out on the line of this page: the lock. */
export function signOut(till: SignInParts, page: object): void {
  const { state, actor } = actingAt(till, page);
  const session = till.lines.sessionAt(page, 0);
  till.lines.signOut(page);
  till.news.staff.publish(true);
  if (!session?.isProven || state !== 'in' || !actor) return;
  try {
    writeJournal(till, (tx, append) => {
      append(actDraft(tx, actor, till.clock(), { act: 'sign-out', subject: session.staff }));
    });
  } catch (error) {
    till.log.error(error); // nobody is kept in by a disk that is full
  }
}

/** The person on the line of this page is still there; who is signed out by now stays so. */
export function stay(till: SignInParts, page: object): void {
  if (till.lines.sessionAt(page, read(till, readLockAfterMs))) till.lines.stay(page);
}

/** The line of this page works at that drawer from now on. @throws LapakError DRAWER_UNKNOWN */
export function chooseDrawer(
  till: SignInParts,
  page: object,
  { drawer }: { readonly drawer: number },
): void {
  const isThere = read(till, (tx) => isDrawer(tx, drawer));
  if (!isThere) throw new LapakError('DRAWER_UNKNOWN', { drawer });
  till.lines.chooseDrawer(page, drawer);
  till.news.staff.publish(true);
}
