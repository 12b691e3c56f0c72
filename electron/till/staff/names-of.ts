import { nameOf } from '../../../domain/staff/staff.ts';
import type { Tx } from '../database/run.ts';
import { findPerson } from './staff-store.ts';

/**
 * What people are called, from the till's own list: names are in no record. The pseudonym of who
 * has no name, or whose name was erased.
 */
export function namesOf(tx: Tx): (cashier: string) => string {
  return (cashier) => nameOf(findPerson(tx, cashier) ?? { id: cashier, name: '' });
}
