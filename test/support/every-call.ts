import { isContractProcedure } from '@orpc/contract';
import type { Access } from '../../domain/contract-base.ts';
import { contract } from '../../domain/contract.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { Calls } from './calls.ts';

export interface EveryCall {
  /** `sales.ringUp` */
  readonly path: string;
  readonly permission: Permission;
}

/** Every call of the contract, whatever comes to it. */
export const everyCall: readonly EveryCall[] = Object.entries(contract).flatMap(
  ([capability, parts]) =>
    Object.entries(parts).flatMap(([name, part]) => {
      if (!isContractProcedure(part)) return [];
      const { permission } = part['~orpc'].meta as Access; // call() gives it to each
      return [{ path: `${capability}.${name}`, permission }];
    }),
);

/** The call of this path; undefined where it is not served. */
export function callAt(
  calls: Calls,
  path: string,
): ((input: unknown) => Promise<unknown>) | undefined {
  const [capability = '', name = ''] = path.split('.');
  // As the paths come from the contract, and the inputs from the tests, no type knows them.
  const made = calls as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  return made[capability]?.[name];
}

export function isStream(answer: unknown): answer is AsyncGenerator {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}
