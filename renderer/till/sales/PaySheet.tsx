import { Drawer } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type CSSProperties, useEffect, useRef } from 'react';
import { formatWhole } from '../../../domain/money.ts';
import { previewCash, receivedCash } from '../../../domain/payments/cash.ts';
import { dueRupiah } from '../../../domain/sales/register-due.ts';
import { awaitsScans, lastAdded, type Paying } from '../../../domain/sales/register-state.ts';
import { Late } from '../../ui/Late.tsx';
import { whenOpened } from '../../ui/when-opened.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { TakenTenders } from './TakenTenders.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { isPasted } from '../../ui/is-pasted.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import sheet from '../../ui/sheet.module.css';
import { useText } from '../../ui/use-text.ts';
import { PayNotices } from './PayNotices.tsx';
import styles from './PaySheet.module.css';
import { register, useRegister } from './register-store.ts';
import { TenderPad } from './TenderPad.tsx';
import { TrainingMark } from './TrainingMark.tsx';
import { useSettled } from './use-settled.ts';

/** Letters of an amount in the field that never make it smaller: `1.000.000`. */
const LETTERS_USUAL = 9;

/** The sheet over the cart that takes the money. */
export function PaySheet({ qris }: { readonly qris: string }) {
  const say = useText();
  const phase = useRegister((state) => state.phase);
  const isOpen = phase.kind === 'paying';
  return (
    <Drawer.Root
      opened={isOpen}
      onClose={() => register.actBy({ on: 'closePayment' }, 'text')}
      closeOnEscape={false}
      closeOnClickOutside={false}
      position="right"
      size="min(26rem + var(--cart-width), 100vw)"
      returnFocus={false}
      classNames={{ content: sheet.content ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.45} />
      <Drawer.Content aria-label={say.text('payments.title')} data-of-register>
        {isOpen && phase.tendering && (
          <Late>
            <TenderSheet tendering={phase.tendering} qris={qris} />
          </Late>
        )}
        {isOpen && !phase.tendering && <Payment phase={phase} />}
      </Drawer.Content>
    </Drawer.Root>
  );
}

const TenderSheet = whenOpened(
  async () => (await import('../payments/TenderSheet.tsx')).TenderSheet,
  NotLoaded,
);

function Payment({ phase }: { readonly phase: Paying }) {
  const say = useText();
  const isSettled = useSettled();
  const due = useRegister(dueRupiah);
  return (
    <div className={`${sheet.sheet} ${styles.sheet}`} data-fresh={!isSettled || undefined}>
      <section className={`${sheet.column} ${styles.sums}`}>
        <header className={`${sheet.head} ${styles.head}`}>
          <h2>{say.text('payments.title')}</h2>
          <TrainingMark />
        </header>
        <LastAdded />
        <TakenTenders />
        <Sums phase={phase} />
        <PayNotices phase={phase} />
        <Confirm phase={phase} />
      </section>
      <section className={`${sheet.column} ${sheet.aside} ${styles.amounts}`}>
        <div className={styles.top}>
          <TrainingMark />
          <button
            type="button"
            className={sheet.close}
            disabled={!isSettled || phase.order !== null}
            aria-keyshortcuts="Escape"
            onClick={(event) => register.act({ on: 'closePayment' }, event)}
          >
            <IconX aria-hidden size={20} />
            {say.text('screen.close')}
            <KeyHint>Esc</KeyHint>
          </button>
        </div>
        <TenderPad dueRupiah={due} />
      </section>
    </div>
  );
}

/** What came into the cart last: whoever pays sees that it did. */
function LastAdded() {
  const say = useText();
  const line = useRegister(lastAdded);
  if (!line) return null;
  return (
    <p className={styles.last}>
      <span>{say.text('payments.lastAdded')}</span>
      <strong>
        {say.quantity(line.quantityMilli)} × {line.name}
      </strong>
    </p>
  );
}

/** Due, received, and what goes back or is still missing. */
function Sums({ phase }: { readonly phase: Paying }) {
  const say = useText();
  const due = useRegister(dueRupiah);
  const hasTaken = useRegister((state) => state.cart.tenders !== undefined);
  const { digits } = phase.cash;
  const field = useRef<HTMLInputElement>(null);
  // Answered, a question leaves the focus to the field.
  useEffect(() => {
    if (!phase.doubt) field.current?.focus();
  }, [phase.doubt]);
  const preview = previewCash(due, receivedCash(due, digits));
  const isShort = preview.kind === 'short';
  const typed = digits === '' ? '' : formatWhole(Number(digits));
  const exact = formatWhole(Math.max(0, due));
  const shown = typed || exact;
  // One custom property: how many letters share the width of the field.
  const letters = { '--letters': Math.max(LETTERS_USUAL, shown.length) } as CSSProperties;
  return (
    <>
      <div className={styles.due}>
        <span>{say.text(hasTaken ? 'payments.left' : 'payments.due')}</span>
        <strong>
          <Figure text={say.money(Math.max(0, due))} />
        </strong>
      </div>
      <label className={styles.received}>
        <span className={styles.label}>
          {say.text('payments.received')}
          <small aria-hidden>{say.text('payments.receivedHint')}</small>
        </span>
        <span className={styles.field}>
          <input
            ref={field}
            data-autofocus
            data-key-place="amount"
            inputMode="none"
            autoComplete="off"
            aria-describedby="pay-preview"
            placeholder={exact}
            readOnly={phase.order !== null}
            value={typed}
            style={letters}
            onSelect={(event) => selectWhole(event.currentTarget)}
            onChange={({ currentTarget, nativeEvent }) => {
              const text = currentTarget.value;
              register.actBy({ on: 'cashText', text, isPasted: isPasted(nativeEvent) }, 'text');
            }}
          />
        </span>
      </label>
      <div id="pay-preview" className={styles.preview} data-kind={preview.kind} role="status">
        <span>{say.text(isShort ? 'payments.short' : 'payments.change')}</span>
        <strong>
          <Figure text={say.money(isShort ? preview.missingRupiah : preview.changeRupiah)} />
        </strong>
      </div>
    </>
  );
}

/** An amount has no caret in its middle, and is selected whole. */
function selectWhole(field: HTMLInputElement): void {
  const { selectionStart, selectionEnd, value } = field;
  const end = value.length;
  if (selectionStart !== selectionEnd) {
    if (selectionStart !== 0 || selectionEnd !== end) field.select();
  } else if (selectionEnd !== end) field.setSelectionRange(end, end);
}

/** The one wide button that takes the money, or says why it does not. */
function Confirm({ phase }: { readonly phase: Paying }) {
  const say = useText();
  const due = useRegister(dueRupiah);
  const isWaiting = useRegister(awaitsScans);
  const isUnseen = useRegister((state) => state.lost.length > 0);
  const isSettled = useSettled();
  const isSending = phase.order !== null;
  const received = receivedCash(due, phase.cash.digits);
  const isPart = received < due;
  const isNothing = isPart && received === 0;
  const why = isUnseen ? 'payments.seeFirst' : isNothing ? 'payments.shortWhy' : undefined;
  if (phase.doubt) return null;
  return (
    <button
      type="button"
      className={`${sheet.confirm} ${styles.confirm}`}
      data-settling={(!isSettled && !why) || undefined}
      disabled={!isSettled || isSending || isWaiting || why !== undefined}
      title={why && say.text(why)}
      aria-keyshortcuts="Enter"
      onClick={(event) => register.act({ on: 'take' }, event)}
    >
      {say.text(
        isSending
          ? 'payments.sending'
          : isWaiting
            ? 'payments.awaitsScans'
            : (why ?? (isPart ? 'payments.confirmPart' : 'payments.confirm')),
      )}
      {!isSending && !isWaiting && !why && <KeyHint>Enter</KeyHint>}
    </button>
  );
}
