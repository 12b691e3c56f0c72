import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import {
  equalParts,
  type InstalmentPart,
  partsFault,
  sumOf,
} from '../../../../domain/fees/instalments.ts';
import { addMonths, dateIn, periodOf } from '../../../../domain/fees/period.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub } from '../../hub-client.ts';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { Facts } from '../Facts.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import styles from './AgreeForm.module.css';
import type { StallFormProps } from './stall-form.ts';

/** How often a sum is parted at most. */
const PARTS_MAX = 12;
const counts = Array.from({ length: PARTS_MAX }, (_, at) => String(at + 1));

/** Parts a stall's arrears over months: as much each time, or as a manager writes each part. */
export function AgreeForm({ stall: { stall, owed }, today, onDone }: StallFormProps) {
  const say = useText();
  const agree = useFeeAct(hub.fees.agreeInstalments);
  const ids = useFormId('agree');
  const [digits, setDigits] = useState(String(owed));
  const [count, setCount] = useState(3);
  const [first, setFirst] = useState(() => dateIn(addMonths(periodOf(today), 1), 10));
  const [note, setNote] = useState('');
  /** As a person wrote them; null while they are equal. */
  const [written, setWritten] = useState<readonly InstalmentPart[] | null>(null);
  const total = Number(digits);
  const parts = written ?? equalParts(total, count, first);
  const wrong = partsFault(parts, total);
  const sum = sumOf(parts);
  const equalAgain = (change: () => void): void => {
    change();
    setWritten(null);
  };
  return (
    <ActForm
      act={agree}
      button={say.text('console.fees.do.agree')}
      fault={wrong === null ? '' : say.text(`console.fees.agree.${wrong}`, { sum, total })}
      onSend={() => {
        const given = { stall, parts: [...parts], note };
        agree.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>{say.text('console.fees.agree.how')}</p>
      <AmountField
        isFirst
        label={say.text('console.fees.amount')}
        description={say.text('console.fees.field.most', { most: owed })}
        digits={digits}
        onDigits={(to) => equalAgain(() => setDigits(to))}
      />
      <NativeSelect
        label={say.text('console.fees.field.parts')}
        data={counts}
        value={String(count)}
        onChange={({ currentTarget: { value } }) => equalAgain(() => setCount(Number(value)))}
      />
      <div className={form.dates}>
        <DateField
          isLabelSeen
          label={say.text('console.fees.field.firstDue')}
          min={today}
          date={first}
          onDate={(to) => equalAgain(() => setFirst(to))}
        />
      </div>
      <PartList parts={parts} today={today} onParts={setWritten} />
      <Facts facts={[{ label: say.text('console.fees.agree.sumOf'), text: say.money(sum) }]} />
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );
}

interface PartListProps {
  readonly parts: readonly InstalmentPart[];
  readonly today: string;
  readonly onParts: (parts: readonly InstalmentPart[]) => void;
}

/** Each part with its sum and its date, both of which can be written. */
function PartList({ parts, today, onParts }: PartListProps) {
  const say = useText();
  const change = (at: number, to: Partial<InstalmentPart>): void =>
    onParts(parts.map((part, one) => (one === at ? { ...part, ...to } : part)));
  return (
    <ol className={styles.parts}>
      {parts.map(({ due, amount }, at) => {
        const part = String(at + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a plan keep their places
          <li key={at}>
            <AmountField
              label={say.text('console.fees.field.part', { part, due: writtenDate(due) })}
              digits={amount === 0 ? '' : String(amount)}
              onDigits={(to) => change(at, { amount: Number(to) })}
            />
            <DateField
              isLabelSeen
              label={say.text('console.fees.field.partDue', { part })}
              min={today}
              date={due}
              onDate={(to) => change(at, { due: to })}
            />
          </li>
        );
      })}
    </ol>
  );
}
