import type { Generated } from 'kysely';
import type { Flag } from '../catalog/product-tables.ts';

/** A person; the row stays when they leave. */
export interface StaffTable {
  /** The N of the pseudonym `kasir-N`. */
  number: Generated<number>;
  /** Empty where none was given, or after it was erased. */
  name: string;
  /** A built-in role, or `role-N`. */
  role: string;
  /** Argon2id in PHC form; null before the first PIN. */
  pin: string | null;
  is_active: Flag;
  /** 1 is in no list any more. */
  is_erased: Flag;
  created_at_ms: number;
}

/** A role of the stall's own. */
export interface RoleTable {
  /** The N of `role-N`. */
  number: Generated<number>;
  name: string;
  /** JSON: names of permissions. */
  permissions: string;
  is_deleted: Flag;
}

/** Who or what was guessed wrong since it was last right. */
export interface WrongTryTable {
  /** A pseudonym, or `recovery`. */
  subject: string;
  /** In a row; the one that is being checked is counted already. */
  failures: number;
  /** How long nothing is tried, counted anew from each start of the till; 0 when that is over. */
  lock_ms: number;
  /** Whether the journal has the lock. */
  is_told: Flag;
}

/** One row: what the secrets that are not in the book are known by. */
export interface StaffSecretTable {
  only: 1;
  /** SHA-256 of the pepper of every PIN; null before the first one. */
  pepper_hash: Buffer | null;
  /** SHA-256 of the owner's recovery code; null before the first one. */
  recovery_hash: Buffer | null;
}
