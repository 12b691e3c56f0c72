import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type ClosureReason, closureReasons } from '../../../../domain/fees/kinds.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub } from '../../hub-client.ts';
import { ChooseStall, type OfferedStall } from '../../reports/ChooseStall.tsx';
import { Choices } from '../../system/Choices.tsx';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import styles from './calendar.module.css';

interface StampFormProps {
  readonly mall: string;
  /** The day that was touched. */
  readonly date: string;
  readonly onDone: () => void;
}

/** Stalls that are offered at once: the form goes on below them. */
const OFFERED_MAX = 4;

/** Stamps days on which a stall, or the whole mall, could not trade. */
export function StampForm({ mall, date, onDone }: StampFormProps) {
  const say = useText();
  const stamp = useFeeAct(hub.matters.stampClosure);
  const ids = useActId();
  const [whose, setWhose] = useState<'forMall' | 'forStall'>('forMall');
  const [chosen, setChosen] = useState<OfferedStall | null>(null);
  const [why, setWhy] = useState<ClosureReason>('power-cut');
  const [{ from, to }, setSpan] = useState({ from: date, to: date });
  const [note, setNote] = useState('');
  const isLacking = whose === 'forStall' && chosen === null;
  return (
    <ActForm
      act={stamp}
      button={say.text('console.fees.calendar.stamp')}
      fault={isLacking ? say.text('console.fees.calendar.chooseStall') : ''}
      onSend={() => {
        const stall = whose === 'forStall' ? (chosen?.stall ?? null) : null;
        const given = { mall, stall, why, from, to, note };
        stamp.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <Choices
        label={say.text('console.fees.calendar.for')}
        choices={(['forMall', 'forStall'] as const).map((value) => ({
          value,
          text: say.text(`console.fees.calendar.${value}`),
        }))}
        chosen={whose}
        onChoose={setWhose}
      />
      {isLacking && <ChooseStall offeredMax={OFFERED_MAX} onStall={setChosen} />}
      {whose === 'forStall' && chosen !== null && (
        <p className={styles.chosen}>
          <strong>{chosen.name}</strong>
          <Button variant="subtle" onClick={() => setChosen(null)}>
            {say.text('console.fees.stall.other')}
          </Button>
        </p>
      )}
      <NativeSelect
        label={say.text('console.fees.calendar.why')}
        data={closureReasons.map((value) => ({
          value,
          label: say.text(`console.fees.why.${value}`),
        }))}
        value={why}
        onChange={({ currentTarget: { value } }) =>
          setWhy(closureReasons.find((known) => known === value) ?? why)
        }
      />
      <Span from={from} to={to} onSpan={setSpan} />
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );
}

interface SpanProps {
  readonly from: string;
  readonly to: string;
  readonly onSpan: (span: { from: string; to: string }) => void;
}

/** Both dates belong to it; the last is never before the first. */
function Span({ from, to, onSpan }: SpanProps) {
  const say = useText();
  return (
    <div className={form.dates}>
      <DateField
        isLabelSeen
        label={say.text('console.fees.calendar.from')}
        date={from}
        onDate={(day) => onSpan({ from: day, to: day > to ? day : to })}
      />
      <DateField
        isLabelSeen
        label={say.text('console.fees.calendar.to')}
        min={from}
        date={to}
        onDate={(day) => onSpan({ from, to: day })}
      />
    </div>
  );
}
