import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeeDispute } from '../../../../domain/fees/matters/dispute-contract.ts';
import { chargeWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import { ActForm } from '../ActForm.tsx';
import { Facts } from '../Facts.tsx';
import { milliOf } from '../milli-of.ts';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct, useTyped } from '../use-fees.ts';

interface DisputeFormProps {
  readonly dispute: FeeDispute;
  readonly onDone: () => void;
}

interface SettleFormProps extends DisputeFormProps {
  readonly outcome: 'upheld' | 'rejected';
}

/** Answers a dispute with a reason that the stall reads. */
export function SettleForm({ dispute: { id: dispute }, outcome, onDone }: SettleFormProps) {
  const say = useText();
  const settle = useFeeAct(hub.matters.settleDispute);
  const ids = useActId();
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={settle}
      button={say.text(
        outcome === 'upheld' ? 'console.fees.messages.uphold' : 'console.fees.messages.reject',
      )}
      onSend={() => {
        const given = { dispute, outcome, note };
        settle.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      {outcome === 'upheld' && <p>{say.text('console.fees.messages.upheldHow')}</p>}
      <NoteField isReason isFirst note={note} onNote={setNote} />
    </ActForm>
  );
}

/** Of a whole charge. Basis points */
const WHOLE_BP = 10_000;
/** Thousandths of a per cent in a basis point. */
const MILLI_OF_BP = 10;

/** The share that is typed. Basis points; 0 for what is none */
function shareOf(typed: string): number {
  return Math.round((milliOf(typed) ?? 0) / MILLI_OF_BP);
}

function isOfCharge(shareBp: number): boolean {
  return shareBp >= 1 && shareBp <= WHOLE_BP;
}

/** Makes the charge of a dispute that was upheld smaller by a share. */
export function CreditForm({ dispute: { id: dispute, answer }, onDone }: DisputeFormProps) {
  const say = useText();
  const credit = useFeeAct(hub.matters.creditDispute);
  const ids = useActId();
  const [typed, setTyped] = useState('100');
  const [note, setNote] = useState(answer);
  const shareBp = shareOf(typed);
  const asked = shareOf(useTyped(typed));
  const isShare = isOfCharge(shareBp);
  const offered = useQuery({
    ...hubQuery.matters.offerCredit.queryOptions({ input: { dispute, shareBp: asked } }),
    enabled: isOfCharge(asked),
  });
  const offer = offered.data;
  return (
    <ActForm
      act={credit}
      button={say.text('console.fees.messages.credit')}
      fault={isShare ? '' : say.text('console.fees.plans.wrong', { example: '50' })}
      needs={isShare ? [offered] : []}
      isReady={!isShare || asked === shareBp}
      onSend={() => {
        const given = { dispute, shareBp, note };
        credit.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <TextInput
        required
        data-autofocus
        label={say.text('console.fees.messages.share')}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {offer && asked === shareBp && (
        <Facts
          facts={[
            { label: chargeWords(offer, say), text: say.money(offer.amount) },
            {
              label: say.text('console.fees.do.creditNote'),
              text: say.money(offer.credit),
              isStrong: true,
            },
          ]}
        />
      )}
      <NoteField isReason note={note} onNote={setNote} />
    </ActForm>
  );
}
