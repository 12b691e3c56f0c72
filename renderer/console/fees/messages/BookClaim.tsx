import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isPerhapsPaid } from '../../../../domain/console/fees/pay-doubt.ts';
import { accountsTaking } from '../../../../domain/fees/kinds.ts';
import { creditWords } from '../../../../domain/fees/papers/paper-words.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub, hubQuery } from '../../hub-client.ts';
import { AccountField, meantAccount } from '../AccountField.tsx';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { Doubt } from '../Doubt.tsx';
import { Facts } from '../Facts.tsx';
import { useAccountsOf } from '../use-accounts.ts';
import { useFeeAct } from '../use-fees.ts';
import { useMeant } from '../use-meant.ts';
import type { ClaimFormProps } from './claim-form.ts';

/** Books what a stall says it paid, as it was seen to have come, and answers with its kuitansi. */
export function BookClaim({ mall, message, onDone }: ClaimFormProps) {
  const say = useText();
  const ids = useFormId('claim');
  const { id: of, said } = message;
  const claim = said.kind === 'claim' ? said : null;
  const [digits, setDigits] = useState(String(claim?.amount ?? ''));
  const [on, setOn] = useState(claim?.on ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const kind = claim?.how ?? 'cash';
  const accounts = useAccountsOf(mall, accountsTaking[kind]);
  const book = useFeeAct(hub.matters.bookClaim);
  const view = useQuery(hubQuery.fees.stall.queryOptions({ input: { stall: message.stall } }));
  const amount = Number(digits);
  const there = view.data?.credits.find((credit) => isPerhapsPaid(credit, { amount, on }));
  const meant = useMeant(there ? `${there.id} ${on}` : '');
  if (!claim) return null;
  return (
    <ActForm
      act={book}
      button={say.text('console.fees.messages.book')}
      needs={[accounts, view]}
      fault={meant.isMeant ? '' : say.text('console.fees.messages.thereHow')}
      onSend={() => {
        const account = meantAccount(accounts.data, chosen);
        const given = { message: of, amount, on, account };
        book.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      {there && (
        <Doubt
          {...meant}
          text={say.text('console.fees.messages.there', {
            kuitansi: there.kuitansi,
            date: writtenDate(there.on),
          })}
          label={say.text('console.fees.messages.isOther')}
        />
      )}
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
        accounts={accounts.data ?? []}
        account={chosen}
        onAccount={setChosen}
      />
    </ActForm>
  );
}
