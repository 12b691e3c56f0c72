import { assert } from '../../domain/assert.ts';
import type { HubContext } from '../implementer.ts';

/** Pseudonym of who is signed in, in a call that only administrators make. */
export function who({ administrator }: Pick<HubContext, 'administrator'>): string {
  assert(administrator !== null, 'only who is signed in comes here');
  return administrator;
}
