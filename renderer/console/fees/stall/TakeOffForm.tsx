import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { StallCredit } from '../../../../domain/fees/manage/stall-calls.ts';
import { chargeWords, creditWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import type { StallFormProps } from './stall-form.ts';

interface TakeOffFormProps extends StallFormProps {
  readonly credit: StallCredit;
}

/** Takes a payment off a charge that it settles, for a reason: its money is advance again. */
export function TakeOffForm({ stall: { stall }, credit, onDone }: TakeOffFormProps) {
  const say = useText();
  const { id, kuitansi, kind, goesTo } = credit;
  const takeOff = useFeeAct(hub.fees.allocate);
  const ids = useFormId('takeOff');
  const [charge, setCharge] = useState(goesTo[0]?.charge ?? '');
  const most = goesTo.find((one) => one.charge === charge)?.amount ?? 0;
  const [digits, setDigits] = useState(String(most));
  const [note, setNote] = useState('');
  const choose = (to: string): void => {
    setCharge(to);
    setDigits(String(goesTo.find((one) => one.charge === to)?.amount ?? 0));
  };
  const amount = Number(digits);
  return (
    <ActForm
      act={takeOff}
      button={say.text('console.fees.do.takeOff')}
      fault={amount > most ? say.text('console.fees.takeOff.tooMuch', { most }) : ''}
      onSend={() => {
        const given = { stall, lines: [{ credit: id, charge, amount: -amount }], note };
        takeOff.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>
        <strong>{kuitansi === '' ? creditWords(kind, say) : kuitansi}</strong>
      </p>
      <p>{say.text('console.fees.takeOff.how')}</p>
      <NativeSelect
        label={say.text('console.fees.takeOff.from')}
        data={goesTo.map((one) => ({
          value: one.charge,
          label: `${chargeWords(one, say)} · ${say.money(one.amount)}`,
        }))}
        value={charge}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      <AmountField label={say.text('console.fees.amount')} digits={digits} onDigits={setDigits} />
      <NoteField isReason isFirst note={note} onNote={setNote} />
    </ActForm>
  );
}
