import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type ChargeKind, chargeKinds } from '../../../../domain/fees/kinds.ts';
import { periodOf } from '../../../../domain/fees/period.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub } from '../../hub-client.ts';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { MonthSteps } from '../MonthSteps.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import type { StallFormProps } from './stall-form.ts';

/** Charges a stall by hand: what it owed before Lapak, or something once. */
export function ChargeForm({ stall: { stall }, today, onDone }: StallFormProps) {
  const say = useText();
  const charge = useFeeAct(hub.fees.charge);
  const ids = useFormId('charge');
  const [kind, setKind] = useState<ChargeKind>('other');
  const [period, setPeriod] = useState(periodOf(today));
  const [digits, setDigits] = useState('');
  const [due, setDue] = useState(today);
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={charge}
      button={say.text('console.fees.do.charge')}
      onSend={() => {
        const given = { stall, kind, period, amount: Number(digits), due, note };
        charge.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <NativeSelect
        label={say.text('console.fees.field.kind')}
        data={chargeKinds.map((value) => ({ value, label: say.text(`paper.charge.${value}`) }))}
        value={kind}
        onChange={({ currentTarget: { value } }) =>
          setKind(chargeKinds.find((known) => known === value) ?? kind)
        }
      />
      <div>
        <p className={form.label}>{say.text('console.fees.monthField')}</p>
        <MonthSteps period={period} now={periodOf(today)} onPeriod={setPeriod} />
      </div>
      <AmountField
        isFirst
        label={say.text('console.fees.amount')}
        digits={digits}
        onDigits={setDigits}
      />
      <div className={form.dates}>
        <DateField
          isLabelSeen
          label={say.text('console.fees.field.due')}
          date={due}
          onDate={setDue}
        />
      </div>
      <NoteField isReason note={note} onNote={setNote} />
    </ActForm>
  );
}
