import { useState } from 'react';
import type { PlainTextKey } from '../../../../domain/text.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { AccountField, meantAccount } from '../AccountField.tsx';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { NoteField } from '../NoteField.tsx';
import { useAccountsOf } from '../use-accounts.ts';
import { useFeeAct } from '../use-fees.ts';
import type { StallFormProps } from './stall-form.ts';

interface MoneyFormProps extends StallFormProps {
  readonly kind: 'refund' | 'takeDeposit' | 'returnDeposit' | 'useDeposit';
}

const howOf = {
  refund: 'console.fees.refund.how',
  takeDeposit: 'console.fees.deposit.how',
  returnDeposit: 'console.fees.deposit.how',
  useDeposit: 'console.fees.deposit.useHow',
} as const satisfies Record<MoneyFormProps['kind'], PlainTextKey>;

/** Money of a stall that is no payment: an advance given back, a deposit taken, used, returned. */
export function MoneyForm({ stall: of, kind, onDone }: MoneyFormProps) {
  const say = useText();
  const { stall, mall, advance, deposit, owed } = of;
  const act = useFeeAct((given: Moved) => moved(kind, given));
  const ids = useFormId(kind);
  const accounts = useAccountsOf(mall, ['cash', 'bank']);
  const most = {
    refund: advance,
    takeDeposit: null,
    returnDeposit: deposit,
    useDeposit: Math.min(deposit, owed),
  }[kind];
  const [digits, setDigits] = useState(most === null ? '' : String(most));
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={act}
      button={say.text(`console.fees.do.${kind}`)}
      needs={[accounts]}
      onSend={() => {
        const given = {
          stall,
          amount: Number(digits),
          note,
          account: meantAccount(accounts.data, chosen),
        };
        act.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>{say.text(howOf[kind])}</p>
      <AmountField
        isFirst
        label={say.text('console.fees.amount')}
        description={most === null ? undefined : say.text('console.fees.field.most', { most })}
        digits={digits}
        onDigits={setDigits}
      />
      {kind !== 'useDeposit' && (
        <AccountField
          label={say.text(
            kind === 'takeDeposit' ? 'console.fees.pay.account' : 'console.fees.pay.fromAccount',
          )}
          accounts={accounts.data ?? []}
          account={chosen}
          onAccount={setChosen}
        />
      )}
      <NoteField
        isReason={kind === 'refund' || kind === 'useDeposit'}
        note={note}
        onNote={setNote}
      />
    </ActForm>
  );
}

interface Moved {
  readonly id: string;
  readonly stall: string;
  readonly amount: number;
  readonly account: string | null;
  readonly note: string;
}

function moved(kind: MoneyFormProps['kind'], given: Moved) {
  switch (kind) {
    case 'refund':
      return hub.fees.refund(given);
    case 'takeDeposit':
      return hub.fees.takeDeposit(given);
    case 'returnDeposit':
      return hub.fees.returnDeposit(given);
    case 'useDeposit': {
      const { id, stall, amount, note } = given;
      return hub.fees.useDeposit({ id, stall, amount, note });
    }
  }
}
