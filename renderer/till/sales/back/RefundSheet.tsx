import { useWindowEvent } from '@mantine/hooks';
import { type RefObject, useRef, useState } from 'react';
import { rupiah, type Rupiah, sumRupiah } from '../../../../domain/money.ts';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';
import { backActOf } from '../../../../domain/sales/back-keys.ts';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import type { RefundQuote } from '../../../../domain/sales/refund.ts';
import { BACK_REASON_MAX } from '../../../../domain/sales/returned.ts';
import type { PlainTextKey } from '../../../../domain/text.ts';
import { isAsking } from '../../../ui/Ask.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import sheet from '../../../ui/sheet.module.css';
import { useNotices } from '../../../ui/Notice.tsx';
import { type Say, useText } from '../../../ui/use-text.ts';
import { Choices } from '../../shifts/Choices.tsx';
import { ConfirmButton } from '../../shifts/ConfirmButton.tsx';
import { LineField } from '../../shifts/LineField.tsx';
import { SheetColumns } from '../../shifts/Sheet.tsx';
import { SheetButton } from '../../shifts/SheetButton.tsx';
import { SheetFailure } from '../../shifts/SheetFailure.tsx';
import { KeyCard } from '../KeysHelp.tsx';
import { BackLines } from './BackLines.tsx';
import { JoinAsk } from './JoinAsk.tsx';
import styles from './RefundSheet.module.css';
import { type ExchangeCart, isBegun, takeInExchange } from './take-in-exchange.ts';
import { type PayOutChoice, type Refunding, useRefund } from './use-refund.ts';

interface RefundSheetProps {
  /** Of the sale. */
  readonly number: string;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: (receipt: Receipt) => void;
  /** Goods came back for others: on to the register. */
  readonly onExchange: () => void;
  readonly onClose: () => void;
}

/** What comes back of a sale, why, and how its money goes back; or for which it is exchanged. */
export function RefundSheet({ number, onBusy, onDone, onExchange, onClose }: RefundSheetProps) {
  const say = useText();
  const notices = useNotices();
  const refunding = useRefund(number, onBusy);
  const { quote, isBusy } = refunding;
  const reason = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const book = (): void =>
    refunding.refund((receipt) => {
      notices.done((now) => now.text('back.refunded', { amount: -receipt.totalRupiah }));
      onDone(receipt);
    });
  const { exchange, joinAsk } = useExchange(refunding, onExchange);
  const [isHelp, setIsHelp] = useState(false);
  const help = (): void => setIsHelp(true);
  useWindowEvent('keydown', (event) => {
    const wanted = backActOf(event.key);
    const act = { all: refunding.chooseAll, exchange, help }[String(wanted)];
    if (!act || isBusy || isAsking()) return; // while it is booked, or a PIN is asked for
    event.preventDefault();
    if (!event.repeat) act();
  });
  return (
    <SheetColumns
      title={say.text('back.title', { number })}
      isBusy={isBusy}
      onClose={onClose}
      act={
        <SheetButton look="other" keyShortcut="F4" onPress={refunding.chooseAll}>
          {say.text('back.all')}
          <KeyHint>F4</KeyHint>
        </SheetButton>
      }
      side={<PayBack refunding={refunding} onDone={() => focus(button)} />}
      foot={<BackButtons {...{ refunding, button }} onBook={book} onExchange={exchange} />}
    >
      {refunding.refused ? (
        <p className={sheet.warning} role="alert">
          {refunding.refused(say)}
        </p>
      ) : (
        <p className={styles.how}>{say.text('back.how')}</p>
      )}
      {quote && !hasLeft(quote) && <p className={sheet.warning}>{say.text('back.nothingLeft')}</p>}
      {quote && <BackLines quote={quote} refunding={refunding} onEnd={() => focus(reason)} />}
      <LineField
        ref={reason}
        label={say.text('back.reason')}
        how={say.text('back.reasonHow')}
        lengthMax={BACK_REASON_MAX}
        value={refunding.reason}
        onValue={refunding.setReason}
        onEnter={() => focus(button)}
      />
      {joinAsk}
      <KeyCard over="back" isOpen={isHelp} onClose={() => setIsHelp(false)} />
    </SheetColumns>
  );
}

/** Exchanges what is chosen, once it is said for which cart. */
function useExchange(refunding: Refunding, onExchange: () => void) {
  const [isJoining, setIsJoining] = useState(false);
  const take = (into: ExchangeCart): void => {
    setIsJoining(false);
    refunding.run(async () => {
      await takeInExchange(refunding.returned, into);
      onExchange();
    });
  };
  const exchange = (): void => {
    if (whyNot(refunding) !== null || refunding.isBusy) return;
    if (isBegun()) setIsJoining(true);
    else take('open');
  };
  const joinAsk = (
    <JoinAsk
      isOpen={isJoining}
      onCancel={() => setIsJoining(false)}
      onJoin={() => take('open')}
      onHold={() => take('empty')}
    />
  );
  return { exchange, joinAsk };
}

interface PayBackProps {
  readonly refunding: Refunding;
  /** How it goes back is chosen: on to the button. */
  readonly onDone: () => void;
}

/** What goes back, and by which means. */
function PayBack({ refunding, onDone }: PayBackProps) {
  const say = useText();
  const { priced, payment, choice } = refunding;
  const out = outOf(refunding);
  const isOther = payment?.changesTender === true && out > 0 && choice !== 'credit';
  return (
    <>
      <p className={styles.due}>
        <span>{say.text('back.out')}</span>
        <strong>{say.money(out)}</strong>
      </p>
      {priced && <PayOut quote={priced} refunding={refunding} onDone={onDone} />}
      {priced && priced.unverifiedRupiah > 0 && (
        <p className={sheet.warning}>
          {say.text('back.unverified', { amount: priced.unverifiedRupiah })}
        </p>
      )}
      {isOther && <p className={sheet.warning}>{say.text('back.otherTender')}</p>}
      <SheetFailure error={refunding.error ?? refunding.quoteError} />
    </>
  );
}

interface BackButtonsProps {
  readonly refunding: Refunding;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onBook: () => void;
  readonly onExchange: () => void;
}

/** The buttons that end it. */
function BackButtons({ refunding, button, onBook, onExchange }: BackButtonsProps) {
  const say = useText();
  const { isBusy } = refunding;
  const why = whyNot(refunding);
  return (
    <>
      <SheetButton
        look="other"
        isOff={why !== null || isBusy}
        keyShortcut="F11"
        onPress={onExchange}
      >
        {say.text('back.exchange')}
        <KeyHint>F11</KeyHint>
      </SheetButton>
      <ConfirmButton ref={button} isOff={isBusy || why !== null} onPress={onBook}>
        {isBusy
          ? say.text('back.booking')
          : say.text(why ?? 'back.refund', { amount: outOf(refunding) })}
      </ConfirmButton>
    </>
  );
}

interface PayOutProps {
  readonly quote: RefundQuote;
  readonly refunding: Refunding;
  readonly onDone: () => void;
}

/** How the money goes back. */
function PayOut({ quote, refunding, onDone }: PayOutProps) {
  const say = useText();
  const others = (['cash', 'transfer', 'credit'] as const).map((value) => {
    return { value, label: say.text(`back.by.${value}`) };
  });
  return (
    <Choices<PayOutChoice>
      label={say.text('back.by')}
      options={[{ value: 'asPaid', label: asPaidWords(quote, say) }, ...others]}
      chosen={refunding.choice}
      onChoose={refunding.setChoice}
      onDone={onDone}
    />
  );
}

/** `Seperti dibayar: QRIS Rp20.000 + Tunai Rp5.000` */
function asPaidWords({ asPaid, tenders }: RefundQuote, say: Say): string {
  const parts = asPaid.tenders.map(({ kind, amountRupiah }) => {
    return `${tenderWords(kind, say)} ${say.money(amountRupiah)}`;
  });
  const kinds = tenders.map(({ kind }) => tenderWords(kind, say));
  return say.text('back.by.asPaid', { parts: (parts.length > 0 ? parts : kinds).join(' + ') });
}

/** What goes back by the means that is chosen. */
function outOf({ payment }: Refunding): Rupiah {
  return sumRupiah((payment?.tenders ?? []).map(({ amountRupiah }) => rupiah(amountRupiah)));
}

/** Whether anything of a sale can come back still. */
function hasLeft({ leftMilli }: RefundQuote): boolean {
  return leftMilli.some((left) => left > 0);
}

/** What is still to be told before anything comes back; null for nothing. */
function whyNot({ lines, reason, isReady, quoteError }: Refunding): PlainTextKey | null {
  if (lines === undefined) return 'back.quantityInvalid';
  if (lines.length === 0) return 'back.quantityNeeded';
  if (reason.trim() === '') return 'back.reasonNeeded';
  if (quoteError) return 'back.seeWhy';
  return isReady ? null : 'back.reading';
}

function focus({ current }: { readonly current: HTMLElement | null }): void {
  current?.focus();
}
