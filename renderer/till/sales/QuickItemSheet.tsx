import { useRef, useState } from 'react';
import { NAME_MAX } from '../../../domain/catalog/product.ts';
import { isSeen } from '../../../domain/line-of-text.ts';
import { rupiah } from '../../../domain/money.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { AmountField } from '../shifts/AmountField.tsx';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { LineField } from '../shifts/LineField.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { agree } from './agree.ts';
import { salesPageId } from '../../../domain/sales/page/text.id.ts';

learnWords(salesPageId);

/** A name and an amount, for what is no product of the catalog. */
export function QuickItemSheet({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const [name, setName] = useState('');
  const [digits, setDigits] = useState('');
  const amount = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const missing = !isSeen(name)
    ? 'sales.quickNameNeeded'
    : Number(digits) === 0
      ? 'sales.quickAmountNeeded'
      : null;
  const add = (): void => {
    agree({ kind: 'quick', name: name.trim(), priceRupiah: rupiah(Number(digits)) });
    onClose();
  };
  return (
    <SheetColumns
      title={say.text('sales.quick')}
      isBusy={false}
      onClose={onClose}
      side={
        <AmountField
          ref={amount}
          digits={digits}
          onDigits={setDigits}
          onEnter={() => button.current?.focus()}
        />
      }
      foot={
        <ConfirmButton ref={button} isOff={missing !== null} onPress={add}>
          {say.text(missing ?? 'sales.quickAdd')}
        </ConfirmButton>
      }
    >
      <p>{say.text('sales.quickHow')}</p>
      <LineField
        label={say.text('sales.quickName')}
        lengthMax={NAME_MAX}
        value={name}
        onValue={setName}
        onEnter={() => amount.current?.focus()}
        isFirst
      />
    </SheetColumns>
  );
}
