import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { CashCount } from '../../../domain/shifts/cash-count.ts';
import { dueRupiah } from '../../../domain/sales/register-due.ts';
import { isCalledOff } from '../../ui/called-off.ts';
import { useNotices } from '../../ui/Notice.tsx';
import sheet from '../../ui/sheet.module.css';
import { Late } from '../../ui/Late.tsx';
import { useText } from '../../ui/use-text.ts';
import { whenOpened } from '../../ui/when-opened.ts';
import { failureFrom } from '../sales/failure-from.ts';
import { LostScans } from '../sales/LostScans.tsx';
import { register, useRegister, useRegisterEffect } from '../sales/register-store.ts';
import { useSettled } from '../sales/use-settled.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { till } from '../till-client.ts';
import { Sheet } from './Sheet.tsx';
import styles from './Sheet.module.css';
import { useActId } from '../../ui/use-act-id.ts';
import { useLineShift } from './use-line-shift.ts';

const OpenShiftForm = whenOpened(
  async () => (await import('./OpenShiftForm.tsx')).OpenShiftForm,
  NotLoaded,
);

const leaveShift = { on: 'leaveShift' } as const;

/** The sheet over the cart that opens a shift, for the payment that waits for one. */
export function RegisterShiftSheet({ drawers }: Pick<Settings, 'drawers'>) {
  const say = useText();
  const isOpen = useRegister(({ over }) => over === 'shift');
  const { isSending, failure } = useRegister(({ shift }) => shift);
  const due = useRegister(dueRupiah);
  const isSettled = useSettled();
  const line = useLineShift();
  const takeTyped = useOpenShift(line?.drawer ?? 1);
  const leave = (event?: MouseEvent): void =>
    event ? register.act(leaveShift, event) : register.actBy(leaveShift, 'text');
  const title = say.text('shift.open');
  return (
    <Sheet isOpen={isOpen} title={title} isBusy={isSending} isOfRegister onClose={leave}>
      <Late>
        <OpenShiftForm
          line={line}
          isOneOfTwo={drawers === 2}
          isBusy={isSending}
          isFresh={!isSettled}
          confirm={say.text('shift.openAndPay')}
          onOpen={(float, event) => register.act({ on: 'openShift', float }, event)}
          onClose={leave}
          onTyped={takeTyped}
        >
          {failure && (
            <p className={sheet.warning} role="alert">
              {say.error(failure.code, failure.data)}
            </p>
          )}
          <LostScans />
          <p className={styles.due}>
            <span>{say.text('shift.paidNext')}</span>
            <strong>{say.money(due)}</strong>
          </p>
        </OpenShiftForm>
      </Late>
    </Sheet>
  );
}

/**
 * Opens the shift that the register asks for, and tells it what became of that. Where another
 * window opens it first, what was counted here is said to be of no use.
 * @returns takes the float that was typed; null while it is as the last close left it
 */
function useOpenShift(drawer: number): (typedRupiah: number | null) => void {
  const notices = useNotices();
  const ids = useActId();
  const typed = useRef<number | null>(null);
  const isOpening = useRef(false);
  const drop = useCallback((): void => {
    const float = typed.current;
    typed.current = null;
    if (float === null) return;
    notices.warnUntilRead((say) => say.text('shift.openedElsewhere', { float }));
  }, [notices]);
  const open = async (float: CashCount): Promise<void> => {
    isOpening.current = true;
    try {
      await till.shifts.open({ id: ids.of({ drawer, float }), drawer, float });
      ids.done();
      typed.current = null;
      register.tell({ kind: 'shift', isOpen: true });
    } catch (error) {
      const failure = isCalledOff(error) ? null : failureFrom(error);
      if (failure?.code === 'SHIFT_OPEN') drop();
      register.tell({ kind: 'shiftRefused', failure });
    } finally {
      isOpening.current = false;
    }
  };
  useRegisterEffect('openShift', ({ float }) => void open(float));
  const isOver = useRegister(({ over, shift }) => over !== 'shift' && shift.isOpen);
  useEffect(() => {
    if (isOver && !isOpening.current) drop();
  }, [isOver, drop]);
  return useCallback((typedRupiah) => {
    typed.current = typedRupiah;
  }, []);
}
