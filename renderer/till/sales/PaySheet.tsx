import { Drawer } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { formatWhole, type Rupiah } from '../../../domain/money.ts';
import { type CashPreview, previewCash, typedRupiah } from '../../../domain/payments/cash.ts';
import { quickCash } from '../../../domain/payments/quick-cash.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './PaySheet.module.css';
import { TenderPad } from './TenderPad.tsx';

interface PaySheetProps {
  readonly isOpen: boolean;
  readonly dueRupiah: Rupiah;
  /** Whether the sale is on its way to the till. */
  readonly isSending: boolean;
  /** Whether it waits for a lost connection. */
  readonly isWaiting: boolean;
  /** A sentence, or empty. */
  readonly failure: string;
  readonly onPay: (receivedRupiah: Rupiah) => void;
  readonly onClose: () => void;
}

/** The sheet over the cart that takes the money. */
export function PaySheet(props: PaySheetProps) {
  const say = useText();
  return (
    <Drawer.Root
      opened={props.isOpen}
      onClose={props.onClose}
      position="right"
      size="min(720px, 100vw)"
      transitionProps={{ duration: 120, exitDuration: 0 }}
      returnFocus={false}
      classNames={{ content: styles.content ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.45} />
      <Drawer.Content aria-label={say.text('payments.title')}>
        <Payment key={props.dueRupiah} {...props} />
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** The payment itself; it begins anew each time the sheet opens or the sum changes. */
function Payment(props: PaySheetProps) {
  const { dueRupiah, isSending, onPay, onClose } = props;
  const say = useText();
  const cash = useTypedCash(dueRupiah);
  return (
    <form
      className={styles.sheet}
      onSubmit={(event) => {
        event.preventDefault();
        if (cash.preview.kind === 'enough' && !isSending) onPay(cash.receivedRupiah);
      }}
      onKeyDown={ignoreHeldEnter}
    >
      <section className={styles.sums}>
        <header className={styles.head}>
          <h2>{say.text('payments.title')}</h2>
        </header>
        <Sums dueRupiah={dueRupiah} isSending={isSending} cash={cash} />
        <PaymentNotice {...props} />
        <Confirm isSending={isSending} isShort={cash.preview.kind === 'short'} />
      </section>
      <section className={styles.amounts}>
        <button
          type="button"
          className={styles.close}
          disabled={isSending}
          aria-keyshortcuts="Escape"
          onClick={onClose}
        >
          <IconX aria-hidden size={20} />
          {say.text('screen.close')}
          <KeyHint>Esc</KeyHint>
        </button>
        <TenderPad
          quickRupiah={cash.quick}
          dueRupiah={dueRupiah}
          quickKeys={quickKeys}
          onQuick={(amount) => cash.change(String(amount))}
          onType={(digits) => cash.change(cash.typed + digits)}
          onBackspace={() => cash.change(cash.typed.slice(0, -1))}
        />
      </section>
    </form>
  );
}

interface TypedCash {
  readonly field: RefObject<HTMLInputElement | null>;
  /** As it stands in the field: `50.000`, or empty for the exact sum. */
  readonly typed: string;
  readonly receivedRupiah: Rupiah;
  readonly preview: CashPreview;
  readonly quick: readonly Rupiah[];
  change(text: string): void;
}

/** The cash typed or touched, and what it comes to. Keys reach it wherever the focus is. */
function useTypedCash(dueRupiah: Rupiah): TypedCash {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const receivedRupiah = typed === '' ? dueRupiah : typedRupiah(typed);
  const quick = quickCash(dueRupiah);
  const change = (text: string): void => {
    const amount = typedRupiah(text);
    setTyped(amount === 0 ? '' : formatWhole(amount));
  };
  useWindowEvent('keydown', (event) => {
    const amount = quick[quickKeys.indexOf(event.key)];
    if (amount !== undefined) {
      event.preventDefault();
      change(String(amount));
      field.current?.focus();
    } else if (/^\d$/.test(event.key) && document.activeElement !== field.current) {
      field.current?.focus(); // the digit then lands in it
    }
  });
  const preview = previewCash(dueRupiah, receivedRupiah);
  return { field, typed, receivedRupiah, preview, quick, change };
}

interface SumsProps {
  readonly dueRupiah: Rupiah;
  readonly isSending: boolean;
  readonly cash: TypedCash;
}

/** Due, received, and what goes back or is still missing. */
function Sums({ dueRupiah, isSending, cash }: SumsProps) {
  const say = useText();
  const { preview, field, typed, change } = cash;
  const isShort = preview.kind === 'short';
  return (
    <>
      <div className={styles.due}>
        <span>{say.text('payments.due')}</span>
        <strong>{say.money(dueRupiah)}</strong>
      </div>
      <label className={styles.received}>
        <span>
          {say.text('payments.received')}
          <small aria-hidden>{say.text('payments.receivedHint')}</small>
        </span>
        <input
          ref={field}
          data-autofocus
          // Also when the sum has changed under an open sheet.
          autoFocus
          data-scan-through="amount"
          inputMode="none"
          autoComplete="off"
          aria-describedby="pay-preview"
          placeholder={formatWhole(dueRupiah)}
          readOnly={isSending}
          value={typed}
          onChange={(event) => change(event.currentTarget.value)}
        />
      </label>
      <div id="pay-preview" className={styles.preview} data-kind={preview.kind} role="status">
        <span>{say.text(isShort ? 'payments.short' : 'payments.change')}</span>
        <strong>{say.money(isShort ? preview.missingRupiah : preview.changeRupiah)}</strong>
      </div>
    </>
  );
}

interface ConfirmProps {
  readonly isSending: boolean;
  readonly isShort: boolean;
}

function Confirm({ isSending, isShort }: ConfirmProps) {
  const say = useText();
  return (
    <button
      type="submit"
      className={styles.confirm}
      disabled={isSending || isShort}
      title={isShort ? say.text('payments.shortWhy') : undefined}
      aria-keyshortcuts="Enter"
    >
      {say.text(isSending ? 'payments.sending' : 'payments.confirm')}
      {!isSending && <KeyHint>Enter</KeyHint>}
    </button>
  );
}

/** What went wrong, or why it takes long; the room for it is always there. */
function PaymentNotice({ failure, isWaiting }: PaySheetProps) {
  const say = useText();
  const text = isWaiting ? say.text('payments.waiting') : failure;
  return (
    <div className={styles.saying}>
      {text !== '' && (
        <p role="alert">
          <IconAlertTriangle aria-hidden />
          {text}
        </p>
      )}
    </div>
  );
}

/** One key for each quick amount, in their order. */
const quickKeys: readonly string[] = ['F1', 'F2', 'F3', 'F4', 'F5'];

/** A key held down must not pay by itself. */
function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
}
