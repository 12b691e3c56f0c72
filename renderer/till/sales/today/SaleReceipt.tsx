import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Ref, useImperativeHandle, useState } from 'react';
import { receiptText } from '../../../../domain/printing/receipt-text.ts';
import type { Language, Settings } from '../../../../domain/settings/settings.ts';
import { CloseButton } from '../../../ui/CloseButton.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ReceiptView } from '../../../ui/ReceiptView.tsx';
import { useSayIn, useText } from '../../../ui/use-text.ts';
import { GivenVouchers } from '../../payments/GivenVouchers.tsx';
import { useGoingVouchers } from '../../payments/use-given-vouchers.ts';
import { TenderStates } from '../../payments/claims/TenderStates.tsx';
import { useHasPaper } from '../../printing/use-printer.ts';
import { useNameOf } from '../../staff/use-people.ts';
import { tillQuery } from '../../till-client.ts';
import { BackActs, type BackAs } from '../back/BackActs.tsx';
import styles from './SaleReceipt.module.css';
import { useSaveReceipt } from './use-save-receipt.ts';
import { WhatsAppSheet } from './WhatsAppSheet.tsx';

/** What the keys of the screen do with the open receipt. */
export interface ReceiptHandle {
  readonly savePdf: () => void;
  readonly send: () => void;
  readonly back: (as: BackAs) => void;
}

interface SaleReceiptProps {
  readonly handle: Ref<ReceiptHandle>;
  readonly number: string;
  /** Of receipts, whatever the screen speaks. */
  readonly language: Language;
  /** Whether receipts are printed by themselves. */
  readonly print: Settings['receipt']['print'];
  readonly onReprint: (number: string) => void;
  /** Another receipt is to be opened: what came back of this one. */
  readonly onOpen: (number: string) => void;
  readonly onExchange: () => void;
  readonly onClose: () => void;
}

/** A sale as its record says, beside the list; it never changes. */
export function SaleReceipt(props: SaleReceiptProps) {
  const { handle, number, language, print, onReprint, onOpen, onExchange, onClose } = props;
  const say = useText();
  const nameOf = useNameOf();
  const sayInReceipt = useSayIn(language) ?? say;
  const saveReceipt = useSaveReceipt();
  const queries = useQueryClient();
  const options = tillQuery.sales.receipt.queryOptions({ input: { number } });
  const { data: receipt, error } = useQuery({ ...options, placeholderData: keepPreviousData });
  // A key may come before its receipt does, while the one before it still stands here.
  const savePdf = (): void => saveReceipt(queries.ensureQueryData(options), sayInReceipt);
  /** The sale that is being sent; its text comes with its receipt. */
  const { going, read, forget } = useGoingVouchers();
  const send = (): void => read(number);
  const isSending = going?.of === number && receipt?.number === number;
  /** How which sale comes back; its sheet opens once its receipt has come. */
  const [back, setBack] = useState<{ readonly of: string; readonly as: BackAs } | null>(null);
  const openBack = (as: BackAs | null): void => {
    forget(); // a message that has not come yet would lie over it
    setBack(as && { of: number, as });
  };
  useImperativeHandle(handle, () => ({ savePdf, send, back: openBack }));
  return (
    <aside className={styles.receipt} aria-label={say.text('day.receipt', { number })}>
      <header>
        <h2>{number}</h2>
        <CloseButton onClose={onClose} />
      </header>
      {error && <p className={styles.failed}>{say.failure(error)}</p>}
      {receipt && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <div className={styles.body} tabIndex={0} data-scrolls>
          <ReceiptView receipt={receipt} nameOf={nameOf} />
          <GivenVouchers number={number} />
          <TenderStates receipt={receipt} />
        </div>
      )}
      <PaperActs onReprint={() => onReprint(number)} {...{ number, print, savePdf, send }} />
      {receipt?.kind === 'sale' && receipt.number === number && (
        <BackActs
          key={number}
          {...{ receipt, onExchange }}
          open={back?.of === number ? back.as : null}
          onOpen={openBack}
          onBack={onOpen}
        />
      )}
      <WhatsAppSheet
        text={isSending ? receiptText(receipt, sayInReceipt, going.vouchers) : null}
        onClose={forget}
      />
    </aside>
  );
}

interface PaperActsProps extends Pick<SaleReceiptProps, 'number' | 'print'> {
  readonly onReprint: () => void;
  readonly savePdf: () => void;
  readonly send: () => void;
}

/**
 * The receipt on paper, in a file, or as a message. Where whoever sells asks first, one that has no
 * paper yet says so, as after a sale: also what came back is offered.
 */
function PaperActs({ number, print, onReprint, savePdf, send }: PaperActsProps) {
  const say = useText();
  const hasPaper = useHasPaper(print === 'always' ? null : number);
  const isUnprinted = print !== 'always' && hasPaper === false;
  return (
    <div className={styles.acts}>
      {isUnprinted && print === 'ask' && (
        <p className={styles.unprinted} role="status">
          {say.text('printing.receiptUnprinted')}
        </p>
      )}
      <Button
        className={styles.paper ?? ''}
        leftSection={<IconPrinter aria-hidden size={20} />}
        rightSection={<KeyHint>F8</KeyHint>}
        aria-keyshortcuts="F8"
        onClick={onReprint}
      >
        {say.text(isUnprinted ? 'printing.printReceipt' : 'printing.reprint')}
      </Button>
      <Button
        variant="default"
        px="xs"
        leftSection={<IconFileTypePdf aria-hidden size={20} />}
        rightSection={<KeyHint>F6</KeyHint>}
        aria-keyshortcuts="F6"
        onClick={savePdf}
      >
        {say.text('day.savePdf')}
      </Button>
      <Button
        variant="default"
        px="xs"
        leftSection={<IconBrandWhatsapp aria-hidden size={20} />}
        rightSection={<KeyHint>F7</KeyHint>}
        aria-keyshortcuts="F7"
        onClick={send}
      >
        WhatsApp
      </Button>
    </div>
  );
}
