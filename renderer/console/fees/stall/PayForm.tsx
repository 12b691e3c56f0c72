import { useState } from 'react';
import { accountsTaking, paymentKinds, type PaymentKind } from '../../../../domain/fees/kinds.ts';
import { doubtOf } from '../../../../domain/console/fees/pay-doubt.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub } from '../../hub-client.ts';
import { Choices } from '../../system/Choices.tsx';
import { AccountField, meantAccount } from '../AccountField.tsx';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { Doubt } from '../Doubt.tsx';
import { NoteField } from '../NoteField.tsx';
import { useAccountsOf } from '../use-accounts.ts';
import { useFeeAct } from '../use-fees.ts';
import { useMeant } from '../use-meant.ts';
import { GoesTo } from './GoesTo.tsx';
import { PayDone } from './PayDone.tsx';
import type { StallFormProps } from './stall-form.ts';
import { useSplit } from './use-split.ts';

/** Books a payment of a stall: how much, how, when, and what it goes to. */
export function PayForm({ stall: of, today, onDone }: StallFormProps) {
  const say = useText();
  const { stall, mall, owed, advance } = of;
  const pay = useFeeAct(hub.fees.pay);
  const ids = useFormId('pay');
  const [kind, setKind] = useState<PaymentKind>('cash');
  const [digits, setDigits] = useState(() => (owed > advance ? String(owed - advance) : ''));
  const [on, setOn] = useState(today);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const amount = Number(digits);
  const split = useSplit(of.open, amount);
  const accounts = useAccountsOf(mall, accountsTaking[kind]);
  const doubt = doubtOf({ amount, owed, on, today });
  const meant = useMeant(doubt ? `${doubt} ${amount} ${on}` : '');
  if (pay.data) return <PayDone outcome={pay.data} onDone={onDone} />;
  return (
    <ActForm
      act={pay}
      button={
        amount > 0 ? say.text('console.fees.pay.act', { amount }) : say.text('console.fees.do.pay')
      }
      fault={faultOf()}
      needs={[accounts]}
      onSend={() => {
        const account = meantAccount(accounts.data, chosen);
        const given = { stall, kind, amount, on, account, allocations: split.byHand, note };
        pay.mutate({ id: ids.of(given), ...given, seenOwed: owed });
      }}
    >
      <Choices
        label={say.text('console.fees.pay.how')}
        choices={paymentKinds.map((value) => ({ value, text: say.text(`paper.credit.${value}`) }))}
        chosen={kind}
        onChoose={setKind}
      />
      <AmountField
        isFirst
        label={say.text('console.fees.amount')}
        digits={digits}
        onDigits={setDigits}
      />
      {doubt && (
        <Doubt
          {...meant}
          text={say.text(`console.fees.pay.${doubt}`)}
          label={say.text('console.fees.pay.meant')}
        />
      )}
      <GoesTo charges={of.open} split={split} />
      <div className={form.dates}>
        <DateField isLabelSeen label={say.text('console.fees.on')} date={on} onDate={setOn} />
      </div>
      <AccountField
        label={say.text('console.fees.pay.account')}
        accounts={accounts.data ?? []}
        account={chosen}
        onAccount={setChosen}
      />
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );

  function faultOf(): string {
    if (kind !== 'cash' && accounts.data?.length === 0)
      return say.text('console.fees.pay.noAccount');
    if (amount === 0) return say.text('console.fees.pay.amountNeeded');
    return meant.isMeant ? split.fault(say) : say.text('console.fees.pay.meantHow');
  }
}
