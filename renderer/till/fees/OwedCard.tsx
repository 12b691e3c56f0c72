import { Button } from '@mantine/core';
import type { FeesState, ShownLedger } from '../../../domain/fees/till-state.ts';
import { writtenDate } from '../../../domain/time.ts';
import { Figure } from '../../ui/Figure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { type FeeAct, keyOf } from './fee-keys.ts';
import styles from './Fees.module.css';
import { nextWords } from './next-words.ts';
import { RefusedClaims } from './RefusedClaims.tsx';

interface OwedCardProps {
  readonly state: FeesState;
  readonly onAct: (act: FeeAct) => void;
  /** Somebody has read that a claim was refused. */
  readonly onRead: (id: string) => void;
}

/** What is to be paid, and until when: the largest thing of the page. */
export function OwedCard({ state, onAct, onRead }: OwedCardProps) {
  const say = useText();
  const { ledger, keeper, today } = state;
  const { payableRupiah, advanceRupiah, depositRupiah } = ledger;
  const isLate = ledger.overdueRupiah > 0;
  return (
    <section
      className={styles.owed}
      aria-label={say.text('fees.owed')}
      data-late={isLate || undefined}
    >
      <h2>{say.text(payableRupiah > 0 ? 'fees.owed' : 'fees.nothingOwed')}</h2>
      {payableRupiah > 0 && (
        <strong className={styles.sum}>
          <Figure text={say.money(payableRupiah)} />
        </strong>
      )}
      <p>{dueWords(ledger, today, say)}</p>
      {ledger.instalments?.isKept && payableRupiah < ledger.owedRupiah && (
        <p>{say.text('fees.agreedNow', { amount: ledger.owedRupiah })}</p>
      )}
      {(advanceRupiah > 0 || depositRupiah > 0) && (
        <dl className={styles.facts}>
          {advanceRupiah > 0 && (
            <div>
              <dt>{say.text('fees.advance')}</dt>
              <dd>{say.money(advanceRupiah)}</dd>
            </div>
          )}
          {depositRupiah > 0 && (
            <div>
              <dt>{say.text('fees.deposit')}</dt>
              <dd>{say.money(depositRupiah)}</dd>
            </div>
          )}
        </dl>
      )}
      <WaitingClaims state={state} />
      <RefusedClaims messages={state.messages} onRead={onRead} />
      <div className={styles.acts}>
        {keeper !== 'none' && (
          <Button
            size="md"
            variant={keeper === 'hub' ? 'filled' : 'default'}
            aria-keyshortcuts={keyOf('pay')}
            rightSection={<KeyHint>{keyOf('pay')}</KeyHint>}
            onClick={() => onAct('pay')}
          >
            {say.text(keeper === 'hub' ? 'fees.pay' : 'fees.cashFromDrawer')}
          </Button>
        )}
        <Button
          size="md"
          variant={keeper === 'hub' ? 'default' : 'filled'}
          aria-keyshortcuts={keyOf('claim')}
          rightSection={<KeyHint>{keyOf('claim')}</KeyHint>}
          onClick={() => onAct('claim')}
        >
          {say.text(keeper === 'hub' ? 'fees.claim' : 'fees.record')}
        </Button>
      </div>
    </section>
  );
}

/** A claim is no payment: it is told as one that waits, until the money has come. */
function WaitingClaims({ state: { messages } }: Pick<OwedCardProps, 'state'>) {
  const say = useText();
  const waiting = messages.filter(
    ({ state, came }) => (state === 'waiting' || state === 'sent') && came === '',
  );
  return waiting.map(({ id, message }) =>
    message.kind === 'claim' ? (
      <p key={id} className={styles.waiting}>
        {say.text('fees.waitingClaim', { amount: message.amount })}
      </p>
    ) : null,
  );
}

function dueWords({ next, payableRupiah, overdueRupiah }: ShownLedger, today: string, say: Say) {
  if (!next) return '';
  if (!next.isCharged) return nextWords(next, say);
  const date = writtenDate(next.due);
  const due = say.text(next.due < today ? 'fees.overdueSince' : 'fees.dueBy', { date });
  const isPart = overdueRupiah > 0 && overdueRupiah < payableRupiah;
  return isPart ? `${due}. ${say.text('fees.overduePart', { amount: overdueRupiah })}` : due;
}
