import { Button } from '@mantine/core';
import { IconAlertTriangle, IconSpeakerphone } from '@tabler/icons-react';
import type { FeesState, ShownPlan } from '../../../domain/fees/till-state.ts';
import { periodWords, planWords } from '../../../domain/fees/till-words.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { keyOf } from './fee-keys.ts';
import styles from './Fees.module.css';

/** Plans that nobody of this stall has said to have seen. */
export function unseenPlans({ keeper, ledger }: FeesState): readonly ShownPlan[] {
  return keeper === 'hub' ? ledger.plans.filter(({ isSeen }) => !isSeen) : [];
}

interface FeeAlertsProps {
  readonly state: FeesState;
  readonly onSeen: () => void;
}

/** What is to be known first: a tariff that nobody has seen, and records that do not check. */
export function FeeAlerts({ state, onSeen }: FeeAlertsProps) {
  const say = useText();
  const unseen = unseenPlans(state);
  return (
    <>
      {unseen.length > 0 && (
        <section className={styles.alert} aria-label={say.text('fees.tab.plan')}>
          <IconSpeakerphone aria-hidden size={22} />
          <div>
            {unseen.map((plan) => (
              <Tariff key={plan.id} plan={plan} plans={state.ledger.plans} />
            ))}
            <Button
              size="sm"
              aria-keyshortcuts={keyOf('seen')}
              rightSection={<KeyHint>{keyOf('seen')}</KeyHint>}
              onClick={onSeen}
            >
              {say.text('fees.tariffSeen')}
            </Button>
          </div>
        </section>
      )}
      {state.doubted.length > 0 && (
        <section className={styles.alert} role="alert">
          <IconAlertTriangle aria-hidden size={22} />
          <div>
            <strong>{say.text('fees.doubted', { count: state.doubted.length })}</strong>
            <ul>
              {state.doubted.map(({ position, fault }) => (
                <li key={`${position} ${fault}`}>
                  {say.text('fees.doubtedOne', { position, why: faultWords(fault, say) })}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </>
  );
}

function Tariff({ plan, plans }: { plan: ShownPlan; plans: readonly ShownPlan[] }) {
  const say = useText();
  const before = plans.find(({ id, from }) => id !== plan.id && from <= plan.from);
  const month = periodWords(plan.from, say.language);
  const key = before ? 'fees.tariffChanged' : 'fees.planSince';
  return (
    <>
      <strong>{say.text(key, { month })}</strong>
      <p>{planWords(plan, say)}</p>
      {before && (
        <p className={styles.soft}>
          {say.text('fees.tariffBefore', { words: planWords(before, say) })}
        </p>
      )}
    </>
  );
}

const faults = ['unproven', 'elsewhere', 'place-taken', 'unfit'] as const;

function faultWords(fault: string, say: Say): string {
  const known = faults.find((one) => one === fault);
  return known ? say.text(`fees.doubt.${known}`) : fault;
}
