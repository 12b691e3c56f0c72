import { Checkbox } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type Milli, milli } from '../../../../domain/quantity.ts';
import { backActOf } from '../../../../domain/sales/back-keys.ts';
import { stepBack } from '../../../../domain/sales/count-back.ts';
import type { SaleLine } from '../../../../domain/sales/receipt.ts';
import type { RefundQuote } from '../../../../domain/sales/refund.ts';
import { useText } from '../../../ui/use-text.ts';
import styles from './BackLines.module.css';
import { QUANTITY_LETTERS, type TypedLine } from './use-counted.ts';
import type { Refunding } from './use-refund.ts';

interface BackLinesProps {
  readonly quote: RefundQuote;
  readonly refunding: Refunding;
  /** Enter behind the last line. */
  readonly onEnd: () => void;
}

/** The lines of a sale: how many of each come back, and whether to the shelf. */
export function BackLines({ quote, refunding, onEnd }: BackLinesProps) {
  const say = useText();
  const { receipt, leftMilli } = quote;
  const firstLeft = leftMilli.findIndex((left) => left > 0);
  return (
    <ul className={styles.lines} aria-label={say.text('back.lines')} onKeyDown={moveFocus(onEnd)}>
      {receipt.lines.map((line, at) => (
        <BackLine
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt never move
          key={at}
          line={line}
          leftMilli={leftMilli[at] ?? milli(0)}
          typed={refunding.typedAt(at)}
          isFirst={at === firstLeft}
          onType={(change) => refunding.setLine(at, change)}
        />
      ))}
    </ul>
  );
}

interface BackLineProps {
  readonly line: SaleLine;
  readonly leftMilli: Milli;
  readonly typed: TypedLine;
  readonly isFirst: boolean;
  readonly onType: (change: Partial<TypedLine>) => void;
}

function BackLine({ line, leftMilli, typed, isFirst, onType }: BackLineProps) {
  const say = useText();
  const { name, unit, quantityMilli: sold } = line;
  const { text, isRestocked } = typed;
  return (
    <li data-chosen={text !== '' || undefined}>
      <span className={styles.name}>
        {name}
        <small>{say.text('back.left', { left: leftMilli, unit, sold })}</small>
      </span>
      {leftMilli > 0 && (
        <>
          <Stepper {...{ name, leftMilli, text, isFirst, onType }} />
          <Checkbox
            label={say.text('back.restock')}
            disabled={text === ''}
            checked={isRestocked}
            onChange={(event) => onType({ isRestocked: event.currentTarget.checked })}
          />
        </>
      )}
    </li>
  );
}

interface StepperProps extends Pick<BackLineProps, 'leftMilli' | 'isFirst' | 'onType'> {
  readonly name: string;
  readonly text: string;
}

/** How many come back: typed, or one more and one less. */
function Stepper({ name, leftMilli, text, isFirst, onType }: StepperProps) {
  const say = useText();
  const field = useRef<HTMLInputElement>(null);
  // The lines come after the sheet that asks for them.
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  const step = (by: 1 | -1): void => onType({ text: stepBack({ leftMilli, text }, by) });
  return (
    <span className={styles.stepper}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={say.text('back.less', { name })}
        onClick={() => step(-1)}
      >
        <IconMinus aria-hidden size={18} />
      </button>
      <input
        ref={field}
        aria-label={say.text('back.quantity', { name })}
        data-autofocus={isFirst || undefined}
        inputMode="decimal"
        autoComplete="off"
        maxLength={QUANTITY_LETTERS}
        placeholder="0"
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onType({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          const act = backActOf(event.key);
          if (act !== 'more' && act !== 'less') return;
          event.preventDefault();
          step(act === 'more' ? 1 : -1);
        }}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={say.text('back.more', { name })}
        onClick={() => step(1)}
      >
        <IconPlus aria-hidden size={18} />
      </button>
    </span>
  );
}

/** Arrows and Enter go from one quantity to the next. */
function moveFocus(onEnd: () => void) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const by = { next: 1, before: -1 }[String(backActOf(event.key))];
    const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>('li input')].filter(
      ({ type }) => type !== 'checkbox',
    );
    const at = fields.findIndex((one) => one === document.activeElement);
    if (by === undefined || at === -1) return;
    event.preventDefault();
    if (event.repeat && event.key === 'Enter') return;
    const next = fields[at + by];
    if (next) next.focus();
    else if (event.key === 'Enter') onEnd();
  };
}
