import { randomFillSync } from 'node:crypto';

const SALT_BYTES = 16;
/** Drawn at once: one call for each salt would cost as much as signing the record. */
const pool = Buffer.alloc(SALT_BYTES * 512);
let used = pool.length;

/** 16 random bytes that no other salt shares, as hex. */
export function makeSalt(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += SALT_BYTES;
  return pool.toString('hex', used - SALT_BYTES, used);
}
