import { useRef, useState } from 'react';
import type { FeesState } from '../../../domain/fees/till-state.ts';
import type { PlainTextKey } from '../../../domain/text.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useActId } from '../../ui/use-act-id.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { AmountField } from '../shifts/AmountField.tsx';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { NoteField } from '../shifts/NoteField.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { SheetFailure } from '../shifts/SheetFailure.tsx';
import { useDoing } from '../shifts/use-doing.ts';
import { useLineShift } from '../shifts/use-line-shift.ts';
import { till } from '../till-client.ts';
import styles from './Fees.module.css';

/** What an amount is typed for. */
export type AmountAct = 'put' | 'count' | 'take' | 'cash';

const words = {
  put: { title: 'fees.putAsideMore', how: 'fees.putHow' },
  count: { title: 'fees.counted', how: null },
  take: { title: 'fees.takeSaving', how: 'fees.takeHow' },
  cash: { title: 'fees.cashFromDrawer', how: 'fees.cashHow' },
} as const satisfies Record<AmountAct, { title: PlainTextKey; how: PlainTextKey | null }>;

interface AmountSheetProps {
  readonly act: AmountAct;
  readonly state: FeesState;
  /** What is to be paid by now, also while the sheet is open. */
  readonly payableRupiah: number;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** How much is put aside, was counted, is taken out, or leaves the drawer for a fee. */
export function AmountSheet(props: AmountSheetProps) {
  const { act, state, onClose } = props;
  const say = useText();
  const form = useAmount(props);
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLInputElement>(null);
  const { title, how } = words[act];
  return (
    <SheetColumns
      title={say.text(title)}
      isBusy={form.isBusy}
      onClose={onClose}
      side={
        <>
          <AmountField
            ref={amount}
            isFirst
            digits={form.digits}
            onDigits={form.setDigits}
            onEnter={() => button.current?.focus()}
          />
          <SheetFailure error={form.error} />
          <ConfirmButton ref={button} isOff={form.isBusy || form.isMissing} onPress={form.book}>
            {say.text(form.isMissing ? 'fees.amountNeeded' : title)}
          </ConfirmButton>
        </>
      }
    >
      <p>
        {how === null
          ? say.text('fees.countHow', { amount: state.setAside.balanceRupiah })
          : say.text(act === 'cash' && state.keeper === 'own' ? 'fees.cashOwnHow' : how)}
      </p>
      {act !== 'count' && (
        <NoteField
          ref={note}
          isNeeded={false}
          note={form.note}
          onNote={form.setNote}
          onEnter={() => amount.current?.focus()}
        />
      )}
      <div className={styles.spring} />
    </SheetColumns>
  );
}

function useAmount({ act, state, payableRupiah, onBusy, onDone }: AmountSheetProps) {
  const notices = useNotices();
  const ids = useActId();
  const shift = useLineShift()?.open?.shift ?? null;
  const [digits, setDigits] = useState(firstDigits(act, payableRupiah));
  const seen = useRef(payableRupiah);
  const [note, setNote] = useState(act === 'cash' ? state.remark : '');
  const { isBusy, error, run } = useDoing(onBusy);
  const amountRupiah = Number(digits);
  const isMissing = act === 'count' ? digits === '' : amountRupiah === 0;
  const book = (): void => {
    if (isMissing) return;
    if (act === 'cash' && seen.current !== payableRupiah) {
      seen.current = payableRupiah;
      setDigits(firstDigits(act, payableRupiah));
      notices.warn((say) => say.text('fees.payableChanged'));
      return;
    }
    run(async () => {
      const id = ids.of({ act, digits, note, shift });
      const told = await bookAmount({ act, id, shift, amountRupiah, note }, state.keeper);
      ids.done();
      notices.done(told);
      onDone();
    });
  };
  return { digits, setDigits, note, setNote, isBusy, error, isMissing, book };
}

function firstDigits(act: AmountAct, payableRupiah: number): string {
  return act === 'cash' && payableRupiah > 0 ? String(payableRupiah) : '';
}

interface AmountOrder {
  readonly act: AmountAct;
  readonly id: string;
  readonly shift: number | null;
  readonly amountRupiah: number;
  readonly note: string;
}

/** @returns what is said of it */
async function bookAmount(
  { act, id, shift, amountRupiah, note }: AmountOrder,
  keeper: FeesState['keeper'],
): Promise<(say: Say) => string> {
  const amount = amountRupiah;
  switch (act) {
    case 'put':
      await till.shifts.move({ id, shift, reason: 'set-aside', amountRupiah, note });
      return (say) => say.text('fees.putAsideDone', { amount });
    case 'take':
      await till.fees.takeSetAside({ id, amountRupiah, note });
      return (say) => say.text('fees.taken', { amount });
    case 'count': {
      const { differenceRupiah } = await till.fees.countSetAside({ id, countedRupiah: amount });
      return (say) => countWords(amount, differenceRupiah, say);
    }
    case 'cash':
      if (keeper === 'own') await till.fees.payFromDrawer({ id, shift, amountRupiah, note });
      else await till.shifts.move({ id, shift, reason: 'fee', amountRupiah, note });
      return (say) => say.text('fees.cashDone', { amount });
  }
}

function countWords(counted: number, difference: number, say: Say): string {
  if (difference === 0) return say.text('fees.countedSame', { amount: counted });
  const amount = Math.abs(difference);
  return say.text(difference > 0 ? 'fees.countedOver' : 'fees.countedShort', { amount });
}
