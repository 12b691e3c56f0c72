import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { writtenDate } from '../../../../domain/time.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import { Read } from '../../system/Read.tsx';
import { ActForm } from '../ActForm.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import type { ClaimFormProps } from './claim-form.ts';
import styles from './messages.module.css';

/** Answers a claim by a payment that is booked already: from a bank file, or by hand. */
export function LinkClaim({ message: { id: message, stall }, onDone }: ClaimFormProps) {
  const say = useText();
  const settle = useFeeAct(hub.matters.settleClaim);
  const ids = useActId();
  const [chosen, setChosen] = useState({ credit: '', kuitansi: '' });
  const [typed, setTyped] = useState<string | null>(null);
  const view = useQuery(hubQuery.fees.stall.queryOptions({ input: { stall } }));
  const { credit, kuitansi: number } = chosen;
  const usual = credit && say.text('console.fees.messages.booked', { kuitansi: number });
  const note = typed ?? usual;
  return (
    <ActForm
      act={settle}
      button={say.text('console.fees.messages.link')}
      fault={credit === '' ? say.text('console.fees.messages.linkHow') : ''}
      onSend={() => {
        const given = { message, outcome: 'booked', credit, note } as const;
        settle.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <Read of={view}>
        {({ credits }) => {
          const payments = credits.filter((one) => one.kuitansi !== '' && !one.isReversed);
          if (payments.length === 0) return <p>{say.text('console.fees.messages.linkNone')}</p>;
          return (
            <ul className={styles.credits}>
              {payments.map(({ id, kuitansi, on, amount }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-pressed={credit === id}
                    onClick={() => setChosen({ credit: id, kuitansi })}
                  >
                    <span>
                      {kuitansi} · {writtenDate(on)}
                    </span>
                    <b>{say.money(amount)}</b>
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Read>
      <NoteField isReason note={note} onNote={setTyped} />
    </ActForm>
  );
}

/** Answers a claim that no payment came, with a reason that the stall reads. */
export function RefuseClaim({ message: { id: message }, onDone }: ClaimFormProps) {
  const say = useText();
  const settle = useFeeAct(hub.matters.settleClaim);
  const ids = useActId();
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={settle}
      button={say.text('console.fees.messages.refuse')}
      onSend={() => {
        const given = { message, outcome: 'refused', note } as const;
        settle.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <NoteField isReason isFirst note={note} onNote={setNote} />
    </ActForm>
  );
}
