import { useRef, useState } from 'react';
import { rupiah } from '../../../domain/money.ts';
import { doubtMove } from '../../../domain/shifts/doubt.ts';
import { inReasons, needsNote, openReasons, outReasons } from '../../../domain/shifts/movement.ts';
import { moveWords } from '../../../domain/shifts/report-rows.ts';
import type { PlainTextKey } from '../../../domain/text.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { useNameOf } from '../staff/use-people.ts';
import { till } from '../till-client.ts';
import { AmountField } from './AmountField.tsx';
import { Choices } from './Choices.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { NoteField } from './NoteField.tsx';
import { SheetColumns } from './Sheet.tsx';
import { SheetFailure } from './SheetFailure.tsx';
import styles from './Sheet.module.css';
import { useActId } from '../../ui/use-act-id.ts';
import { useDoing } from './use-doing.ts';
import { useExpected } from './use-expected.ts';
import { useOtherPerson } from './use-other-person.ts';

const lookReasons = openReasons.filter((reason) => reason !== 'count');
type Reason = (typeof inReasons)[number] | (typeof outReasons)[number] | LookReason;
type LookReason = (typeof lookReasons)[number];

/** What is done to a drawer beside sales: cash in, cash out, or a look into it. */
export type DrawerAct = 'in' | 'out' | 'noSale';

const words = {
  in: { title: 'shift.in', confirm: 'shift.recordIn', reasons: inReasons },
  out: { title: 'shift.out', confirm: 'shift.recordOut', reasons: outReasons },
  noSale: { title: 'shift.noSale', confirm: 'shift.openDrawer', reasons: lookReasons },
} as const satisfies Record<
  DrawerAct,
  { title: PlainTextKey; confirm: PlainTextKey; reasons: readonly Reason[] }
>;

interface DrawerSheetProps {
  readonly act: DrawerAct;
  /** Of whose drawer. */
  readonly shift: number;
  /** Whether it has ended in another window. */
  readonly isEnded: boolean;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Why, and how much: then the drawer opens, and it is written down. */
export function DrawerSheet(props: DrawerSheetProps) {
  const { act, shift, isEnded, onClose } = props;
  const say = useText();
  const { title, confirm, reasons } = words[act];
  const form = useDrawerAct(props);
  const button = useRef<HTMLButtonElement>(null);
  const amount = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLInputElement>(null);
  const toNote = (): void => {
    if (form.isNoteMissing) note.current?.focus();
    else form.record();
  };
  return (
    <SheetColumns
      title={say.text(title)}
      isBusy={form.isBusy}
      onClose={onClose}
      side={
        <>
          {act === 'noSale' ? (
            <div className={styles.spring} />
          ) : (
            <AmountField
              ref={amount}
              digits={form.digits}
              onDigits={form.setDigits}
              onEnter={toNote}
            />
          )}
          <SheetFailure error={form.error} ended={isEnded && !form.isBusy ? shift : null} />
          <ConfirmButton
            ref={button}
            isOff={form.isBusy || isEnded || form.why !== null}
            onPress={form.record}
          >
            {say.text(form.isBusy ? 'shift.recording' : (form.why ?? confirm))}
          </ConfirmButton>
        </>
      }
    >
      <Choices
        isFirst
        label={say.text('shift.reason')}
        options={reasons.map((value) => ({ value, label: moveWords({ reason: value }, say) }))}
        chosen={form.reason}
        onChoose={form.setReason}
        onDone={() => (act === 'noSale' ? note : amount).current?.focus()}
      />
      <NoteField
        ref={note}
        isNeeded={form.reason !== null && needsNote(form.reason)}
        note={form.note}
        onNote={form.setNote}
        onEnter={() => button.current?.focus()} // a scanner's Enter must not record
      />
      <p className={styles.how}>{say.text('shift.drawerOpens')}</p>
      <DoubtedMove form={form} />
    </SheetColumns>
  );
}

/** Asks once about an amount that is more likely a mistake. */
function DoubtedMove({ form }: { readonly form: ReturnType<typeof useDrawerAct> }) {
  const say = useText();
  const { doubt, amountRupiah, expectedRupiah } = form;
  if (doubt === null) return null;
  return (
    <Ask
      isOpen={form.isAsking}
      title={say.text('shift.doubtTitle')}
      keep={say.text('shift.doubtKeep')}
      onKeep={form.keep}
      act={say.text('shift.doubtMoveAct', { amount: amountRupiah })}
      onAct={form.book}
    >
      {say.text(`shift.doubtMove.${doubt}`, {
        amount: amountRupiah,
        expected: expectedRupiah ?? 0,
      })}
    </Ask>
  );
}

function useDrawerAct({ act, shift, isEnded, onBusy, onDone, onClose }: DrawerSheetProps) {
  const notices = useNotices();
  const [reason, setReason] = useState<Reason | null>(null);
  const [digits, setDigits] = useState('');
  const [note, setNote] = useState('');
  const ids = useActId();
  const { isBusy, error, run } = useDoing(onBusy);
  const nameOf = useNameOf();
  useOtherPerson((left) => {
    if (isBusy) return; // it is told when it is done, or why not
    const isDropped = reason !== null || digits !== '' || note !== '';
    if (isDropped)
      notices.warnUntilRead((say) => say.text('shift.sheetDropped', { name: nameOf(left) }));
    onClose();
  });
  const isNoteMissing = reason !== null && needsNote(reason) && note.trim() === '';
  const why = whyNot({ reason, isNoteMissing, isShort: act !== 'noSale' && Number(digits) === 0 });
  const amountRupiah = rupiah(Number(digits));
  const expectedRupiah = useExpected(shift, act === 'out');
  const doubt = doubtMove({ amountRupiah, isOut: act === 'out', expectedRupiah });
  const [isAsking, setIsAsking] = useState(false);
  const book = (): void => {
    setIsAsking(false);
    if (why !== null || reason === null || isEnded) return;
    run(async () => {
      const id = ids.of({ shift, reason, digits, note });
      const { isOpened } = isLook(reason)
        ? await till.shifts.noSale({ id, shift, reason, note })
        : await till.shifts.move({ id, shift, reason, amountRupiah, note });
      ids.done();
      if (!isOpened) notices.warn((say) => say.text('shift.drawerByKey'));
      else
        notices.done((say) =>
          act === 'noSale'
            ? say.text('shift.drawerOpened')
            : say.text(act === 'in' ? 'shift.recordedIn' : 'shift.recordedOut', {
                amount: amountRupiah,
              }),
        );
      onDone();
    });
  };
  return {
    reason,
    setReason,
    digits,
    setDigits,
    note,
    setNote,
    isNoteMissing,
    why,
    isBusy,
    error,
    amountRupiah,
    expectedRupiah,
    doubt,
    isAsking,
    keep: () => setIsAsking(false),
    book,
    record: () => {
      if (why === null && doubt !== null && !isEnded) setIsAsking(true);
      else book();
    },
  };
}

interface Missing {
  readonly reason: Reason | null;
  readonly isNoteMissing: boolean;
  readonly isShort: boolean;
}

/** What is still to be said; null when nothing is. */
function whyNot({ reason, isNoteMissing, isShort }: Missing): PlainTextKey | null {
  if (reason === null) return 'shift.chooseReason';
  if (isShort) return 'shift.typeAmount';
  return isNoteMissing ? 'shift.writeNote' : null;
}

function isLook(reason: Reason): reason is LookReason {
  const looks: readonly string[] = lookReasons;
  return looks.includes(reason);
}
