import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useId } from 'react';
import { type Denomination, denominations, sumCount } from '../../../domain/shifts/cash-count.ts';
import { isAnythingTyped, isCoin, piecesTyped } from '../../../domain/shifts/typed-count.ts';
import { Figure } from '../Figure.tsx';
import { useText } from '../use-text.ts';
import { NumberPad } from '../NumberPad.tsx';
import styles from './CashCountForm.module.css';
import type { Count } from './use-count.ts';

/** Figures of the most pieces that a field takes. */
const FIGURES_MAX = 6;

interface CountRowsProps {
  readonly count: Count;
  /** Behind the last row: to the button. */
  readonly onDone: () => void;
  /** Whether the first row has the focus when they come up. */
  readonly isFirst?: boolean;
}

/**
 * A row for each kind of note and coin: pieces by keys (Enter, Tab and the arrows move on) or by
 * touch, and what they come to.
 */
export function CountRows({ count, onDone, isFirst = false }: CountRowsProps) {
  const say = useText();
  const begin = useEffectEvent(() => count.goTo(denominations[0]));
  useEffect(() => {
    if (isFirst) begin();
  }, [isFirst]);
  return (
    <fieldset className={styles.rows} aria-label={say.text('shift.pieces')}>
      {denominations.map((value) => (
        <CountRow
          key={value}
          value={value}
          count={count}
          onDone={onDone}
          isFirst={isFirst && value === denominations[0]}
        />
      ))}
    </fieldset>
  );
}

interface CountRowProps extends CountRowsProps {
  readonly value: Denomination;
}

function CountRow({ value, count, onDone, isFirst }: CountRowProps) {
  const say = useText();
  const id = useId();
  const pieces = piecesTyped(count.typed, value);
  const name = say.money(value);
  const move = (by: 1 | -1): void => {
    const next = count.beside(value, by);
    if (next !== undefined) count.goTo(next);
    else if (by === 1) onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = actOf(event.key, move, (by) => count.step(value, by));
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat || event.key !== 'Enter') act();
  };
  return (
    <div className={styles.row} data-active={count.active === value || undefined}>
      <label htmlFor={id} className={styles.value}>
        {name} {isCoin(value) && <small>{say.text('shift.coin')}</small>}
      </label>
      <StepButton
        label={say.text('shift.pieceLess', { value: name })}
        isMore={false}
        onPress={() => count.step(value, -1)}
      />
      <input
        id={id}
        ref={(field) => count.setField(value, field)}
        className={styles.pieces}
        aria-describedby={`${id}-sum`}
        inputMode="none"
        data-autofocus={isFirst || undefined}
        autoComplete="off"
        maxLength={FIGURES_MAX}
        placeholder="0"
        value={count.typed[value] ?? ''}
        onFocus={(event) => {
          count.onFocus(value);
          event.currentTarget.select();
        }}
        onChange={(event) => count.type(value, event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <StepButton
        label={say.text('shift.pieceMore', { value: name })}
        isMore
        onPress={() => count.step(value, 1)}
      />
      <span id={`${id}-sum`} className={styles.sum} data-none={pieces === 0 || undefined}>
        {say.money(value * pieces)}
      </span>
    </div>
  );
}

/** What a key does in a field; the others type, or belong to the page. */
function actOf(
  key: string,
  move: (by: 1 | -1) => void,
  step: (by: 1 | -1) => void,
): (() => void) | undefined {
  switch (key) {
    case 'Enter':
    case 'ArrowDown':
      return () => move(1);
    case 'ArrowUp':
      return () => move(-1);
    case '+':
      return () => step(1);
    case '-':
      return () => step(-1);
    default:
      return undefined;
  }
}

interface StepButtonProps {
  readonly label: string;
  readonly isMore: boolean;
  readonly onPress: () => void;
}

function StepButton({ label, isMore, onPress }: StepButtonProps) {
  const Sign = isMore ? IconPlus : IconMinus;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.step}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Sign aria-hidden size={18} />
    </button>
  );
}

/** Empties a count, once anything was typed. */
export function ClearCount({ count }: { readonly count: Count }) {
  const say = useText();
  if (!isAnythingTyped(count.typed)) return null;
  return (
    <button type="button" className={styles.clear} onClick={count.clear}>
      {say.text('shift.clearCount')}
    </button>
  );
}

interface CountTotalProps {
  readonly count: Count;
  readonly label: string;
}

/** What all rows come to. */
export function CountTotal({ count, label }: CountTotalProps) {
  const say = useText();
  return (
    <div className={styles.total} role="status">
      <span>{label}</span>
      <strong>
        <Figure text={say.money(sumCount(count.counted))} />
      </strong>
    </div>
  );
}

/** Digits to touch, for the row that was touched last. */
export function CountPad({ count }: { readonly count: Count }) {
  const say = useText();
  return (
    <NumberPad
      label={say.text('payments.keypad')}
      extra="00"
      onType={count.padType}
      onBackspace={count.padErase}
    />
  );
}
