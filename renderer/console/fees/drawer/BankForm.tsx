import { useState } from 'react';
import type { OfficeDrawer } from '../../../../domain/fees/matters/drawer-contract.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub } from '../../hub-client.ts';
import { AccountField, meantAccount } from '../AccountField.tsx';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { NoteField } from '../NoteField.tsx';
import { useAccountsOf } from '../use-accounts.ts';
import { useFeeAct } from '../use-fees.ts';

interface BankFormProps {
  readonly mall: string;
  readonly drawer: OfficeDrawer;
  readonly today: string;
  readonly onDone: () => void;
}

/** Takes cash from the drawer to an account at a bank. */
export function BankForm({ mall, drawer, today, onDone }: BankFormProps) {
  const say = useText();
  const bank = useFeeAct(hub.matters.bankCash);
  const ids = useFormId('bank');
  const { account, expected } = drawer;
  const [digits, setDigits] = useState(String(Math.max(0, expected)));
  const [on, setOn] = useState(today);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const accounts = useAccountsOf(mall, ['bank']);
  const to = meantAccount(accounts.data, chosen);
  return (
    <ActForm
      act={bank}
      button={say.text('console.fees.drawer.bank')}
      fault={accounts.data && to === null ? say.text('console.fees.drawer.noBank') : ''}
      needs={[accounts]}
      onSend={() => {
        if (to === null) return;
        const given = { account, to, amount: Number(digits), on, note };
        bank.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <AmountField
        isFirst
        label={say.text('console.fees.amount')}
        description={say.text('console.fees.field.most', { most: Math.max(0, expected) })}
        digits={digits}
        onDigits={setDigits}
      />
      <AccountField
        label={say.text('console.fees.drawer.bankTo')}
        accounts={accounts.data ?? []}
        account={chosen}
        onAccount={setChosen}
      />
      <div className={form.dates}>
        <DateField isLabelSeen label={say.text('console.fees.on')} date={on} onDate={setOn} />
      </div>
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );
}
