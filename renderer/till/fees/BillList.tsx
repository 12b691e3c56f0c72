import { Button } from '@mantine/core';
import { IconFileInvoice } from '@tabler/icons-react';
import { billMonths } from '../../../domain/fees/bill-months.ts';
import type { FeesState, ShownCharge, ShownLedger } from '../../../domain/fees/till-state.ts';
import { periodWords } from '../../../domain/fees/till-words.ts';
import { formatQuantity } from '../../../domain/quantity.ts';
import { writtenDate } from '../../../domain/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import { DisputesOf } from './DisputesOf.tsx';
import styles from './Fees.module.css';
import { Instalments } from './Instalments.tsx';
import { LetterList } from './LetterList.tsx';

/** Something that can be disputed: its id, and what it is called. */
export interface Disputable {
  readonly id: string;
  readonly words: string;
}

interface BillListProps {
  readonly state: FeesState;
  readonly onDispute: (about: Disputable) => void;
  /** Records of the mall were seen. */
  readonly onSeen: (positions: readonly number[]) => void;
}

/** What was charged, by month, the newest first, each with how it came; and the letters. */
export function BillList({ state, onDispute, onSeen }: BillListProps) {
  const say = useText();
  const { ledger, keeper } = state;
  const months = billMonths(ledger);
  if (months.length === 0 && ledger.notices.length === 0) {
    return (
      <EmptyState Icon={IconFileInvoice} title={say.text('fees.noBills')}>
        {say.text(keeper === 'hub' ? 'fees.noBillsHow' : 'fees.noBillsOwnHow')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.list}>
      {ledger.instalments && <Instalments of={ledger.instalments} today={state.today} />}
      <LetterList notices={ledger.notices} onSeen={onSeen} />
      {months.map(({ period, charges, readings }) => (
        <section key={period} aria-label={periodWords(period, say.language)}>
          <h3>{periodWords(period, say.language)}</h3>
          <ul>
            {charges.map((charge) => (
              <Charge
                key={charge.id}
                charge={charge}
                canDispute={keeper === 'hub'}
                disputes={ledger.disputes}
                {...{ onDispute }}
              />
            ))}
            {readings.map((reading) => (
              <Reading
                key={reading.id}
                reading={reading}
                disputes={ledger.disputes}
                onDispute={onDispute}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ChargeProps extends Pick<BillListProps, 'onDispute'> {
  readonly charge: ShownCharge;
  readonly canDispute: boolean;
  readonly disputes: ShownLedger['disputes'];
}

function Charge({ charge, canDispute, disputes, onDispute }: ChargeProps) {
  const say = useText();
  const { amountRupiah, settledRupiah, basis, due, isReversed, isDisputed } = charge;
  const open = isReversed ? 0 : amountRupiah - settledRupiah;
  const kind = say.text(`fees.charge.${charge.kind}`);
  const words = `${kind} ${periodWords(charge.period, say.language)}, ${say.money(amountRupiah)}`;
  return (
    <li className={styles.row} data-off={isReversed || undefined}>
      <div>
        <strong>{kind}</strong>
        {basis !== '' && <span className={styles.soft}>{say.text('fees.basis', { basis })}</span>}
        <span className={styles.soft}>
          {say.text('fees.due', { date: writtenDate(due) })}
          {isDisputed && <mark>{say.text('fees.disputed')}</mark>}
        </span>
        <DisputesOf about={charge.id} disputes={disputes} />
      </div>
      <div className={styles.figures}>
        <strong>{say.money(amountRupiah)}</strong>
        <span className={styles.soft}>
          {isReversed && say.text('fees.reversed')}
          {!isReversed && open === 0 && say.text('fees.paidOff')}
          {open > 0 && open < amountRupiah && say.text('fees.openAmount', { amount: open })}
          {open > 0 && open === amountRupiah && say.text('fees.openNow')}
        </span>
      </div>
      {canDispute && !isReversed && !isDisputed && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${say.text('fees.dispute')}: ${words}`}
          onClick={() => onDispute({ id: charge.id, words })}
        >
          {say.text('fees.dispute')}
        </Button>
      )}
    </li>
  );
}

interface ReadingProps extends Pick<BillListProps, 'onDispute'> {
  readonly reading: ShownLedger['readings'][number];
  readonly disputes: ShownLedger['disputes'];
}

function Reading({ reading, disputes, onDispute }: ReadingProps) {
  const say = useText();
  const { id, meter, isEstimate, isDisputed } = reading;
  const [from, to, used] = [reading.fromMilli, reading.toMilli, reading.usedMilli].map(
    formatQuantity,
  );
  const words = say.text('fees.meter', { meter, from: from ?? '', to: to ?? '', used: used ?? '' });
  return (
    <li className={styles.row}>
      <div>
        <span className={styles.soft}>
          {words}
          {isEstimate && <mark>{say.text('fees.estimate')}</mark>}
          {isDisputed && <mark>{say.text('fees.disputed')}</mark>}
        </span>
        <DisputesOf about={id} disputes={disputes} />
      </div>
      {!isDisputed && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${say.text('fees.dispute')}: ${words}`}
          onClick={() => onDispute({ id, words })}
        >
          {say.text('fees.dispute')}
        </Button>
      )}
    </li>
  );
}
