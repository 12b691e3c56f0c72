import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { defaultOwnPlan } from '../../../domain/fees/own-ledger.ts';
import { periodOf } from '../../../domain/fees/period.ts';
import type { FeesState } from '../../../domain/fees/till-state.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useActId } from '../../ui/use-act-id.ts';
import { useText } from '../../ui/use-text.ts';
import { useTypedAmount } from '../../ui/use-typed-amount.ts';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { SheetFailure } from '../shifts/SheetFailure.tsx';
import { useDoing } from '../shifts/use-doing.ts';
import { till } from '../till-client.ts';
import styles from './Fees.module.css';

interface PlanSheetProps {
  readonly state: FeesState;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What a stall without a hub charges itself each month, from a month on. */
export function PlanSheet({ state, onBusy, onDone, onClose }: PlanSheetProps) {
  const say = useText();
  const form = usePlan(state, onBusy, onDone);
  return (
    <SheetColumns
      title={say.text('fees.setPlan')}
      isBusy={form.isBusy}
      onClose={onClose}
      side={
        <>
          <p className={styles.label}>{say.text('fees.planSum', { amount: form.sum })}</p>
          <p className={styles.soft}>{say.text('fees.startAloneHow')}</p>
          <div className={styles.spring} />
          <SheetFailure error={form.error} />
          <ConfirmButton isOff={form.isBusy || !form.isWhole} onPress={form.keep}>
            {say.text(form.isWhole ? 'fees.save' : 'fees.planWrong')}
          </ConfirmButton>
        </>
      }
    >
      <div className={styles.fields}>
        <Whole
          isFirst
          label={say.text('fees.electricityMonthly')}
          digits={form.electricity}
          onDigits={form.setElectricity}
        />
        <Whole
          label={say.text('fees.cleaningMonthly')}
          digits={form.cleaning}
          onDigits={form.setCleaning}
        />
        <Whole label={say.text('fees.dueDay')} digits={form.dueDay} onDigits={form.setDueDay} />
        <TextInput
          type="month"
          label={say.text('fees.planFrom')}
          value={form.from}
          onChange={({ currentTarget: { value } }) => form.setFrom(value)}
        />
      </div>
    </SheetColumns>
  );
}

function usePlan(
  { ledger, today }: FeesState,
  onBusy: PlanSheetProps['onBusy'],
  onDone: PlanSheetProps['onDone'],
) {
  const notices = useNotices();
  const ids = useActId();
  const [known] = ledger.plans;
  const first = {
    electricity: known?.electricityRupiah ?? defaultOwnPlan.electricityRupiah,
    cleaning: known?.cleaningRupiah ?? defaultOwnPlan.cleaningRupiah,
    dueDay: known?.dueDay ?? defaultOwnPlan.dueDay,
  };
  const [electricity, setElectricity] = useState(String(first.electricity));
  const [cleaning, setCleaning] = useState(String(first.cleaning));
  const [dueDay, setDueDay] = useState(String(first.dueDay));
  const [from, setFrom] = useState(periodOf(today));
  const { isBusy, error, run } = useDoing(onBusy);
  const sum = Number(electricity) + Number(cleaning);
  const day = Number(dueDay);
  const isWhole = sum > 0 && sum <= SUM_MAX && day >= 1 && day <= 28 && from !== '';
  const keep = (): void => {
    if (!isWhole) return;
    run(async () => {
      const plan = {
        from,
        electricityRupiah: Number(electricity),
        cleaningRupiah: Number(cleaning),
        dueDay: day,
      };
      await till.fees.setPlan({ id: ids.of(plan), ...plan });
      ids.done();
      notices.done((say) => say.text('fees.planKept'));
      onDone();
    });
  };
  return {
    electricity,
    setElectricity,
    cleaning,
    setCleaning,
    dueDay,
    setDueDay,
    from,
    setFrom,
    sum,
    isWhole,
    isBusy,
    error,
    keep,
  };
}

/** Most that a month costs. Rupiah */
const SUM_MAX = 1_000_000_000;

interface WholeProps {
  readonly label: string;
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
  readonly isFirst?: boolean;
}

/** A whole number, with points as it is written. */
function Whole({ label, digits, onDigits, isFirst }: WholeProps) {
  const say = useText();
  const { hasComma, value, onChange } = useTypedAmount(digits, onDigits);
  return (
    <TextInput
      label={label}
      rightSection={hasComma && <small role="status">{say.text('payments.noSen')}</small>}
      rightSectionWidth={hasComma ? '5.5rem' : undefined}
      inputMode="numeric"
      autoComplete="off"
      data-autofocus={isFirst || undefined}
      value={value}
      onChange={onChange}
    />
  );
}
