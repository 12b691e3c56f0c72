import { useState } from 'react';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { ActForm } from '../ActForm.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import type { StallFormProps } from './stall-form.ts';

interface ReverseFormProps extends StallFormProps {
  readonly of: string;
  readonly what: string;
}

/** Makes something as if it had not been, for a reason. */
export function ReverseForm({ stall: { stall }, of, what, onDone }: ReverseFormProps) {
  const say = useText();
  const reverse = useFeeAct(hub.fees.reverse);
  const ids = useFormId('reverse');
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={reverse}
      button={say.text('console.fees.do.reverse')}
      onSend={() => {
        const given = { stall, of, note };
        reverse.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>
        <strong>{what}</strong>
      </p>
      <p>{say.text('console.fees.reverse.how')}</p>
      <NoteField isReason isFirst note={note} onNote={setNote} />
    </ActForm>
  );
}

/** Ends what a stall agreed to pay by parts, for a reason. */
export function EndInstalmentsForm({ stall: { stall }, onDone }: StallFormProps) {
  const say = useText();
  const end = useFeeAct(hub.fees.endInstalments);
  const ids = useFormId('endInstalments');
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={end}
      button={say.text('console.fees.do.endInstalments')}
      onSend={() => {
        const given = { stall, note };
        end.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <NoteField isReason isFirst note={note} onNote={setNote} />
    </ActForm>
  );
}
