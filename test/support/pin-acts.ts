import fc from 'fast-check';
import type { Calls } from './calls.ts';
import { pins } from './staffed-till.ts';

/** Whoever has no such PIN, and one that nobody may have. */
const wrongPins = ['135790', '123456'];
const claimed = [...Object.entries(pins), ['kasir-9', '135790'] as const].flatMap(
  ([staff, pin]) => [{ staff, pin }, ...wrongPins.map((wrong) => ({ staff, pin: wrong }))],
);

/** Somebody with a PIN: theirs, or not. */
export const claims = fc.constantFrom(...claimed);

/** One call on PINs and the recovery code, with any input that the contract lets in. */
export const pinActs = fc.oneof(
  fc.record({ kind: fc.constant('sign-in' as const), claim: claims }),
  fc.record({ kind: fc.constant('set' as const), claim: claims }),
  fc.record({ kind: fc.constant('change' as const), claim: claims, to: claims }),
  fc.record({ kind: fc.constant('recover' as const), isRight: fc.boolean(), to: claims }),
  fc.record({ kind: fc.constant('renew' as const) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 20) }),
);
export type PinAct = typeof pinActs extends fc.Arbitrary<infer A> ? A : never;

/** A stall with PINs: what a person has on paper, and a clock that nobody sets. */
export interface PinStall {
  recoveryCode: string;
  readonly uptime: { now: number };
}

/** Does it; the stall keeps the code that it comes to. */
export async function performPin(
  { staff: calls }: Calls,
  stall: PinStall,
  act: PinAct,
): Promise<void> {
  switch (act.kind) {
    case 'sign-in':
      await calls.signIn(act.claim);
      return;
    case 'set':
      await calls.setPin(act.claim);
      return;
    case 'change':
      await calls.changePin({ ...act.claim, newPin: act.to.pin });
      return;
    case 'recover': {
      const code = act.isRight ? stall.recoveryCode : 'no such code';
      stall.recoveryCode = (await calls.recover({ code, pin: act.to.pin })).recoveryCode;
      return;
    }
    case 'renew':
      stall.recoveryCode = (await calls.renewRecoveryCode()).recoveryCode;
      await calls.printRecoveryCode({ recoveryCode: stall.recoveryCode });
      return;
    case 'wait':
      stall.uptime.now += act.minutes * 60_000;
  }
}
