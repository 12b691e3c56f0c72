import { z } from 'zod';

/** Six digits. */
export const Pin = z.string().regex(/^\d{6}$/);

/**
 * Whether a PIN is among the first that anybody tries: one digit six times, a run up or down, a
 * pair or triple repeated.
 */
export function isEasyPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  const isRun = steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0] ?? 0);
  return isRun || /^(\d\d)\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin);
}
