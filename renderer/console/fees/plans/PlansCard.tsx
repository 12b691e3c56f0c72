import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeeMall } from '../../../../domain/fees/manage/mall-calls.ts';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import { failureWords } from '../../system/failure-words.ts';
import { Read } from '../../system/Read.tsx';
import rows from '../stall/rows.module.css';
import { useFeeAct } from '../use-fees.ts';
import { PlanForm } from './PlanForm.tsx';
import { type Plan, planWords } from './plan-words.ts';
import styles from './plans.module.css';

/** What a mall charges, by the month from which on it holds; and the day on which it charges. */
export function PlansCard({ mall }: { readonly mall: FeeMall }) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  const plans = useQuery(hubQuery.fees.plans.queryOptions({ input: { mall: mall.mall } }));
  const title = say.text('console.fees.plans.title');
  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <Button
          leftSection={<IconPlus aria-hidden size={20} />}
          disabled={!plans.data}
          onClick={() => setIsOpen(true)}
        >
          {say.text('console.fees.plans.new')}
        </Button>
      </div>
      <Read of={plans}>
        {({ plans: all, usual, nextFrom }) => (
          <>
            <ul className={card.list} aria-label={say.text('console.fees.plans.list')}>
              {all.map((plan) => (
                <li key={plan.from} className={styles.row}>
                  <strong>
                    {say.text('console.fees.plans.since', { month: periodWords(plan.from, say) })}
                  </strong>
                  <span className={card.soft}>{planWords(plan, say)}</span>
                </li>
              ))}
              {all.length === 0 && (
                <li className={styles.row}>
                  <strong>{say.text('console.fees.plans.usual')}</strong>
                  <span className={card.soft}>
                    {planWords(usual, say)}. {say.text('console.fees.plans.usualHow')}
                  </span>
                </li>
              )}
            </ul>
            <ChargeDay mall={mall} />
            <NewPlan
              mall={mall}
              from={nextFrom}
              before={all[0] ?? usual}
              isOpen={isOpen}
              onClose={() => setIsOpen(false)}
            />
          </>
        )}
      </Read>
    </section>
  );
}

interface NewPlanProps {
  readonly mall: FeeMall;
  readonly from: string;
  readonly before: Plan;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function NewPlan({ isOpen, ...given }: NewPlanProps) {
  const say = useText();
  return (
    <Dialog
      isOpen={isOpen}
      title={say.text('console.fees.plans.new')}
      onClose={given.onClose}
      isWide
    >
      {isOpen && <PlanForm {...given} />}
    </Dialog>
  );
}

/** The last day that every month has. */
const DAY_MAX = 28;
const days = Array.from({ length: DAY_MAX }, (_, at) => String(at + 1));

function ChargeDay({ mall: { mall, chargeDay } }: { readonly mall: FeeMall }) {
  const say = useText();
  const set = useFeeAct(hub.fees.setChargeDay);
  return (
    <div className={rows.none}>
      <NativeSelect
        label={say.text('console.fees.plans.day')}
        disabled={set.isPending}
        data={[
          { value: '', label: say.text('console.fees.plans.dayNone') },
          ...days.map((value) => ({
            value,
            label: say.text('console.fees.plans.dayOn', { day: value }),
          })),
        ]}
        value={String(chargeDay ?? '')}
        onChange={({ currentTarget: { value } }) =>
          set.mutate({ mall, day: value === '' ? null : Number(value) })
        }
      />
      {set.error && <p role="alert">{failureWords(set.error, say)}</p>}
    </div>
  );
}
