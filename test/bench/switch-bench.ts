import { isPin } from '../../electron/till/staff/pin-hash.ts';
import { read } from '../../electron/till/database/write.ts';
import { readPepper } from '../../electron/till/staff/pepper.ts';
import { findPerson } from '../../electron/till/staff/staff-store.ts';
import { openStaffedTill, pins } from '../support/staffed-till.ts';
import { atMost, type Figure, quantile } from './figure.ts';

const SWITCHES = 40;
const hands = ['kasir-2', 'kasir-3'] as const;

/** One person after another at one window, by PIN, beside the bare check of their PIN. */
export async function benchSwitches(): Promise<Figure[]> {
  const stall = await openStaffedTill('always');
  try {
    const calls = await stall.page();
    const pepper = readPepper(stall.dataDir, null);
    const [bare, ours]: [number[], number[]] = [[], []];
    for (let at = 0; at < SWITCHES; at += 1) {
      const staff = hands[at % 2] ?? hands[0];
      const hashed = read(stall.till, (tx) => findPerson(tx, staff))?.pin ?? '';
      bare.push(await timed(() => isPin(pins[staff], pepper, hashed)));
      ours.push(await timed(() => calls.staff.signIn({ staff, pin: pins[staff] })));
    }
    return [
      // The try is on disk before it is checked, and the sign-in after: two commits on top.
      atMost(3, {
        name: 'another person by PIN, p50',
        ours: quantile(ours, 0.5),
        floor: quantile(bare, 0.5),
        beside: 'Argon2id alone',
        unit: 'ms',
      }),
      atMost(1, {
        name: 'another person by PIN within 500 ms, worst',
        ours: quantile(ours, 1),
        floor: 500,
        beside: 'the most',
        unit: 'ms',
      }),
    ];
  } finally {
    await stall.close();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}
