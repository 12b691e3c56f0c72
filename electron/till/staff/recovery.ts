import { timingSafeEqual } from 'node:crypto';
import { LapakError } from '../../../domain/errors.ts';
import { normalizeRecoveryCode } from '../../../domain/staff/recovery-code.ts';
import { assert } from '../../../domain/assert.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { actDraft, writeJournal } from '../journal/write-journal.ts';
import { actorFor } from './acting.ts';
import { assertOwner } from './bounds.ts';
import { guess, refuseLocked } from './guess.ts';
import { hashOfSecret, isPepperThere, makePepper, readPepper } from './pepper.ts';
import { refuseEasy, writePin } from './pins.ts';
import { keepRecoveryCode, makeRecoveryCode } from './recovery-code.ts';
import { readSecretHashes } from './secret-store.ts';
import type { StaffTill } from './staff-till.ts';
import { clearPins, findFirstOwner } from './staff-store.ts';
import { RECOVERY } from './try-store.ts';

/**
 * Gives the first owner a new PIN by the recovery code, and the stall a new code. Where the pepper
 * is gone a new one is made, and nobody else has a PIN any more.
 * @throws LapakError PIN_EASY, RECOVERY_WRONG, PIN_LOCKED, and as writeJournal()
 */
export function recover(
  till: StaffTill,
  { code, pin }: { readonly code: string; readonly pin: string },
): Promise<{ recoveryCode: string }> {
  refuseEasy(pin);
  return till.tryLocks.inTurn(RECOVERY, async () => {
    const wrong = await guess(till, RECOVERY, async () =>
      read(till, (tx) => isRecoveryCode(tx, code)),
    );
    if (wrong) {
      refuseLocked(till, RECOVERY);
      throw new LapakError('RECOVERY_WRONG', {});
    }
    return { recoveryCode: await giveOwnerPin(till, pin) };
  });
}

/** The lock of the recovery code is the turn in which this is called. */
async function giveOwnerPin(till: StaffTill, pin: string): Promise<string> {
  const { staff, known } = read(till, (tx) => {
    const owner = findFirstOwner(tx);
    assert(owner !== undefined, 'a stall always has an owner');
    return { staff: owner.id, known: readSecretHashes(tx).pepper };
  });
  const isLost = !isPepperThere(till.dataDir, known);
  const pepper = isLost ? makePepper(till.dataDir) : readPepper(till.dataDir, known);
  const code = await till.tryLocks.inTurn(staff, () =>
    writePin(till, { staff, pin, pepper }, (tx, append) => {
      if (isLost) clearPins(tx);
      const actor = actorFor(staff);
      append(actDraft(tx, actor, till.clock(), { act: 'recover', subject: staff }));
      return keepRecoveryCode(till, { tx, append, actor }, makeRecoveryCode());
    }),
  );
  till.lines.signOutElsewhere(staff, null);
  till.news.staff.publish(true);
  return code;
}

/** A new recovery code in place of the one before. @throws LapakError BEYOND_OWN */
export function renewRecoveryCode(till: StaffTill, actor: Actor): { recoveryCode: string } {
  const recoveryCode = writeJournal(till, (tx, append) => {
    assertOwner(tx, actor);
    return keepRecoveryCode(till, { tx, append, actor }, makeRecoveryCode());
  });
  return { recoveryCode };
}

/** Whether a code, as a person typed it, is the one of the stall; false before the first one. */
export function isRecoveryCode(tx: Tx, typed: string): boolean {
  const known = readSecretHashes(tx).recovery;
  return known !== null && timingSafeEqual(hashOfSecret(normalizeRecoveryCode(typed)), known);
}
