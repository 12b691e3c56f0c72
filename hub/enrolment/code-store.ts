import type { Tx } from '../database/transact.ts';

/** A one-time code, of which only the hash is kept. */
export interface CodeRow {
  readonly stall: string;
  readonly expiresAtMs: number;
  readonly usedAtMs: number | null;
  /** The device that used it. */
  readonly device: string | null;
}

/** A new code of a stall. */
export async function insertCode(
  trx: Tx,
  hash: Buffer,
  code: Pick<CodeRow, 'stall' | 'expiresAtMs'>,
  nowMs: number,
): Promise<void> {
  await trx
    .insertInto('enrolment_code')
    .values({
      hash,
      stall: code.stall,
      created_at_ms: nowMs,
      expires_at_ms: code.expiresAtMs,
      used_at_ms: null,
      device: null,
    })
    .execute();
}

/** The code of this hash. */
export async function findCode(trx: Tx, hash: Buffer): Promise<CodeRow | undefined> {
  return trx
    .selectFrom('enrolment_code')
    .where('hash', '=', hash)
    .select(['stall', 'expires_at_ms as expiresAtMs', 'used_at_ms as usedAtMs', 'device'])
    .executeTakeFirst();
}

/** Notes which device used a code. */
export async function takeCode(
  trx: Tx,
  hash: Buffer,
  device: string,
  nowMs: number,
): Promise<void> {
  await trx
    .updateTable('enrolment_code')
    .set({ used_at_ms: nowMs, device })
    .where('hash', '=', hash)
    .where('used_at_ms', 'is', null)
    .execute();
}

/** Forgets the codes that nobody used while they were good. */
export async function deleteUnusedCodes(trx: Tx, nowMs: number): Promise<void> {
  await trx
    .deleteFrom('enrolment_code')
    .where('used_at_ms', 'is', null)
    .where('expires_at_ms', '<=', nowMs)
    .execute();
}
