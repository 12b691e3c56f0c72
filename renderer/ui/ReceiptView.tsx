import { tenderWords } from '../../domain/payments/tender-words.ts';
import { rateWords } from '../../domain/sales/discount-words.ts';
import { isBack, type Receipt } from '../../domain/sales/receipt.ts';
import { receiptRows, taxesIn } from '../../domain/sales/sum-rows.ts';
import { localStamp } from '../../domain/time.ts';
import styles from './ReceiptView.module.css';
import { useText } from './use-text.ts';

interface ReceiptViewProps {
  readonly receipt: Receipt;
  /** What a pseudonym is called. */
  readonly nameOf: (cashier: string) => string;
}

/** A sale or refund as its record says: when and by whom, its lines, what it came to. */
export function ReceiptView({ receipt, nameOf }: ReceiptViewProps) {
  const say = useText();
  const mark = `${receipt.epoch}.${receipt.seq}`;
  return (
    <div className={styles.receipt}>
      {receipt.kind !== 'sale' && <strong>{say.text(`day.${receipt.kind}`)}</strong>}
      <p>
        {localStamp(receipt.soldAtMs, receipt.offsetMinutes)}
        <br />
        {say.text('screen.cashier', { name: nameOf(receipt.cashier) })}
      </p>
      {receipt.original !== '' && (
        <p>{say.text('day.original', { number: receipt.original, reason: receipt.reason })}</p>
      )}
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
            <LineTerms line={line} />
          </li>
        ))}
      </ul>
      {receipt.note !== '' && <p>{receipt.note}</p>}
      <Sums receipt={receipt} />
      <p className={styles.mark}>{say.text('receipt.record', { mark })}</p>
    </div>
  );
}

/** What was agreed on a line: another price than the shelf's, a discount, a note. */
function LineTerms({ line }: { readonly line: Receipt['lines'][number] }) {
  const say = useText();
  const { shelfRupiah, discount, note } = line;
  return (
    <>
      {shelfRupiah !== null && (
        <span className={styles.terms}>{say.text('sales.shelfPrice', { price: shelfRupiah })}</span>
      )}
      {discount && (
        <>
          <span className={styles.terms}>{rateWords(discount.rateBp, say)}</span>
          <span className={styles.figure}>{say.money(-discount.amountRupiah)}</span>
        </>
      )}
      {note !== '' && <span className={styles.terms}>{note}</span>}
    </>
  );
}

function Sums({ receipt }: { readonly receipt: Receipt }) {
  const say = useText();
  const isRefund = isBack(receipt);
  return (
    <dl>
      {receiptRows(receipt, say).map(({ name, rupiah }) => (
        <Sum key={name} name={name} rupiah={rupiah} />
      ))}
      <Sum name={say.text('sales.total')} rupiah={receipt.totalRupiah} isTotal />
      {receipt.tenders.map(({ kind, amountRupiah }, at) => (
        <Sum
          // biome-ignore lint/suspicious/noArrayIndexKey: the tenders of a receipt never move
          key={at}
          name={isRefund && kind === 'cash' ? say.text('receipt.cashOut') : tenderWords(kind, say)}
          rupiah={amountRupiah}
        />
      ))}
      {taxesIn(receipt.taxes, say).map(({ name, rupiah }) => (
        <Sum key={name} name={name} rupiah={rupiah} />
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
