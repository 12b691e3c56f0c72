import { implement } from '@orpc/server';
import { assert } from '../domain/assert.ts';
import { hubContract } from '../domain/hub-contract.ts';
import type { EnrolledDevice } from './enrolment/device-store.ts';
import type { Hub } from './hub.ts';
import type { CallingBrowser } from './server/browser-session.ts';
import { answerTo } from './server/failures.ts';
import type { CheckedSums } from './signatures/checked-sums.ts';

/** What the server knows of a request. */
export interface HubContext {
  readonly hub: Hub;
  /** How far the records of all tills are checked. */
  readonly checked: CheckedSums;
  /** `https://hub.example`: where the till found this hub. */
  readonly origin: string;
  /** Who signed the request; null where the call is not one of devices. */
  readonly device: EnrolledDevice | null;
  /** Who is signed in; null where the call is not one of administrators. */
  readonly administrator: string | null;
  /** Who makes the call, where that is no till. */
  readonly browser: CallingBrowser;
}

/**
 * Where each capability's router begins: who may call is held here, once, and failures become
 * answers. `signer()` of the context is the device that signed, in a call that only devices make.
 */
export const implementer = implement(hubContract)
  .$context<HubContext>()
  .use(async ({ context, next, procedure }) => {
    const { hub, device, administrator } = context;
    const { by } = procedure['~orpc'].meta;
    const caller = { device, administrator, anybody: by }[by];
    try {
      // The server has refused a request that no device signed, and one without a session.
      assert(caller !== null, 'a call of devices or administrators is by one');
      return await next({ context: { signer: () => signerOf(device) } });
    } catch (error) {
      throw answerTo(error, hub.log);
    }
  });

function signerOf(device: EnrolledDevice | null): EnrolledDevice {
  assert(device !== null, 'this call is not only for devices');
  return device;
}
