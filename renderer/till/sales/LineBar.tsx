import { NativeSelect, Popover, VisuallyHidden } from '@mantine/core';
import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { lineKey } from '../../../domain/sales/line-key.ts';
import type { CartLine } from '../../../domain/sales/contract.ts';
import type { RegisterAct } from '../../../domain/sales/register-acts.ts';
import { readQuantity } from '../../../domain/sales/typed-quantity.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './LineBar.module.css';
import { NumberPad } from '../../ui/NumberPad.tsx';
import { register, useRegister } from './register-store.ts';

/** What can be done to the selected line, always in the same place. */
export function LineBar() {
  const say = useText();
  const line = useRegister(({ cart }) =>
    cart.lines.find((one) => lineKey(one) === cart.selectedKey),
  );
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
        onClick={(event) => register.act({ on: 'step', units: -1 }, event)}
      >
        <IconMinus aria-hidden size={20} />
      </button>
      <QuantityButton line={line} />
      <button
        type="button"
        className={styles.step}
        aria-label={say.text('sales.more')}
        aria-keyshortcuts="+"
        onClick={(event) => register.act({ on: 'step', units: 1 }, event)}
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
            register.actBy({ on: 'unit', unit: event.currentTarget.value }, 'text');
            event.currentTarget.blur(); // the next scan must not go into the list
          }}
        />
      ) : (
        <span className={styles.unit}>{line.unit}</span>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-keyshortcuts="Delete"
        onClick={(event) => register.act({ on: 'remove' }, event)}
      >
        <IconTrash aria-hidden size={20} />
        <VisuallyHidden>{say.text('sales.removeLine', { name: line.name })}</VisuallyHidden>
        <KeyHint>Del</KeyHint>
      </button>
    </fieldset>
  );
}

/** The quantity; a touch opens digits to type another. */
function QuantityButton({ line }: { readonly line: CartLine }) {
  const say = useText();
  const pad = useRegister((state) => state.pad);
  const typed = pad?.text ?? '';
  const isRefused = readQuantity(typed) === undefined;
  const act = (act: RegisterAct): void => register.actBy(act, 'text');
  return (
    <Popover
      opened={pad !== null}
      onDismiss={() => act({ on: 'padUse' })} // what was typed is meant, whatever is touched next
      closeOnEscape={false}
      position="top"
      middlewares={{ flip: { fallbackPlacements: ['left'] }, shift: true }}
      width="16rem"
      shadow="lg"
      withArrow
      transitionProps={{ duration: 80, exitDuration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.quantity}
          aria-label={`${say.text('sales.quantity')} ${say.quantity(line.quantityMilli)}`}
          onClick={() => act({ on: 'pad' })}
        >
          {say.quantity(line.quantityMilli)}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <output className={styles.typed}>{typed || say.quantity(line.quantityMilli)}</output>
        <NumberPad
          label={say.text('payments.keypad')}
          extra=","
          onType={(digits) => act({ on: 'padDigits', digits })}
          onBackspace={() => act({ on: 'padErase' })}
        />
        <button
          type="button"
          className={styles.set}
          disabled={isRefused}
          title={isRefused ? say.text('sales.quantityNeeded') : undefined}
          onClick={() => act({ on: 'padUse' })}
        >
          {say.text('sales.setQuantity')}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}
