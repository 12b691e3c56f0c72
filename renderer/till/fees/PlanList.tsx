import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { periodOf } from '../../../domain/fees/period.ts';
import type { FeesState, ShownPlan } from '../../../domain/fees/till-state.ts';
import { periodWords, planWords } from '../../../domain/fees/till-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';

interface PlanListProps {
  readonly state: FeesState;
  readonly onSet: () => void;
}

/** What is charged from which month on, the newest first: nothing is changed unseen. */
export function PlanList({ state, onSet }: PlanListProps) {
  const say = useText();
  const { ledger, keeper, today } = state;
  const plans = ledger.plans.toSorted((one, other) => other.from.localeCompare(one.from));
  const month = periodOf(today);
  const now = plans.find(({ from }) => from <= month);
  if (plans.length === 0) {
    return (
      <EmptyState Icon={IconScale} title={say.text('fees.noPlan')}>
        {say.text('fees.noPlanHow')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.list}>
      <ul>
        {plans.map((plan) => (
          <Plan key={plan.id} plan={plan} isNow={plan === now} isToCome={plan.from > month} />
        ))}
      </ul>
      {keeper === 'own' && (
        <div className={styles.acts}>
          <Button variant="default" onClick={onSet}>
            {say.text('fees.setPlan')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface PlanProps {
  readonly plan: ShownPlan;
  readonly isNow: boolean;
  readonly isToCome: boolean;
}

function Plan({ plan, isNow, isToCome }: PlanProps) {
  const say = useText();
  const { penalty } = plan;
  return (
    <li className={styles.row}>
      <div>
        <strong>
          {say.text('fees.planSince', { month: periodWords(plan.from, say.language) })}
          {isNow && <mark>{say.text('fees.planNow')}</mark>}
          {isToCome && <mark>{say.text('fees.planToCome')}</mark>}
          {plan.isSeen && <mark>{say.text('fees.planSeen')}</mark>}
        </strong>
        <span>{planWords(plan, say)}</span>
        {plan.isProrated && <span className={styles.soft}>{say.text('fees.planProrated')}</span>}
        {penalty && (
          <span className={styles.soft}>
            {say.text('fees.planPenalty', {
              rate: percent(penalty.rateBp),
              days: penalty.graceDays,
              cap: percent(penalty.capBp),
            })}
          </span>
        )}
      </div>
    </li>
  );
}

/** `1,5` of 150 basis points. */
function percent(basisPoints: number): string {
  return String(basisPoints / 100).replace('.', ',');
}
