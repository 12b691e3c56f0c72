import { NativeSelect, VisuallyHidden } from '@mantine/core';
import { IconMinus, IconPlus, IconTag, IconTrash } from '@tabler/icons-react';
import { lineKey } from '../../../domain/sales/line-key.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './LineBar.module.css';
import { LinePadButton } from './LinePadButton.tsx';
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
      <LinePadButton line={line} />
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
        className={styles.step}
        aria-label={say.text('sales.priceAndDiscount')}
        title={say.text('sales.priceAndDiscount')}
        aria-keyshortcuts="F5 F7"
        onClick={(event) => register.act({ on: 'pad', field: 'price' }, event)}
      >
        <IconTag aria-hidden size={20} />
      </button>
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
