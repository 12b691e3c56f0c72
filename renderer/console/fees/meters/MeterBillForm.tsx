import { useState } from 'react';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { milliOf } from '../milli-of.ts';
import { useFeeAct } from '../use-fees.ts';
import { KwhField } from './KwhField.tsx';

interface MeterBillFormProps {
  readonly mall: string;
  readonly period: string;
  readonly onDone: () => void;
}

/** Notes what electricity a mall was billed for a month. */
export function MeterBillForm({ mall, period, onDone }: MeterBillFormProps) {
  const say = useText();
  const set = useFeeAct(hub.fees.setMeterBill);
  const ids = useActId();
  const [typed, setTyped] = useState('');
  const [digits, setDigits] = useState('');
  const used = milliOf(typed);
  return (
    <ActForm
      act={set}
      button={say.text('console.fees.meters.setBill')}
      onSend={() => {
        if (used === undefined) return;
        const given = { mall, period, used, amount: Number(digits) };
        set.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>{periodWords(period, say)}</p>
      <KwhField
        isFirst
        label={say.text('console.fees.meters.billUsed')}
        typed={typed}
        onTyped={setTyped}
      />
      <AmountField
        label={say.text('console.fees.meters.billAmount')}
        digits={digits}
        onDigits={setDigits}
      />
    </ActForm>
  );
}
