import { LapakError } from '../../../domain/errors.ts';
import { nameOf } from '../../../domain/staff/staff.ts';
import { read } from '../database/write.ts';
import { findActive } from './acting.ts';
import { guess, type GuessParts, refuseLocked } from './guess.ts';
import { readPepper } from './pepper.ts';
import { isPin } from './pin-hash.ts';
import { readSecretHashes } from './secret-store.ts';

/** Somebody, and the PIN that is said to be theirs. */
export interface PinGiven {
  readonly staff: string;
  readonly pin: string;
}

/**
 * Checks somebody's PIN, one try after the other.
 * @throws LapakError PIN_WRONG, PIN_LOCKED, PIN_UNSET, STAFF_UNKNOWN, PEPPER_MISSING, and as
 *   guess()
 */
export function checkPin(till: GuessParts, given: PinGiven): Promise<void> {
  return till.tryLocks.inTurn(given.staff, () => checkPinInTurn(till, given));
}

/** The same for whoever has the turn of this person. */
export async function checkPinInTurn(till: GuessParts, { staff, pin }: PinGiven): Promise<void> {
  const { hashed, pepper } = read(till, (tx) => {
    const person = findActive(tx, staff);
    if (!person) throw new LapakError('STAFF_UNKNOWN', { staff });
    if (person.pin === null) throw new LapakError('PIN_UNSET', { name: nameOf(person) });
    refuseLocked(till, staff);
    const known = readSecretHashes(tx).pepper;
    return { hashed: person.pin, pepper: readPepper(till.dataDir, known) };
  });
  const wrong = await guess(till, staff, () => isPin(pin, pepper, hashed));
  if (!wrong) return;
  refuseLocked(till, staff);
  throw new LapakError('PIN_WRONG', wrong);
}
