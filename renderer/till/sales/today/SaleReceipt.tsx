import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Ref, useImperativeHandle, useState } from 'react';
import { receiptText } from '../../../../domain/printing/receipt-text.ts';
import type { Language } from '../../../../domain/settings/settings.ts';
import { CloseButton } from '../../../ui/CloseButton.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ReceiptView } from '../../../ui/ReceiptView.tsx';
import { useSayIn, useText } from '../../../ui/use-text.ts';
import { TenderStates } from '../../payments/claims/TenderStates.tsx';
import { useNameOf } from '../../staff/use-people.ts';
import { tillQuery } from '../../till-client.ts';
import styles from './SaleReceipt.module.css';
import { useSaveReceipt } from './use-save-receipt.ts';
import { WhatsAppSheet } from './WhatsAppSheet.tsx';

/** What the keys of the screen do with the open receipt. */
export interface ReceiptHandle {
  readonly savePdf: () => void;
  readonly send: () => void;
}

interface SaleReceiptProps {
  readonly handle: Ref<ReceiptHandle>;
  readonly number: string;
  /** Of receipts, whatever the screen speaks. */
  readonly language: Language;
  readonly onReprint: (number: string) => void;
  readonly onClose: () => void;
}

/** A sale as its record says, beside the list; it never changes. */
export function SaleReceipt(props: SaleReceiptProps) {
  const { handle, number, language, onReprint, onClose } = props;
  const say = useText();
  const nameOf = useNameOf();
  const sayInReceipt = useSayIn(language) ?? say;
  const saveReceipt = useSaveReceipt();
  const queries = useQueryClient();
  /** The sale that is being sent; its text comes with its receipt. */
  const [sent, setSent] = useState<string | undefined>(undefined);
  const options = tillQuery.sales.receipt.queryOptions({ input: { number } });
  const { data: receipt, error } = useQuery({ ...options, placeholderData: keepPreviousData });
  // A key may come before its receipt does, while the one before it still stands here.
  const savePdf = (): void => saveReceipt(queries.ensureQueryData(options), sayInReceipt);
  const send = (): void => setSent(number);
  const isSending = sent === number && receipt?.number === number;
  useImperativeHandle(handle, () => ({ savePdf, send }));
  return (
    <aside className={styles.receipt} aria-label={say.text('day.receipt', { number })}>
      <header>
        <h2>{number}</h2>
        <CloseButton onClose={onClose} />
      </header>
      {error && <p className={styles.failed}>{say.failure(error)}</p>}
      {receipt && (
        <div className={styles.body}>
          <ReceiptView receipt={receipt} nameOf={nameOf} />
          <TenderStates receipt={receipt} />
        </div>
      )}
      <div className={styles.acts}>
        <Button
          leftSection={<IconPrinter aria-hidden size={20} />}
          rightSection={<KeyHint>F8</KeyHint>}
          aria-keyshortcuts="F8"
          onClick={() => onReprint(number)}
        >
          {say.text('printing.reprint')}
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
      <WhatsAppSheet
        text={isSending ? receiptText(receipt, sayInReceipt) : null}
        onClose={() => setSent(undefined)}
      />
    </aside>
  );
}
