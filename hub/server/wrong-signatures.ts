import { LapakError } from '../../domain/errors.ts';
import type { HubLimits } from './limits.ts';
import { subscriberOf } from './addresses.ts';

const MINUTE_MS = 60_000;

/** Whoever says to be a device, from an address. */
export interface Claimant {
  readonly ip: string;
  readonly device: string;
}

/** Counts requests with a nonce of this hub and a signature that is wrong. */
export interface WrongSignatures {
  /** @throws LapakError TOO_MANY_REQUESTS where too many came in this minute */
  assertFew(claimant: Claimant): void;
  count(claimant: Claimant): void;
  /** Its signature was right: from there, what others sign wrong is not held against it. */
  pass(claimant: Claimant): void;
}

/**
 * Each costs a look into the database: whoever sends many is not looked at for a while. They are
 * counted by address, and those of a device that has signed well from there by itself: behind one
 * address stand all tills of a mall.
 */
export function countWrongSignatures(
  limits: Pick<HubLimits, 'wrongSignaturesPerMinute' | 'addressesMax'>,
  monotonic: () => number = () => performance.now(),
): WrongSignatures {
  const counts = new Map<string, number>();
  const passed = new Set<string>();
  let sinceMs = monotonic();
  const nameOf = ({ ip, device }: Claimant) => {
    const subscriber = subscriberOf(ip);
    const own = `${subscriber} ${device}`;
    return { own, counted: passed.has(own) ? own : subscriber };
  };
  return {
    assertFew: (claimant) => {
      const nowMs = monotonic();
      if (nowMs - sinceMs >= MINUTE_MS) {
        sinceMs = nowMs;
        counts.clear();
      }
      const { counted } = nameOf(claimant);
      const isMany = (counts.get(counted) ?? 0) >= limits.wrongSignaturesPerMinute;
      if (isMany) throw new LapakError('TOO_MANY_REQUESTS', {});
    },
    count: (claimant) => {
      const { counted } = nameOf(claimant);
      if (counts.size >= limits.addressesMax && !counts.has(counted)) return;
      counts.set(counted, (counts.get(counted) ?? 0) + 1);
    },
    pass: (claimant) => {
      const { own } = nameOf(claimant);
      if (passed.has(own)) return;
      const [oldest] = passed;
      if (passed.size >= limits.addressesMax && oldest !== undefined) passed.delete(oldest);
      passed.add(own);
    },
  };
}
