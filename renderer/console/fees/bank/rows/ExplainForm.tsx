import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import {
  explanationsOf,
  likelyExplanation,
} from '../../../../../domain/console/bank/likely-explanation.ts';
import { shortDateWords } from '../../../../../domain/console/moment.ts';
import type { BankRow, Explanation } from '../../../../../domain/fees/bank/bank-row.ts';
import type { BankAccount } from '../../../../../domain/fees/bank/manage-contract.ts';
import { formatWhole } from '../../../../../domain/money.ts';
import { typedAmount } from '../../../../../domain/sales/typed-amount.ts';
import { useText } from '../../../../ui/use-text.ts';
import { Choices } from '../../../system/Choices.tsx';
import form from '../../../system/form.module.css';
import { todayInWib } from '../../../today-in-wib.ts';
import { useReconciliation } from '../use-bank.ts';
import type { RowExplained } from './use-row-acts.ts';

const NOTE_MAX = 200;
/** Money that comes from another account of the mall. */
const fromOther: readonly Explanation[] = ['cash-bank', 'settlement'];
/** What may be in the books already, without its row. */
const bookedBefore: readonly Explanation[] = ['cash-bank', 'refund', 'other-in'];

interface ExplainFormProps {
  readonly row: BankRow;
  /** What was typed of it before, and not taken. */
  readonly draft: RowExplained | undefined;
  readonly account: string;
  /** All of its mall. */
  readonly accounts: readonly BankAccount[];
  readonly onExplain: (said: RowExplained) => void;
}

/** Says what a row, or a part of it, is that is no payment. */
export function ExplainForm(props: ExplainFormProps) {
  const { row, draft, account, accounts, onExplain } = props;
  const say = useText();
  const [as, setAs] = useState<Explanation>(() => draft?.as ?? likelyExplanation(row));
  const [text, setText] = useState(formatWhole(draft?.amount ?? row.left));
  const [other, setOther] = useState(draft?.other ?? '');
  const [of, setOf] = useState(draft?.of ?? '');
  const [note, setNote] = useState(draft?.note ?? '');
  const field = useRef<HTMLInputElement>(null);
  const amount = typedAmount(text) ?? 0;
  const fault = amountFault();
  useEffect(() => field.current?.setCustomValidity(fault), [fault]);
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        const isOther = fromOther.includes(as) && other !== '';
        const isBooked = bookedBefore.includes(as) && of !== '';
        onExplain({ as, amount, other: isOther ? other : null, of: isBooked ? of : null, note });
      }}
    >
      <Choices
        label={say.text('console.bank.explainAs')}
        choices={explanationsOf[row.amountSen < 0 ? 'out' : 'in'].map((value) => ({
          value,
          text: say.text(`console.bank.as.${value}`),
        }))}
        chosen={as}
        onChoose={setAs}
      />
      <TextInput
        ref={field}
        required
        label={say.text('console.bank.explainAmount')}
        inputMode="numeric"
        autoComplete="off"
        error={text !== '' && fault}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {fromOther.includes(as) && (
        <OtherAccount as={as} accounts={accounts} other={other} onOther={setOther} />
      )}
      {bookedBefore.includes(as) && (
        <Booked row={row} account={account} amount={amount} of={of} onOf={setOf} />
      )}
      <TextInput
        label={say.text('console.bank.explainNote')}
        maxLength={NOTE_MAX}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" data-autofocus>
        {say.text('console.bank.explainSave')}
      </Button>
    </form>
  );

  function amountFault(): string {
    if (amount === 0) return say.text('console.bank.notAmount');
    return amount > row.left ? say.text('console.bank.moreThanLeft', { left: row.left }) : '';
  }
}

interface OtherAccountProps extends Pick<ExplainFormProps, 'accounts'> {
  readonly as: Explanation;
  readonly other: string;
  readonly onOther: (account: string) => void;
}

/** Which account the money came from, where there is more than one of its kind. */
function OtherAccount({ as, accounts, other, onOther }: OtherAccountProps) {
  const say = useText();
  const holds = as === 'settlement' ? 'qris' : 'cash';
  const others = accounts.filter((one) => one.holds === holds && !one.isClosed);
  if (others.length < 2) return null;
  return (
    <NativeSelect
      label={say.text('console.bank.explainOther')}
      data={[
        { value: '', label: say.text('console.bank.explainOtherAuto') },
        ...others.map(({ account, label }) => ({ value: account, label: label || account })),
      ]}
      value={other}
      onChange={(event) => onOther(event.currentTarget.value)}
    />
  );
}

interface BookedProps extends Pick<ExplainFormProps, 'row' | 'account'> {
  readonly amount: number;
  readonly of: string;
  readonly onOf: (act: string) => void;
}

/** What the books have of this sum without a row of the bank; nothing where there is none. */
function Booked({ row, account, amount, of, onOf }: BookedProps) {
  const say = useText();
  const { data } = useReconciliation(account, todayInWib());
  const bookedSen = row.amountSen < 0 ? amount * 100 : -amount * 100;
  const found = (data?.differences ?? []).filter(
    ({ kind, act, amountSen }) => kind === 'posting' && act !== null && amountSen === bookedSen,
  );
  if (found.length === 0) return null;
  return (
    <NativeSelect
      label={say.text('console.bank.explainOf')}
      data={[
        { value: '', label: say.text('console.bank.explainOfNone') },
        ...found.map(({ act, on, text, stall }) => {
          const date = on === null ? '' : shortDateWords(on, say.language, todayInWib());
          return { value: act ?? '', label: [date, stall ?? '', text].join(' ').trim() };
        }),
      ]}
      value={of}
      onChange={(event) => onOf(event.currentTarget.value)}
    />
  );
}
