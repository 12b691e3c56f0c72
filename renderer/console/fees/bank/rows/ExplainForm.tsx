import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import {
  amongOffered,
  type BookedAct,
  bookedAs,
  sourcesOf,
} from '../../../../../domain/console/bank/explained-by.ts';
import {
  explanationsOf,
  likelyExplanation,
} from '../../../../../domain/console/bank/likely-explanation.ts';
import { shortDateWords } from '../../../../../domain/console/moment.ts';
import type { BankRow, Explanation } from '../../../../../domain/fees/bank/bank-row.ts';
import type { BankAccount } from '../../../../../domain/fees/bank/manage-contract.ts';
import { formatWhole } from '../../../../../domain/money.ts';
import { typedAmount } from '../../../../../domain/sales/typed-amount.ts';
import { type Say, useText } from '../../../../ui/use-text.ts';
import { Choices } from '../../../system/Choices.tsx';
import form from '../../../system/form.module.css';
import { todayInWib } from '../../../today-in-wib.ts';
import { useReconciliation } from '../use-bank.ts';
import type { RowExplained } from './use-row-acts.ts';

const NOTE_MAX = 200;

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
  const fault = amountFault(amount, row.left, say);
  const sources = sourcesOf(as, accounts);
  const { data } = useReconciliation(account, todayInWib());
  const booked = bookedAs(as, row, amount, data?.differences ?? []);
  useEffect(() => field.current?.setCustomValidity(fault), [fault]);
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        onExplain({
          as,
          amount,
          other: amongOffered(
            other,
            sources.map((one) => one.account),
          ),
          of: amongOffered(
            of,
            booked.map(({ act }) => act),
          ),
          note,
        });
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
      <OtherAccount sources={sources} other={other} onOther={setOther} />
      <Booked booked={booked} of={of} onOf={setOf} />
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
}

/** Why a part of so much cannot be; empty where it can. Rupiah */
function amountFault(amount: number, left: number, say: Say): string {
  if (amount === 0) return say.text('console.bank.notAmount');
  return amount > left ? say.text('console.bank.moreThanLeft', { left }) : '';
}

interface OtherAccountProps {
  readonly sources: readonly BankAccount[];
  readonly other: string;
  readonly onOther: (account: string) => void;
}

/** Which account the money came from, where there is more than one of its kind. */
function OtherAccount({ sources, other, onOther }: OtherAccountProps) {
  const say = useText();
  if (sources.length < 2) return null;
  return (
    <NativeSelect
      label={say.text('console.bank.explainOther')}
      data={[
        { value: '', label: say.text('console.bank.explainOtherAuto') },
        ...sources.map(({ account, label }) => ({ value: account, label: label || account })),
      ]}
      value={other}
      onChange={(event) => onOther(event.currentTarget.value)}
    />
  );
}

interface BookedProps {
  readonly booked: readonly BookedAct[];
  readonly of: string;
  readonly onOf: (act: string) => void;
}

/** What the books have of this sum without a row of the bank; nothing where there is none. */
function Booked({ booked, of, onOf }: BookedProps) {
  const say = useText();
  if (booked.length === 0) return null;
  return (
    <NativeSelect
      label={say.text('console.bank.explainOf')}
      data={[
        { value: '', label: say.text('console.bank.explainOfNone') },
        ...booked.map(({ act, on, text, stall }) => {
          const date = on === null ? '' : shortDateWords(on, say.language, todayInWib());
          return { value: act, label: [date, stall ?? '', text].join(' ').trim() };
        }),
      ]}
      value={of}
      onChange={(event) => onOf(event.currentTarget.value)}
    />
  );
}
