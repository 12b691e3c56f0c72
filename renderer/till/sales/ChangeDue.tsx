import { IconCircleCheckFilled, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState, type CSSProperties } from 'react';
import { sumRupiah } from '../../../domain/money.ts';
import type { PrinterStatus } from '../../../domain/printing/printer.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './ChangeDue.module.css';
import { isElsewhere } from './use-register-keys.ts';

/** The second half of a double Enter or double click must not take the change off the screen. */
const DOUBLE_ACT_MS = 600;

interface ChangeDueProps {
  readonly receipt: Receipt;
  readonly printer: PrinterStatus | undefined;
  readonly onReprint: () => void;
  readonly onNext: () => void;
}

/** What goes back to the customer; it stays until the next sale begins. */
export function ChangeDue({ receipt, printer, onReprint, onNext }: ChangeDueProps) {
  const say = useText();
  const canGoOn = useAfter(DOUBLE_ACT_MS);
  const change = say.money(receipt.changeRupiah);
  const receivedRupiah = sumRupiah(receipt.tenders.map((tender) => tender.amountRupiah));
  // One custom property: the figure is as large as its length lets it be.
  const figureLength = { '--characters': change.length } as CSSProperties;
  return (
    <section className={styles.paid} aria-label={say.text('payments.paid')}>
      <p className={styles.done}>
        <IconCircleCheckFilled aria-hidden size={28} />
        {say.text('payments.paid')}
      </p>
      <div className={styles.change} role="status">
        <span>{say.text('payments.changeDue')}</span>
        <strong style={figureLength}>{change}</strong>
        {receipt.changeRupiah === 0 && <p>{say.text('payments.noChange')}</p>}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{say.text('sales.total')}</dt>
          <dd>{say.money(receipt.totalRupiah)}</dd>
        </div>
        <div>
          <dt>{say.text('payments.cash')}</dt>
          <dd>{say.money(receivedRupiah)}</dd>
        </div>
        <div>
          <dt>{say.text('payments.receiptNumber')}</dt>
          <dd>{receipt.number}</dd>
        </div>
      </dl>
      <p className={styles.printer} data-state={printer?.state}>
        <IconPrinter aria-hidden size={20} />
        {say.text(receiptWords[printer?.state ?? 'printing'])}
      </p>
      <p className={styles.hint}>{say.text('payments.nextHint')}</p>
      <button
        type="button"
        className={styles.reprint}
        aria-keyshortcuts="F8"
        disabled={!canGoOn}
        onClick={onReprint}
      >
        {say.text('printing.reprint')}
        <KeyHint>F8</KeyHint>
      </button>
      <button
        type="button"
        className={styles.next}
        aria-keyshortcuts="Enter"
        disabled={!canGoOn}
        onClick={onNext}
      >
        {say.text('payments.next')}
        <KeyHint>Enter</KeyHint>
      </button>
      {canGoOn && <NextOnEnter onNext={onNext} />}
    </section>
  );
}

const receiptWords = {
  untried: 'printing.receiptPrinting',
  ready: 'printing.receiptPrinted',
  printing: 'printing.receiptPrinting',
  waiting: 'printing.receiptWaiting',
  silent: 'printing.receiptSilent',
  held: 'printing.receiptHeld',
} as const;

/** Listens only once the double act is over. */
function NextOnEnter({ onNext }: { readonly onNext: () => void }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat || event.defaultPrevented || isElsewhere()) return;
      // Enter on a button presses the button; in the search field it takes a product.
      const isOnPage = event.target === document.body;
      if ((event.key === 'Enter' && isOnPage) || event.key === 'Escape') {
        event.preventDefault();
        onNext();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onNext]);
  return null;
}

function useAfter(ms: number): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isOver;
}
