import { Button, Progress } from '@mantine/core';
import type { SetAside } from '../../../domain/fees/till-state.ts';
import { writtenDate } from '../../../domain/time.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { keyOf } from './fee-keys.ts';
import styles from './Fees.module.css';

interface SavingCardProps {
  readonly saving: SetAside;
  readonly isBusy: boolean;
  /** Puts aside what is left for today, or asks how much where nothing is. */
  readonly onPutAside: () => void;
  readonly onCount: () => void;
  readonly onTake: () => void;
}

/** What is put aside for the fees, and what to put aside today. */
export function SavingCard({ saving, isBusy, onPutAside, onCount, onTake }: SavingCardProps) {
  const say = useText();
  const { balanceRupiah, todayRupiah, plan } = saving;
  const left = plan?.leftTodayRupiah ?? 0;
  const words =
    left > 0 ? say.text('fees.putAside', { amount: left }) : say.text('fees.putAsideMore');
  const isEnough = plan !== null && plan.perDayRupiah === 0;
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
            value={Math.min(100, Math.max(0, (100 * balanceRupiah) / plan.targetRupiah))}
            aria-label={say.text('fees.saving')}
          />
          <p className={styles.soft}>
            {isEnough
              ? say.text('fees.savingEnough')
              : say.text('fees.savingDays', {
                  amount: plan.perDayRupiah,
                  days: plan.days,
                  date: writtenDate(plan.due),
                })}
          </p>
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
          onClick={onPutAside}
        >
          {words} <KeyHint>{keyOf('putAside')}</KeyHint>
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
