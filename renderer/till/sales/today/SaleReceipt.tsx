import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CloseButton } from '../../../ui/CloseButton.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ReceiptView } from '../../../ui/ReceiptView.tsx';
import { useText } from '../../../ui/use-text.ts';
import { useNameOf } from '../../staff/use-people.ts';
import { tillQuery } from '../../till-client.ts';
import styles from './SaleReceipt.module.css';

interface SaleReceiptProps {
  readonly number: string;
  readonly onReprint: (number: string) => void;
  readonly onClose: () => void;
}

/** A sale as its record says, beside the list; it never changes. */
export function SaleReceipt({ number, onReprint, onClose }: SaleReceiptProps) {
  const say = useText();
  const nameOf = useNameOf();
  const options = tillQuery.sales.receipt.queryOptions({ input: { number } });
  const { data: receipt, error } = useQuery({ ...options, placeholderData: keepPreviousData });
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
        </div>
      )}
      <Button
        leftSection={<IconPrinter aria-hidden size={20} />}
        rightSection={<KeyHint>F8</KeyHint>}
        aria-keyshortcuts="F8"
        onClick={() => onReprint(number)}
      >
        {say.text('printing.reprint')}
      </Button>
    </aside>
  );
}
