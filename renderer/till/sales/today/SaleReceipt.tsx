import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import { localStamp } from '../../../../domain/time.ts';
import { CloseButton } from '../../../ui/CloseButton.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import { useNameOf } from '../../staff/use-people.ts';
import { tillQuery } from '../../till-client.ts';
import styles from './SaleReceipt.module.css';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';

interface SaleReceiptProps {
  readonly number: string;
  readonly onReprint: (number: string) => void;
  readonly onClose: () => void;
}

/** A sale as its record says, beside the list; it never changes. */
export function SaleReceipt({ number, onReprint, onClose }: SaleReceiptProps) {
  const say = useText();
  const options = tillQuery.sales.receipt.queryOptions({ input: { number } });
  const { data: receipt, error } = useQuery({ ...options, placeholderData: keepPreviousData });
  return (
    <aside className={styles.receipt} aria-label={say.text('day.receipt', { number })}>
      <header>
        <h2>{number}</h2>
        <CloseButton onClose={onClose} />
      </header>
      {error && <p className={styles.failed}>{say.failure(error)}</p>}
      {receipt && <Body receipt={receipt} />}
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

function Body({ receipt }: { readonly receipt: Receipt }) {
  const say = useText();
  const nameOf = useNameOf();
  const mark = `${receipt.epoch}.${receipt.seq}`;
  return (
    <div className={styles.body}>
      {receipt.kind === 'refund' && <strong>{say.text('day.refund')}</strong>}
      <p>
        {localStamp(receipt.soldAtMs, receipt.offsetMinutes)}
        <br />
        {say.text('screen.cashier', { name: nameOf(receipt.cashier) })}
      </p>
      {receipt.source !== '' && <p>{say.text('day.source', { source: receipt.source })}</p>}
      <ul aria-label={say.text('day.lines')}>
        {receipt.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt never move
          <li key={at}>
            <span>{line.name}</span>
            <span className={styles.count}>
              {say.quantity(line.quantityMilli)} {line.unit} × {say.money(line.priceRupiah)}
            </span>
            <span className={styles.figure}>{say.money(line.amountRupiah)}</span>
          </li>
        ))}
      </ul>
      <Sums receipt={receipt} />
      <p className={styles.mark}>{say.text('receipt.record', { mark })}</p>
    </div>
  );
}

function Sums({ receipt }: { readonly receipt: Receipt }) {
  const say = useText();
  const isRefund = receipt.kind === 'refund';
  return (
    <dl>
      {receipt.roundingRupiah !== 0 && (
        <>
          <Sum name={say.text('sales.subtotal')} rupiah={receipt.subtotalRupiah} />
          <Sum name={say.text('sales.rounding')} rupiah={receipt.roundingRupiah} />
        </>
      )}
      <Sum name={say.text('sales.total')} rupiah={receipt.totalRupiah} isTotal />
      {receipt.tenders.map(({ kind, amountRupiah }, at) => (
        <Sum
          // biome-ignore lint/suspicious/noArrayIndexKey: the tenders of a receipt never move
          key={at}
          name={isRefund ? say.text('receipt.cashOut') : tenderWords(kind, say)}
          rupiah={amountRupiah}
        />
      ))}
      {!isRefund && <Sum name={say.text('payments.change')} rupiah={receipt.changeRupiah} />}
    </dl>
  );
}

interface SumProps {
  readonly name: string;
  readonly rupiah: number;
  readonly isTotal?: boolean;
}

function Sum({ name, rupiah, isTotal }: SumProps) {
  const say = useText();
  return (
    <div data-total={isTotal}>
      <dt>{name}</dt>
      <dd>{say.money(rupiah)}</dd>
    </div>
  );
}
