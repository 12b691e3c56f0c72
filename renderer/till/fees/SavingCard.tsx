import { Button, Progress } from '@mantine/core';
import { savedPercent } from '../../../domain/fees/set-aside.ts';
import type { FeesState } from '../../../domain/fees/till-state.ts';
import { writtenDate } from '../../../domain/time.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { keyOf } from './fee-keys.ts';
import styles from './Fees.module.css';

interface SavingCardProps {
  readonly state: FeesState;
  readonly isBusy: boolean;
  /** Puts aside what is left for today, or asks how much where nothing is. */
  readonly onPutAside: () => void;
  readonly onCount: () => void;
  readonly onTake: () => void;
}

/** What one key puts aside today; nothing of what is overdue: that much is typed. Rupiah */
export function leftToday({ setAside: { plan }, today }: FeesState): number {
  return plan && plan.due >= today ? plan.leftTodayRupiah : 0;
}

/** What is put aside for the fees, and what to put aside today. */
export function SavingCard({ state, isBusy, onPutAside, onCount, onTake }: SavingCardProps) {
  const say = useText();
  const { balanceRupiah, todayRupiah, plan } = state.setAside;
  const left = leftToday(state);
  const words =
    left > 0 ? say.text('fees.putAside', { amount: left }) : say.text('fees.putAsideMore');
  return (
    <section className={styles.card} aria-label={say.text('fees.saving')}>
      <header className={styles.head}>
        <h2>{say.text('fees.saving')}</h2>
        <strong>
          {plan
            ? say.text('fees.savingOf', { saved: balanceRupiah, target: plan.targetRupiah })
            : say.money(balanceRupiah)}
        </strong>
      </header>
      {plan && (
        <>
          <Progress
            value={savedPercent(balanceRupiah, plan.targetRupiah)}
            aria-label={say.text('fees.saving')}
          />
          <p className={styles.soft}>{planWords(state, say)}</p>
        </>
      )}
      {todayRupiah > 0 && (
        <p className={styles.soft}>{say.text('fees.savingToday', { amount: todayRupiah })}</p>
      )}
      <div className={styles.acts}>
        <Button
          loading={isBusy}
          variant={left > 0 ? 'filled' : 'default'}
          aria-keyshortcuts={keyOf('putAside')}
          rightSection={<KeyHint>{keyOf('putAside')}</KeyHint>}
          onClick={onPutAside}
        >
          {words}
        </Button>
        <Button variant="default" onClick={onCount}>
          {say.text('fees.countSaving')}
        </Button>
        {balanceRupiah > 0 && (
          <Button variant="default" onClick={onTake}>
            {say.text('fees.takeSaving')}
          </Button>
        )}
      </div>
    </section>
  );
}

function planWords({ setAside: { plan }, today }: FeesState, say: Say): string {
  if (!plan) return '';
  const { perDayRupiah: amount, days, due } = plan;
  if (amount === 0) return say.text('fees.savingEnough');
  if (due < today) return say.text('fees.savingLate', { amount });
  return say.text('fees.savingDays', { amount, days, date: writtenDate(due) });
}
