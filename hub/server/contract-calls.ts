import type { AnyContractRouter } from '@orpc/contract';
import { traverseContractProcedures } from '@orpc/server';
import { assert } from '../../domain/assert.ts';
import type { HubAccess } from '../../domain/sync/hub-call.ts';

/** A call of the hub's contract as HTTP sees it. */
export interface ContractCall {
  /** `sync.head` */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the prefix: `/head`, `/receipts/{place}` */
  readonly path: string;
  readonly by: HubAccess['by'];
  /** What it does, in English. */
  readonly summary: string;
}

/** Every call of a contract, in its order. */
export function callsOf(contract: AnyContractRouter): ContractCall[] {
  const calls: ContractCall[] = [];
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: call, path }) => {
    const { route, meta } = call['~orpc'];
    const name = path.join('.');
    const { method, path: url, summary } = route;
    const { by }: Partial<HubAccess> = meta;
    assert(method !== undefined && method !== 'HEAD' && url !== undefined, `${name} has a route`);
    assert(by !== undefined && summary !== undefined, `${name} says who may call it, and why`);
    calls.push({ name, method, path: url, by, summary });
  });
  return calls;
}
