import { ORPCError } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import { lapakErrors } from '../../../domain/errors.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { CountResult, OpenShift } from '../../../domain/shifts/contract.ts';
import {
  type DifferenceReason,
  differenceReasons,
  needsNote,
} from '../../../domain/shifts/movement.ts';
import { differenceWords } from '../../../domain/shifts/report-rows.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import type { PlainTextKey } from '../../../domain/text.ts';
import { useText } from '../../ui/use-text.ts';
import { OpenOfShift } from '../payments/claims/OpenOfShift.tsx';
import { keepTicket } from '../staff/ticket.ts';
import type { SaidPerson } from '../staff/use-person-pin.ts';
import { till } from '../till-client.ts';
import { Choices } from './Choices.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { DifferenceView } from './DifferenceView.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { HeldCarts } from './HeldCarts.tsx';
import { NoteField } from './NoteField.tsx';
import { SheetColumns } from './Sheet.tsx';
import { SheetButton } from './SheetButton.tsx';
import { SheetFailure } from './SheetFailure.tsx';
import styles from './Sheet.module.css';
import { useActId } from '../../ui/use-act-id.ts';
import type { Doing } from './use-doing.ts';
import { useSmallChange } from './use-small-change.ts';

interface CloseResultProps extends Doing {
  readonly shift: OpenShift;
  readonly ends: 'close' | 'handOver';
  readonly settings: Settings;
  readonly result: CountResult;
  /** Whether the shift has ended in another window. */
  readonly isEnded: boolean;
  readonly onRecount: () => void;
  /** It is being handed over, or was not. */
  readonly onHandingOver: (isNow: boolean) => void;
  readonly onEnded: (report: ShiftReport, opened: OpenShift | null) => void;
  readonly onClose: () => void;
  readonly onRegister: () => void;
}

/** What the count comes to, and why it differs. Then the shift ends for good. */
export function CloseResult(props: CloseResultProps) {
  const { shift, ends, settings, result, isBusy, isEnded, error, fail, onClose } = props;
  const say = useText();
  const isHandOver = ends === 'handOver';
  const form = useEnding(props);
  const [isAsking, setIsAsking] = useState(false);
  const carts = cartsHeld(error);
  useSmallChange(shift.shift); // for the morning after: once the shift is closed nobody asks
  const button = useRef<HTMLButtonElement>(null);
  const facts = { shift: shift.shift, drawer: shift.drawer };
  const ready = isHandOver
    ? 'shift.handOverNow'
    : carts === null
      ? 'shift.closeNow'
      : 'shift.closeAndCarry';
  return (
    <SheetColumns
      title={say.text(isHandOver ? 'shift.handOverTitle' : 'shift.closeTitle', facts)}
      isBusy={isBusy}
      onClose={onClose}
      side={
        <>
          <div className={styles.spring} />
          {carts === null && <SheetFailure error={error} ended={isEnded ? shift.shift : null} />}
          {carts !== null && <HeldCarts carts={carts} {...props} />}
          <RecountButton isOff={isBusy || isEnded} error={error} onPress={props.onRecount} />
          <ConfirmButton
            key={carts === null ? 'close' : 'carry'} // what it does is another thing then
            ref={button}
            isFirst={result.differenceRupiah === 0 || carts !== null}
            isOff={isBusy || isEnded || form.why !== null}
            onPress={() => {
              if (isHandOver) setIsAsking(true);
              else form.close(carts === null ? 'refuse' : 'carry');
            }}
          >
            {say.text(isBusy ? 'shift.recording' : (form.why ?? ready))}
          </ConfirmButton>
        </>
      }
    >
      <DifferenceView result={result} />
      <OpenOfShift shift={shift.shift} />
      {result.differenceRupiah !== 0 && (
        <WhyOff form={form} onDone={() => button.current?.focus()} />
      )}
      <p className={styles.how}>
        {say.text(settings.drawers === 2 ? 'shift.closeHowTwo' : 'shift.closeHow')}
      </p>
      {isAsking && (
        <HandOverDialog
          shift={shift}
          pinUse={settings.pinUse}
          onSaid={form.handOver}
          onFailed={(failure) => {
            setIsAsking(false);
            fail(failure);
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </SheetColumns>
  );
}

interface RecountButtonProps {
  readonly isOff: boolean;
  readonly error: unknown;
  readonly onPress: () => void;
}

/** Back to the count. */
function RecountButton({ isOff, error, onPress }: RecountButtonProps) {
  const say = useText();
  const button = useRef<HTMLButtonElement>(null);
  const isStale = staleKey(error) !== null;
  useEffect(() => {
    if (isStale) button.current?.focus(); // nothing else leads on
  }, [isStale]);
  return (
    <SheetButton ref={button} look="other" isOff={isOff} onPress={onPress}>
      {say.text('shift.recount')}
    </SheetButton>
  );
}

interface WhyOffProps {
  readonly form: ReturnType<typeof useEnding>;
  readonly onDone: () => void;
}

/** Why a drawer that differs is accepted. */
function WhyOff({ form, onDone }: WhyOffProps) {
  const say = useText();
  const note = useRef<HTMLInputElement>(null);
  return (
    <>
      <Choices
        isFirst
        label={say.text('shift.differenceWhy')}
        options={differenceReasons.map((value) => ({ value, label: differenceWords(value, say) }))}
        chosen={form.reason}
        onChoose={form.setReason}
        onDone={() => note.current?.focus()}
      />
      <NoteField
        ref={note}
        isNeeded={form.reason !== null && needsNote(form.reason)}
        note={form.note}
        onNote={form.setNote}
        onEnter={onDone}
      />
    </>
  );
}

function useEnding({ shift, result, error, run, onEnded, onHandingOver }: CloseResultProps) {
  const [reason, setReason] = useState<DifferenceReason | null>(null);
  const [note, setNote] = useState('');
  const ids = useActId();
  const isOff = result.differenceRupiah !== 0;
  const { count } = result;
  const act = { shift: shift.shift, count, reason: isOff ? reason : null, note: isOff ? note : '' };
  return {
    reason,
    setReason,
    note,
    setNote,
    why: staleKey(error) ?? whyNot({ isOff, reason, note }),
    close: (carts: 'refuse' | 'carry'): void =>
      run(async () => {
        onEnded(await till.shifts.close({ id: ids.of({ act, carts }), ...act, carts }), null);
      }),
    handOver: async (receiver: SaidPerson): Promise<void> => {
      const id = ids.of({ act, staff: receiver.staff });
      onHandingOver(true);
      try {
        const { closed, opened, ticket } = await till.shifts.handOver({ id, ...act, receiver });
        keepTicket(ticket);
        onEnded(closed, opened);
      } finally {
        onHandingOver(false);
      }
    },
  };
}

interface Said {
  readonly isOff: boolean;
  readonly reason: DifferenceReason | null;
  readonly note: string;
}

/** What is still to be said of a difference. */
function whyNot({ isOff, reason, note }: Said): PlainTextKey | null {
  if (!isOff) return null;
  if (reason === null) return 'shift.chooseReason';
  return needsNote(reason) && note.trim() === '' ? 'shift.writeNote' : null;
}

/** A count that is none any more is to be taken again. */
function staleKey(error: unknown): PlainTextKey | null {
  const isStale =
    error instanceof ORPCError &&
    ['COUNT_STALE', 'COUNT_OTHER', 'COUNT_NEEDED', 'REASON_NEEDED'].includes(error.code);
  return isStale ? 'shift.countAgain' : null;
}

/** How many carts keep the shift from closing; null where it is something else. */
function cartsHeld(error: unknown): number | null {
  if (!(error instanceof ORPCError) || error.code !== 'CARTS_HELD') return null;
  return lapakErrors.CARTS_HELD.data.parse(error.data).carts;
}
