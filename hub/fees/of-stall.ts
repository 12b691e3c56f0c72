import { assert } from '../../domain/assert.ts';
import type { FeeBody } from '../../domain/fees/body.ts';

/** The columns of a row that an act of one stall leaves. @throws InvariantError of a mall's act */
export function ofStall({ id, act: what, mall, stall }: FeeBody) {
  assert(stall !== undefined, `a ${what} is of a stall`);
  return { act: id, mall, stall };
}
