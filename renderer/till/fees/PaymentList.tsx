import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { statementOf } from '../../../domain/fees/statement.ts';
import type { FeesState, ShownCredit, ShownLedger } from '../../../domain/fees/till-state.ts';
import { periodWords } from '../../../domain/fees/till-words.ts';
import { writtenDate } from '../../../domain/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';
import { Kuitansi } from './Kuitansi.tsx';

interface PaymentListProps {
  readonly state: FeesState;
  readonly onPrintStatement: () => void;
}

/** What was paid and granted, the newest first, each with its kuitansi; and this month's sums. */
export function PaymentList({ state, onPrintStatement }: PaymentListProps) {
  const say = useText();
  const { ledger, former, keeper, today } = state;
  const [shown, setShown] = useState<string | null>(null);
  const all = [...ledger.credits, ...(former?.credits ?? [])];
  const credit = all.find(({ id }) => id === shown);
  const isOfHub = keeper === 'hub' && ledger.credits.some(({ id }) => id === shown);
  return (
    <div className={styles.list}>
      <Month ledger={ledger} month={today.slice(0, 7)} onPrint={onPrintStatement} />
      {ledger.credits.length === 0 ? (
        <EmptyState Icon={IconReceipt} level="h3" title={say.text('fees.noHistory')}>
          {say.text('fees.noHistoryHow')}
        </EmptyState>
      ) : (
        <Credits credits={ledger.credits} onShow={setShown} />
      )}
      {former && former.credits.length > 0 && (
        <section aria-label={say.text('fees.former')}>
          <h3>{say.text('fees.former')}</h3>
          <Credits credits={former.credits} onShow={setShown} />
        </section>
      )}
      {credit && (
        <Kuitansi
          credit={credit}
          keeper={isOfHub ? 'hub' : 'own'}
          canUndo={keeper === 'own'}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}

interface MonthProps {
  readonly ledger: ShownLedger;
  /** `YYYY-MM` */
  readonly month: string;
  readonly onPrint: () => void;
}

/** Opening, charged, paid, closing. */
function Month({ ledger, month, onPrint }: MonthProps) {
  const say = useText();
  const { openingRupiah, closingRupiah } = statementOf(ledger, { from: month, to: month });
  return (
    <section className={styles.month} aria-label={periodWords(month, say.language)}>
      <strong>{periodWords(month, say.language)}</strong>
      <dl className={styles.facts}>
        <div>
          <dt>{say.text('fees.opening')}</dt>
          <dd>{say.money(openingRupiah)}</dd>
        </div>
        <div>
          <dt>{say.text('fees.closing')}</dt>
          <dd>{say.money(closingRupiah)}</dd>
        </div>
      </dl>
      <Button size="compact-md" variant="default" onClick={onPrint}>
        {say.text('fees.printStatement')}
      </Button>
    </section>
  );
}

interface CreditsProps {
  readonly credits: readonly ShownCredit[];
  readonly onShow: (id: string) => void;
}

function Credits({ credits, onShow }: CreditsProps) {
  const say = useText();
  return (
    <ul>
      {credits.map((credit) => (
        <li key={credit.id} className={styles.row} data-off={credit.isReversed || undefined}>
          <div>
            <strong>
              {writtenDate(credit.on)} · {say.text(`fees.credit.${credit.kind}`)}
            </strong>
            <span className={styles.soft}>
              {credit.kuitansi ?? credit.note}
              {credit.isReversed && <mark>{say.text('fees.reversed')}</mark>}
            </span>
            {credit.paid.length > 0 && (
              <span className={styles.soft}>
                {say.text('fees.paidFor', { what: paidWords(credit, say) })}
              </span>
            )}
          </div>
          <div className={styles.figures}>
            <strong>{say.money(credit.amountRupiah)}</strong>
          </div>
          {credit.kuitansi !== null && (
            <Button
              size="compact-md"
              variant="default"
              aria-label={`${say.text('fees.show')} ${credit.kuitansi}`}
              onClick={() => onShow(credit.id)}
            >
              {say.text('fees.show')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function paidWords({ paid }: ShownCredit, say: Say): string {
  return paid
    .map(
      ({ kind, period }) =>
        `${say.text(`fees.charge.${kind}`)} ${periodWords(period, say.language)}`,
    )
    .join(', ');
}
