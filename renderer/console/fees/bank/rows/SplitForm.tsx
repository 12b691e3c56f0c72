import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { BankRow } from '../../../../../domain/fees/bank/bank-row.ts';
import { PARTS_MAX } from '../../../../../domain/fees/bank/row-contract.ts';
import { formatWhole } from '../../../../../domain/money.ts';
import { typedAmount } from '../../../../../domain/sales/typed-amount.ts';
import { useText } from '../../../../ui/use-text.ts';
import { ChooseStall } from '../../../reports/ChooseStall.tsx';
import form from '../../../system/form.module.css';
import styles from './SplitForm.module.css';
import type { RowPart } from './use-row-acts.ts';

/** Stalls that are offered at once: the parts stand above them. */
const OFFERED_MAX = 4;

/** A part as it is typed. */
export interface TypedPart {
  readonly stall: string;
  readonly name: string;
  readonly text: string;
}

interface SplitFormProps {
  readonly row: BankRow;
  /** What was typed of it before, and not taken. */
  readonly draft: readonly TypedPart[] | undefined;
  readonly onSplit: (typed: readonly TypedPart[], parts: RowPart[]) => void;
}

/** Splits a row over several stalls: the amounts have to come to it, and what is left is shown. */
export function SplitForm({ row, draft, onSplit }: SplitFormProps) {
  const say = useText();
  const [parts, setParts] = useState<readonly TypedPart[]>(() => draft ?? firstParts(row));
  const [isTried, setIsTried] = useState(false);
  const amounts = parts.map(({ text }) => typedAmount(text) ?? 0);
  const left = row.left - amounts.reduce((sum, amount) => sum + amount, 0);
  const isRight = parts.length > 0 && left === 0 && amounts.every((amount) => amount > 0);
  const type = (at: number, text: string): void => {
    setParts(parts.map((part, i) => (i === at ? { ...part, text } : part)));
  };
  const fault =
    parts.length === 0
      ? say.text('console.bank.splitNone')
      : say.text('console.bank.splitWrong', { sum: row.left });
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!isRight) return;
        const split = parts.map(({ stall }, at) => ({ stall, amount: amounts[at] ?? 0 }));
        onSplit(parts, split);
      }}
    >
      {parts.map((part, at) => (
        <PartRow
          key={part.stall}
          part={part}
          amount={amounts[at] ?? 0}
          left={left}
          isTried={isTried}
          onType={(text) => type(at, text)}
          onRemove={() => setParts(parts.filter((_, i) => i !== at))}
        />
      ))}
      <p className={styles.left} role="status" data-even={left === 0 || undefined}>
        {leftWords()}
      </p>
      {isTried && !isRight && <p role="alert">{fault}</p>}
      <Button type="submit">{say.text('console.bank.split')}</Button>
      {parts.length < PARTS_MAX && (
        <section aria-label={say.text('console.bank.splitAdd')}>
          <h3 className={styles.title}>{say.text('console.bank.splitAdd')}</h3>
          <ChooseStall
            isFirst={parts.length === 0}
            offeredMax={OFFERED_MAX}
            onStall={({ stall, name }) => {
              if (parts.some((part) => part.stall === stall)) return;
              setParts([...parts, { stall, name, text: left > 0 ? formatWhole(left) : '' }]);
            }}
          />
        </section>
      )}
    </form>
  );

  function leftWords(): string {
    if (left === 0) return say.text('console.bank.splitEven');
    if (left > 0) return say.text('console.bank.splitLeft', { left });
    return say.text('console.bank.splitOver', { over: -left });
  }
}

interface PartRowProps {
  readonly part: TypedPart;
  /** What its text comes to; 0 for none. Rupiah */
  readonly amount: number;
  /** Of the row, beside all parts. */
  readonly left: number;
  readonly isTried: boolean;
  readonly onType: (text: string) => void;
  readonly onRemove: () => void;
}

function PartRow({ part, amount, left, isTried, onType, onRemove }: PartRowProps) {
  const say = useText();
  const { stall, name, text } = part;
  return (
    <div className={styles.part}>
      <span className={styles.name}>
        <strong>{stall}</strong> {name}
      </span>
      <TextInput
        className={styles.amount ?? ''}
        aria-label={say.text('console.bank.splitPart', { stall })}
        inputMode="numeric"
        autoComplete="off"
        error={isTried && amount === 0 && say.text('console.bank.notAmount')}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={left === 0 || amount + left <= 0} // nothing is left for it
        onClick={() => onType(formatWhole(amount + left))}
      >
        {say.text('console.bank.splitRest')}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={say.text('console.bank.splitRemove', { stall })}
        onClick={onRemove}
      >
        <IconTrash aria-hidden size={20} />
      </ActionIcon>
    </div>
  );
}

/** The likeliest stall with what it owes, as far as the row reaches. */
function firstParts({ left, suggestions }: BankRow): TypedPart[] {
  const [best] = suggestions;
  if (best === undefined) return [];
  const owed = best.charges.reduce((sum, { amount }) => sum + amount, 0);
  const amount = owed === 0 ? left : Math.min(owed, left);
  return [{ stall: best.stall, name: best.name, text: formatWhole(amount) }];
}
