import { IconCircleCheckFilled, IconPrinter } from '@tabler/icons-react';
import { tenderWords } from '../../../domain/payments/tender-words.ts';
import type { PrinterStatus } from '../../../domain/printing/printer.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { lastAdded } from '../../../domain/sales/register-state.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Late } from '../../ui/Late.tsx';
import { whenOpened } from '../../ui/when-opened.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { useHasPaper } from '../printing/use-printer.ts';
import styles from './ChangeDue.module.css';
import { LostScans } from './LostScans.tsx';
import { PendingQuantity } from './PendingQuantity.tsx';
import { register, useRegister } from './register-store.ts';
import { TrainingMark } from './TrainingMark.tsx';
import { useSettled } from './use-settled.ts';

interface ChangeDueProps {
  readonly receipt: Receipt;
  readonly printer: PrinterStatus | undefined;
  /** Whether receipts are printed by themselves. */
  readonly print: Settings['receipt']['print'];
}

/** What goes back to the customer; it stays until the next sale begins. */
export function ChangeDue({ receipt, printer, print }: ChangeDueProps) {
  const say = useText();
  const hasPaper = useHasPaper(print === 'always' ? null : receipt.number);
  const isUnprinted = print !== 'always' && hasPaper === false;
  return (
    <section className={styles.paid} aria-label={say.text('payments.paid')}>
      <p className={styles.done}>
        <IconCircleCheckFilled aria-hidden size={28} />
        {say.text('payments.paid')}
        <TrainingMark />
      </p>
      <Change changeRupiah={receipt.changeRupiah} />
      <div className={styles.told}>
        <dl className={styles.facts}>
          <div>
            <dt>{say.text('sales.total')}</dt>
            <dd>
              <Figure text={say.money(receipt.totalRupiah)} />
            </dd>
          </div>
          {receipt.tenders.map(({ kind, amountRupiah }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no name but their place
            <div key={at}>
              <dt>{tenderWords(kind, say)}</dt>
              <dd>
                <Figure text={say.money(amountRupiah)} />
              </dd>
            </div>
          ))}
          <div>
            <dt>{say.text('payments.receiptNumber')}</dt>
            <dd>{receipt.number}</dd>
          </div>
        </dl>
        <p className={styles.printer} data-state={isUnprinted ? undefined : printer?.state}>
          <IconPrinter aria-hidden size={20} />
          {say.text(
            isUnprinted ? 'printing.receiptUnprinted' : receiptWords[printer?.state ?? 'printing'],
          )}
        </p>
      </div>
      {receipt.tenders.some(({ restRupiah }) => restRupiah !== undefined) && (
        <Late>
          <GivenVouchers number={receipt.number} />
        </Late>
      )}
      <div className={styles.next}>
        <LostScans />
        <PendingQuantity />
        <NextCart />
      </div>
      <Acts
        isUnprinted={isUnprinted}
        isOffered={isUnprinted && print === 'ask'}
        hasCode={receipt.kind !== 'training'}
      />
    </section>
  );
}

const GivenVouchers = whenOpened(
  async () => (await import('../payments/GivenVouchers.tsx')).GivenVouchers,
  NotLoaded,
);

interface ActsProps {
  readonly isUnprinted: boolean;
  /** Paper is offered: whoever sells asks the customer. */
  readonly isOffered: boolean;
  /** Training has none. */
  readonly hasCode: boolean;
}

/** Paper, the QR in its place, and the next sale. */
function Acts({ isUnprinted, isOffered, hasCode }: ActsProps) {
  const say = useText();
  const isSettled = useSettled();
  return (
    // A touch never takes the focus: Enter begins the next sale, whatever was touched before.
    <div
      className={styles.acts}
      data-codeless={!hasCode || undefined}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button
        type="button"
        className={styles.reprint}
        data-offered={isOffered || undefined}
        aria-keyshortcuts="F8"
        disabled={!isSettled}
        onClick={(event) => register.act({ on: 'reprint' }, event)}
      >
        {say.text(isUnprinted ? 'printing.printReceipt' : 'printing.reprint')}
        <KeyHint>F8</KeyHint>
      </button>
      {hasCode && (
        <button
          type="button"
          className={styles.reprint}
          aria-keyshortcuts="F7"
          disabled={!isSettled}
          onClick={(event) => register.act({ on: 'receiptQr' }, event)}
        >
          {say.text('printing.receiptQr')}
          <KeyHint>F7</KeyHint>
        </button>
      )}
      <button
        type="button"
        className={styles.begin}
        aria-keyshortcuts="Enter"
        disabled={!isSettled}
        onClick={(event) => register.act({ on: 'next' }, event)}
      >
        {say.text('payments.next')}
        <KeyHint>Enter</KeyHint>
      </button>
    </div>
  );
}

/** The change, the largest figure of all; calm when there is none. */
function Change({ changeRupiah }: { readonly changeRupiah: number }) {
  const say = useText();
  return (
    <div className={styles.change} role="status" data-none={changeRupiah === 0 || undefined}>
      {changeRupiah === 0 ? (
        <p>{say.text('payments.noChange')}</p>
      ) : (
        <>
          <span>{say.text('payments.change')}</span>
          <strong>
            <Figure text={say.money(changeRupiah)} />
          </strong>
        </>
      )}
    </div>
  );
}

/** What is in the next cart already, or how to begin it. */
function NextCart() {
  const say = useText();
  const lines = useRegister((state) => state.cart.lines);
  const last = useRegister(lastAdded);
  if (lines.length === 0) return <p className={styles.hint}>{say.text('payments.nextHint')}</p>;
  return (
    <p className={styles.begun} role="status">
      {say.text('sales.nextCart', { count: lines.length })}
      {last && `: ${last.name}`}
    </p>
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
