import { LapakError } from '../../../domain/errors.ts';
import { isEasyPin } from '../../../domain/staff/pin.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { type Append, actDraft, writeJournal } from '../journal/write-journal.ts';
import { actorFor } from './acting.ts';
import { type By, stillActing } from './admit.ts';
import { assertMayTouch } from './bounds.ts';
import { checkPinInTurn, type PinGiven } from './check-pin.ts';
import { hashOfSecret, readPepper } from './pepper.ts';
import { hashPin } from './pin-hash.ts';
import { keepRecoveryCode, makeRecoveryCode } from './recovery-code.ts';
import { keepSecretHashes, readSecretHashes } from './secret-store.ts';
import { beginSession } from './sign-in.ts';
import { requirePerson, type StaffTill } from './staff-till.ts';
import { updatePerson } from './staff-store.ts';
import { forgetWrongTries } from './try-store.ts';

/**
 * Gives somebody a PIN. Their lines are signed out, but the one on which they gave it themselves.
 * @returns the recovery code where an owner has a PIN for the first time; else null
 * @throws LapakError PIN_EASY, STAFF_UNKNOWN, BEYOND_OWN, PEPPER_MISSING, and as stillActing() and
 *   writeJournal()
 */
export async function setPin(
  till: StaffTill,
  by: By,
  { staff, pin }: PinGiven,
): Promise<{ recoveryCode: string | null }> {
  refuseEasy(pin);
  const { page, actor } = by;
  const mayTouch = (tx: Tx) => {
    const person = requirePerson(tx, staff);
    if (!person.isActive) throw new LapakError('STAFF_UNKNOWN', { staff });
    assertMayTouch(tx, actor, person);
  };
  read(till, mayTouch);
  const recoveryCode = await till.tryLocks.inTurn(staff, () =>
    writePin(till, { staff, pin, pepper: pepperOf(till) }, (tx, append) => {
      stillActing(tx, till, { by, permission: 'staff.change' });
      mayTouch(tx);
      append(actDraft(tx, actor, till.clock(), { act: 'pin-change', subject: staff }));
      const isFirst = readSecretHashes(tx).recovery === null;
      if (!isFirst || requirePerson(tx, staff).role !== 'owner') return null;
      return keepRecoveryCode(till, { tx, append, actor }, makeRecoveryCode());
    }),
  );
  afterPin(till, staff, actor.cashier === staff ? page : null);
  return { recoveryCode };
}

/**
 * Changes one's own PIN.
 * @throws LapakError PIN_EASY, and as checkPin() and writeJournal()
 */
export async function changePin(
  till: StaffTill,
  page: object,
  { staff, pin, newPin }: PinGiven & { readonly newPin: string },
): Promise<void> {
  refuseEasy(newPin);
  await till.tryLocks.inTurn(staff, async () => {
    await checkPinInTurn(till, { staff, pin });
    const pepper = pepperOf(till);
    await writePin(till, { staff, pin: newPin, pepper }, (tx, append) => {
      const actor = actorFor(staff);
      append(actDraft(tx, actor, till.clock(), { act: 'pin-change', subject: staff }));
    });
  });
  const isHere = till.lines.sessionAt(page, 0)?.staff === staff;
  afterPin(till, staff, isHere ? page : null);
}

/** @throws LapakError PIN_EASY */
export function refuseEasy(pin: string): void {
  if (isEasyPin(pin)) throw new LapakError('PIN_EASY', {});
}

/** A PIN to keep, and the pepper that it is hashed with. */
interface NewPin extends PinGiven {
  readonly pepper: Buffer;
}

/** Keeps a PIN together with the rest of the act. @throws what `act` throws */
export async function writePin<T>(
  till: StaffTill,
  { staff, pin, pepper }: NewPin,
  act: (tx: Tx, append: Append) => T,
): Promise<T> {
  const hashed = await hashPin(pin, pepper);
  const result = writeJournal(till, (tx, append) => {
    const given = act(tx, append);
    updatePerson(tx, staff, { pin: hashed });
    forgetWrongTries(tx, staff);
    keepSecretHashes(tx, { pepper: hashOfSecret(pepper) });
    return given;
  });
  till.tryLocks.unlock(staff);
  return result;
}

/** The pepper of the book; made with the first PIN. @throws LapakError PEPPER_MISSING */
function pepperOf(till: StaffTill): Buffer {
  return read(till, (tx) => readPepper(till.dataDir, readSecretHashes(tx).pepper));
}

/** Whoever knew the PIN before is signed out; who gave it themselves has shown who they are. */
function afterPin(till: StaffTill, staff: string, page: object | null): void {
  till.lines.signOutElsewhere(staff, page);
  if (page) beginSession(till, page, { staff, isProven: true });
  else till.news.staff.publish(true);
}
