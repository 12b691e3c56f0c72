import { useState } from 'react';
import type { StallCharge } from '../../../../domain/fees/manage/stall-calls.ts';
import { chargeWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import type { StallFormProps } from './stall-form.ts';

interface LessFormProps extends StallFormProps {
  /** A waiver forgives what is open; a credit note makes the charge less, paid or not. */
  readonly kind: 'waive' | 'creditNote';
  readonly charge: StallCharge;
}

/** Takes something off a charge, for a reason. */
export function LessForm({ stall: { stall }, kind, charge: of, onDone }: LessFormProps) {
  const say = useText();
  const waive = useFeeAct(hub.fees.waive);
  const creditNote = useFeeAct(hub.fees.creditNote);
  const act = kind === 'waive' ? waive : creditNote;
  const ids = useFormId(kind);
  const most = kind === 'waive' ? of.amount - of.settled : of.amount;
  const [digits, setDigits] = useState(kind === 'waive' ? String(most) : '');
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={act}
      button={say.text(`console.fees.do.${kind}`)}
      onSend={() => {
        const given = { stall, charge: of.id, amount: Number(digits), note };
        act.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>
        <strong>{chargeWords(of, say)}</strong>
      </p>
      <p>{say.text(kind === 'waive' ? 'console.fees.waive.how' : 'console.fees.creditNote.how')}</p>
      <AmountField
        isFirst
        label={say.text('console.fees.amount')}
        description={say.text('console.fees.field.most', { most })}
        digits={digits}
        onDigits={setDigits}
      />
      <NoteField isReason note={note} onNote={setNote} />
    </ActForm>
  );
}
