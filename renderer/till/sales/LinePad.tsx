import { SegmentedControl } from '@mantine/core';
import { formatWhole } from '../../../domain/money.ts';
import { sellingPrice } from '../../../domain/sales/cart.ts';
import type { CartLine } from '../../../domain/sales/order.ts';
import type { RegisterAct } from '../../../domain/sales/register-acts.ts';
import { type PadField, padFields } from '../../../domain/sales/register-state.ts';
import { isMeant } from '../../../domain/sales/register-pad.ts';
import { NumberPad } from '../../ui/NumberPad.tsx';
import { learnWords, type Say, useText } from '../../ui/use-text.ts';
import styles from './LineBar.module.css';
import { register, useRegister } from './register-store.ts';
import { salesPageId } from '../../../domain/sales/page/text.id.ts';

learnWords(salesPageId);

/** Digits for the selected line: its quantity, its price, a discount on it. */
export function LinePad({ line }: { readonly line: CartLine }) {
  const say = useText();
  const pad = useRegister((state) => state.pad);
  const { field, text: typed } = pad ?? { field: 'quantity', text: '' };
  const isRefused = !pad || !isMeant(pad);
  const isMoney = field === 'price' || field === 'amount';
  return (
    <>
      <SegmentedControl
        className={styles.fields ?? ''}
        size="xs"
        fullWidth
        aria-label={say.text('sales.priceAndDiscount')}
        data={padFields.map((value) => ({ value, label: say.text(`sales.padField.${value}`) }))}
        value={field}
        onChange={(value) => act({ on: 'padField', field: value })}
      />
      <output className={styles.typed} data-known={typed === '' || undefined}>
        {typed === '' ? knownOf(line, field, say) : typedWords(field, typed)}
      </output>
      <NumberPad
        label={say.text('payments.keypad')}
        extra={isMoney ? '000' : ','}
        onType={(digits) => act({ on: 'padDigits', digits })}
        onBackspace={() => act({ on: 'padErase' })}
      />
      <button
        type="button"
        className={styles.set}
        disabled={isRefused}
        title={isRefused ? say.text('sales.typeFirst') : undefined}
        onClick={() => act({ on: 'padUse' })}
      >
        {say.text(`sales.padUse.${field}`)}
      </button>
    </>
  );
}

function act(act: RegisterAct): void {
  register.actBy(act, 'text');
}

/** What the line has now. */
function knownOf(line: CartLine, field: PadField, say: Say): string {
  const { discount } = line;
  switch (field) {
    case 'quantity':
      return say.quantity(line.quantityMilli);
    case 'price':
      return say.money(sellingPrice(line));
    case 'percent':
      return discount?.kind === 'percent' ? `${say.quantity(discount.rateBp * 10)}%` : '0%';
    case 'amount':
      return say.money(discount?.kind === 'amount' ? discount.amountRupiah : 0);
  }
}

function typedWords(field: PadField, typed: string): string {
  if (field === 'percent') return `${typed}%`;
  return field === 'quantity' || !/^\d+$/.test(typed) ? typed : formatWhole(Number(typed));
}
