import { randomInt } from 'node:crypto';
import type { Actor } from '../../../domain/actor.ts';
import {
  formatRecoveryCode,
  RECOVERY_ALPHABET,
  RECOVERY_LENGTH,
} from '../../../domain/staff/recovery-code.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { type Append, actDraft } from '../journal/write-journal.ts';
import { hashOfSecret } from './pepper.ts';
import { keepSecretHashes } from './secret-store.ts';

/** A new recovery code: 24 characters that nobody can guess. */
export function makeRecoveryCode(): string {
  const letters = Array.from(
    { length: RECOVERY_LENGTH },
    () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)],
  );
  return letters.join('');
}

/** The act that a code belongs to. */
export interface CodeAct {
  readonly tx: Tx;
  readonly append: Append;
  readonly actor: Actor;
}

/**
 * Keeps the hash of a code in place of the one before, and the act.
 * @returns the code as it is printed and shown
 */
export function keepRecoveryCode(
  { clock }: { readonly clock: () => UtcMs },
  { tx, append, actor }: CodeAct,
  code: string,
): string {
  keepSecretHashes(tx, { recovery: hashOfSecret(code) });
  append(actDraft(tx, actor, clock(), { act: 'recovery-code' }));
  return formatRecoveryCode(code);
}
