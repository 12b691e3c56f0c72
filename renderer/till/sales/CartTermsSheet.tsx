import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { formatQuantity } from '../../../domain/quantity.ts';
import { NOTE_MAX } from '../../../domain/sales/order.ts';
import type { Discount } from '../../../domain/sales/discount.ts';
import { lineKey } from '../../../domain/sales/line-key.ts';
import { readDiscount } from '../../../domain/sales/typed-discount.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { AmountField } from '../shifts/AmountField.tsx';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { LineField } from '../shifts/LineField.tsx';
import { PadField } from '../shifts/PadField.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { agree } from './agree.ts';
import { register } from './register-store.ts';
import styles from './CartTermsSheet.module.css';
import { salesPageId } from '../../../domain/sales/page/text.id.ts';

learnWords(salesPageId);

type Kind = 'none' | Discount['kind'];
const kinds: readonly Kind[] = ['none', 'percent', 'amount'];

/** A discount on the whole cart, and notes on it and on the selected line. */
export function CartTermsSheet({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const form = useCartTerms();
  const button = useRef<HTMLButtonElement>(null);
  const toButton = (): void => button.current?.focus();
  const use = (): void => {
    form.use();
    onClose();
  };
  return (
    <SheetColumns
      title={say.text('sales.cartEditTitle')}
      isBusy={false}
      onClose={onClose}
      side={
        <>
          {form.kind === 'percent' && (
            <PercentField text={form.percent} onText={form.setPercent} onEnter={toButton} />
          )}
          {form.kind === 'amount' && (
            <AmountField
              isFirst
              digits={form.digits}
              onDigits={form.setDigits}
              onEnter={toButton}
            />
          )}
        </>
      }
      foot={
        <ConfirmButton ref={button} isOff={form.isMissing} onPress={use}>
          {say.text(form.isMissing ? 'sales.typeFirst' : 'sales.apply')}
        </ConfirmButton>
      }
    >
      <div>
        <span className={styles.label}>{say.text('sales.cartDiscount')}</span>
        <SegmentedControl
          fullWidth
          aria-label={say.text('sales.cartDiscount')}
          data={kinds.map((value) => ({ value, label: say.text(kindKeys[value]) }))}
          value={form.kind}
          onChange={form.setKind}
        />
      </div>
      <LineField
        label={say.text('sales.note')}
        how={say.text('sales.noteHow')}
        lengthMax={NOTE_MAX}
        value={form.note}
        onValue={form.setNote}
        onEnter={toButton}
      />
      {form.line && (
        <LineField
          label={`${say.text('sales.lineNote')}: ${form.line.name}`}
          how={say.text('sales.noteHow')}
          lengthMax={NOTE_MAX}
          value={form.lineNote}
          onValue={form.setLineNote}
          onEnter={toButton}
        />
      )}
    </SheetColumns>
  );
}

const kindKeys = {
  none: 'sales.noDiscount',
  percent: 'sales.discountKind.percent',
  amount: 'sales.discountKind.amount',
} as const;

/** What the cart had when the sheet was opened, and what is typed since. */
function useCartTerms() {
  const [cart] = useState(() => register.now().cart);
  const line = cart.lines.find((one) => lineKey(one) === cart.selectedKey);
  const { discount } = cart;
  const [kind, setKind] = useState<Kind>(discount?.kind ?? 'percent');
  const [percent, setPercent] = useState(
    discount?.kind === 'percent' ? formatQuantity(discount.rateBp * 10) : '',
  );
  const [digits, setDigits] = useState(
    discount?.kind === 'amount' ? String(discount.amountRupiah) : '',
  );
  const [note, setNote] = useState(cart.note ?? '');
  const [lineNote, setLineNote] = useState(line?.note ?? '');
  const typed = kind === 'none' ? null : readDiscount(kind, kind === 'percent' ? percent : digits);
  const use = (): void => {
    const now = { note: note.trim(), lineNote: lineNote.trim() };
    if (now.note !== (cart.note ?? '')) agree({ kind: 'note', key: null, note: now.note });
    if (line && now.lineNote !== (line.note ?? '')) {
      agree({ kind: 'note', key: lineKey(line), note: now.lineNote });
    }
    // The last: it may have to wait for leave.
    if (typed !== undefined && JSON.stringify(typed) !== JSON.stringify(discount ?? null)) {
      agree({ kind: 'discount', key: null, discount: typed });
    }
  };
  const fields = { kind, setKind, percent, setPercent, digits, setDigits };
  const notes = { note, setNote, line, lineNote, setLineNote };
  return { ...fields, ...notes, isMissing: typed === undefined, use };
}

interface PercentFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}

function PercentField({ text, onText, onEnter }: PercentFieldProps) {
  const say = useText();
  const write = (next: string): void => {
    if (/^\d{0,3}(,\d{0,2})?$/.test(next)) onText(next);
  };
  return (
    <PadField
      label={say.text('sales.percent')}
      value={text}
      onChange={({ currentTarget }) => write(currentTarget.value.replace('.', ','))}
      onEnter={onEnter}
      extra=","
      onMore={(more) => write(text + more)}
      onBackspace={() => onText(text.slice(0, -1))}
      isFirst
    />
  );
}
