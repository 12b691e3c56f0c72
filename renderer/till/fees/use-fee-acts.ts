import type { FeesState } from '../../../domain/fees/till-state.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useActId } from '../../ui/use-act-id.ts';
import { useDoing } from '../shifts/use-doing.ts';
import { useLineShift } from '../shifts/use-line-shift.ts';
import { till } from '../till-client.ts';
import { unseenPlans } from './FeeAlerts.tsx';

/** What the page does with one key, without a sheet. */
export interface FeeActs {
  readonly isBusy: boolean;
  /** Moves so much out of the drawer into what is set aside. */
  putAside(amountRupiah: number): void;
  /** Says to the mall that its newest tariffs were seen. */
  seen(): void;
  /** Says to the mall that letters were opened here: that proves that they were received. */
  letterSeen(positions: readonly number[]): void;
  /** Takes back a closure that this stall stamped. @param words what it was */
  endClosure(closure: string, words: string): void;
  /** Somebody has read that something told was refused. */
  acknowledge(id: string): void;
  printStatement(): void;
}

/** Acts of the page, one at a time; each that fails says why. */
export function useFeeActs(state: FeesState | undefined): FeeActs {
  const notices = useNotices();
  const ids = useActId();
  const shift = useLineShift()?.open?.shift ?? null;
  const { isBusy, run } = useDoing(() => undefined);
  const doing = (work: () => Promise<void>): void =>
    run(async () => {
      await work().catch(notices.failed);
    });
  return {
    isBusy,
    putAside: (amountRupiah) =>
      doing(async () => {
        const order = { shift, reason: 'set-aside', amountRupiah, note: '' } as const;
        await till.shifts.move({ id: ids.of([order, state?.setAside]), ...order });
        ids.done();
        notices.done((say) => say.text('fees.putAsideDone', { amount: amountRupiah }));
      }),
    seen: () =>
      doing(async () => {
        const positions = state ? unseenPlans(state).map(({ position }) => position) : [];
        if (positions.length === 0) return;
        const message = { kind: 'seen', positions } as const;
        await till.fees.send({ id: ids.of(message), message, photo: null });
        ids.done();
        notices.done((say) => say.text('fees.planSeen'));
      }),
    letterSeen: (positions) =>
      doing(async () => {
        const message = { kind: 'seen' as const, positions: [...positions] };
        await till.fees.send({ id: ids.of(message), message, photo: null });
        ids.done();
      }),
    endClosure: (of, text) =>
      doing(async () => {
        const message = { kind: 'closure-end', of, text } as const;
        await till.fees.send({ id: ids.of(message), message, photo: null });
        ids.done();
        notices.done((say) => say.text('fees.told'));
      }),
    acknowledge: (id) =>
      doing(async () => {
        await till.fees.acknowledge({ id });
      }),
    printStatement: () =>
      doing(async () => {
        const month = state?.today.slice(0, 7) ?? '';
        await till.fees.printStatement({ from: month, to: month });
        notices.done((say) => say.text('fees.statementPrinted'));
      }),
  };
}
