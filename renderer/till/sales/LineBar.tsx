import { NativeSelect, Popover } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Milli } from '../../../domain/quantity.ts';
import type { CartLine } from '../../../domain/sales/cart.ts';
import { readQuantity, TYPED_QUANTITY_MAX } from '../../../domain/sales/typed-quantity.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './LineBar.module.css';
import { NumberPad } from './NumberPad.tsx';

interface LineBarProps {
  readonly line: CartLine | undefined;
  readonly onStep: (units: 1 | -1) => void;
  readonly onQuantity: (quantityMilli: Milli) => void;
  readonly onUnit: (unit: string) => void;
  readonly onRemove: () => void;
}

/** What can be done to the selected line, always in the same place. */
export function LineBar({ line, onStep, onQuantity, onUnit, onRemove }: LineBarProps) {
  const say = useText();
  if (!line) {
    return <div className={styles.bar} data-empty />;
  }
  const atLeast = line.quantityMilli <= 1000;
  return (
    <fieldset className={styles.bar} aria-label={`${say.text('sales.selectedLine')}: ${line.name}`}>
      <button
        type="button"
        className={styles.step}
        aria-label={say.text('sales.less')}
        aria-keyshortcuts="-"
        aria-disabled={atLeast}
        title={say.text(atLeast ? 'sales.lessStops' : 'sales.less')}
        onClick={() => onStep(-1)}
      >
        <IconMinus aria-hidden size={20} />
      </button>
      <QuantityButton key={line.code} line={line} onQuantity={onQuantity} />
      <button
        type="button"
        className={styles.step}
        aria-label={say.text('sales.more')}
        aria-keyshortcuts="+"
        onClick={() => onStep(1)}
      >
        <IconPlus aria-hidden size={20} />
      </button>
      {line.units.length > 1 ? (
        <NativeSelect
          className={styles.unit}
          aria-label={say.text('sales.unit')}
          data={line.units.map((one) => one.unit)}
          value={line.unit}
          onChange={(event) => {
            onUnit(event.currentTarget.value);
            event.currentTarget.blur(); // the next scan must not go into the list
          }}
        />
      ) : (
        <span className={styles.unit}>{line.unit}</span>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={say.text('sales.removeLine', { name: line.name })}
        aria-keyshortcuts="Delete"
        onClick={onRemove}
      >
        <IconTrash aria-hidden size={20} />
        <KeyHint>Del</KeyHint>
      </button>
    </fieldset>
  );
}

interface QuantityButtonProps {
  readonly line: CartLine;
  readonly onQuantity: (quantityMilli: Milli) => void;
}

/** The quantity; a touch opens digits to type another. */
function QuantityButton({ line, onQuantity }: QuantityButtonProps) {
  const say = useText();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const quantity = readQuantity(typed ?? '');
  const use = (): void => {
    if (quantity !== undefined) onQuantity(quantity);
    setTyped(undefined);
  };
  // The pad is for fingers: a key means that the keyboard is in use, and the pad gives way.
  useWindowEvent('keydown', (event) => {
    if (typed === undefined || event.key === 'Shift') return;
    if (event.key === 'Enter') {
      event.preventDefault(); // it would press the button that has the focus
      use();
    } else setTyped(undefined);
  });
  return (
    <Popover
      opened={typed !== undefined}
      onDismiss={() => setTyped(undefined)}
      position="top"
      width={264}
      shadow="lg"
      withArrow
      transitionProps={{ duration: 80, exitDuration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.quantity}
          aria-label={`${say.text('sales.quantity')} ${say.quantity(line.quantityMilli)}`}
          onClick={() => setTyped((before) => (before === undefined ? '' : undefined))}
        >
          {say.quantity(line.quantityMilli)}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <output className={styles.typed}>
          {typed === '' ? say.quantity(line.quantityMilli) : typed}
        </output>
        <NumberPad
          label={say.text('payments.keypad')}
          extra=","
          onType={(digits) =>
            setTyped((before) => `${before ?? ''}${digits}`.slice(0, TYPED_QUANTITY_MAX))
          }
          onBackspace={() => setTyped((before) => before?.slice(0, -1))}
        />
        <button
          type="button"
          className={styles.set}
          disabled={quantity === undefined}
          onClick={use}
        >
          {say.text('sales.setQuantity')}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}
