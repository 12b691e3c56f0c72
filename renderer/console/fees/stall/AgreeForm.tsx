import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { addMonths, dateIn, periodOf } from '../../../../domain/fees/period.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub } from '../../hub-client.ts';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { Facts } from '../Facts.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import type { StallFormProps } from './stall-form.ts';

/** How often a sum is parted at most. */
const PARTS_MAX = 12;
const counts = Array.from({ length: PARTS_MAX }, (_, at) => String(at + 1));

/** Parts a stall's arrears over months: as much each time, and the rest with the last. */
export function AgreeForm({ stall: { stall, owed }, today, onDone }: StallFormProps) {
  const say = useText();
  const agree = useFeeAct(hub.fees.agreeInstalments);
  const ids = useActId();
  const [digits, setDigits] = useState(String(owed));
  const [count, setCount] = useState(3);
  const [first, setFirst] = useState(() => dateIn(addMonths(periodOf(today), 1), 10));
  const [note, setNote] = useState('');
  const parts = partsOf(Number(digits), count, first);
  return (
    <ActForm
      act={agree}
      button={say.text('console.fees.do.agree')}
      onSend={() => {
        const given = { stall, parts, note };
        agree.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>{say.text('console.fees.agree.how')}</p>
      <AmountField
        isFirst
        label={say.text('console.fees.amount')}
        description={say.text('console.fees.field.most', { most: owed })}
        digits={digits}
        onDigits={setDigits}
      />
      <NativeSelect
        label={say.text('console.fees.field.parts')}
        data={counts}
        value={String(count)}
        onChange={(event) => setCount(Number(event.currentTarget.value))}
      />
      <div className={form.dates}>
        <DateField
          isLabelSeen
          label={say.text('console.fees.field.firstDue')}
          min={today}
          date={first}
          onDate={setFirst}
        />
      </div>
      <Facts
        facts={parts.map(({ due, amount }, at) => ({
          label: say.text('console.fees.field.part', {
            part: String(at + 1),
            due: writtenDate(due),
          }),
          text: say.money(amount),
        }))}
      />
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );
}

function partsOf(total: number, count: number, first: string) {
  const each = Math.floor(total / count);
  const day = Number(first.slice(8));
  return Array.from({ length: count }, (_, at) => ({
    due: at === 0 ? first : dateIn(addMonths(periodOf(first), at), day),
    amount: at === count - 1 ? total - each * (count - 1) : each,
  })).filter(({ amount }) => amount > 0);
}
