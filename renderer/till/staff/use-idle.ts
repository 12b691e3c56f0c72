import { useEffect } from 'react';
import type { SignedIn } from '../../../domain/staff/contract.ts';
import { quietTill } from '../till-client.ts';
import { signOut } from './line.ts';

/** So often at most the till is told that the person is still there. ms */
const STAY_MS = 30_000;
const LOOK_MS = 1_000;
const signs = ['pointerdown', 'keyup', 'wheel'] as const;

/** Signs the person out when they have given no sign of life for as long as the stall has said. */
export function useIdle(line: SignedIn | undefined): void {
  const lockAfterMs = line?.state === 'in' ? line.lockAfterMs : 0;
  const cashier = line?.cashier;
  useEffect(() => {
    if (lockAfterMs === 0) return undefined;
    return watchForIdleness(lockAfterMs);
  }, [lockAfterMs, cashier]);
}

function watchForIdleness(lockAfterMs: number): () => void {
  let seen = now();
  let told = seen;
  const isIdle = (): boolean => since(seen) >= lockAfterMs;
  const look = (): void => {
    if (isIdle()) {
      stop();
      void signOut();
    } else if (since(told) >= STAY_MS && since(seen) < since(told)) {
      told = now();
      quietTill.staff.stay().catch(() => undefined); // over a new line the ticket says it
    }
  };
  const onSign = (): void => {
    // A computer that has slept wakes with a key: whose it is, nobody knows.
    if (!isIdle()) seen = now();
    look();
  };
  const timer = setInterval(look, LOOK_MS);
  for (const sign of signs) window.addEventListener(sign, onSign, true);
  const stop = (): void => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, onSign, true);
  };
  return stop;
}

interface Moment {
  readonly wallMs: number;
  readonly steadyMs: number;
}

function now(): Moment {
  return { wallMs: Date.now(), steadyMs: performance.now() };
}

/** By the clock that has gone on further: one stands still while the computer sleeps. ms */
function since({ wallMs, steadyMs }: Moment): number {
  return Math.max(Date.now() - wallMs, performance.now() - steadyMs);
}
