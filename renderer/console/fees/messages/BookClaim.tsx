import { useState } from 'react';
import { creditWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub } from '../../hub-client.ts';
import { AccountField, meantAccount } from '../AccountField.tsx';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { Facts } from '../Facts.tsx';
import { useAccountsOf } from '../use-accounts.ts';
import { useFeeAct } from '../use-fees.ts';
import type { ClaimFormProps } from './claim-form.ts';

/** Books what a stall says it paid, as it was seen to have come, and answers with its kuitansi. */
export function BookClaim({ mall, message, onDone }: ClaimFormProps) {
  const say = useText();
  const ids = useActId();
  const { id: of, said } = message;
  const claim = said.kind === 'claim' ? said : null;
  const [digits, setDigits] = useState(String(claim?.amount ?? ''));
  const [on, setOn] = useState(claim?.on ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const kind = claim?.how ?? 'cash';
  const accounts = useAccountsOf(mall, [kind]);
  const book = useFeeAct(hub.matters.bookClaim);
  if (!claim) return null;
  return (
    <ActForm
      act={book}
      button={say.text('console.fees.messages.book')}
      isReady={accounts !== undefined}
      onSend={() => {
        const account = kind === 'cash' ? chosen : meantAccount(accounts, chosen);
        const given = { message: of, amount: Number(digits), on, account };
        book.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <Facts facts={[{ label: say.text('console.fees.pay.how'), text: creditWords(kind, say) }]} />
      <AmountField
        isFirst
        label={say.text('console.fees.amount')}
        digits={digits}
        onDigits={setDigits}
      />
      <div className={form.dates}>
        <DateField isLabelSeen label={say.text('console.fees.on')} date={on} onDate={setOn} />
      </div>
      <AccountField
        label={say.text('console.fees.pay.account')}
        accounts={accounts ?? []}
        account={chosen}
        onAccount={setChosen}
      />
    </ActForm>
  );
}
