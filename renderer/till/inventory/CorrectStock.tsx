import { Button, Chip, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowRight } from '@tabler/icons-react';
import { type Ref, useImperativeHandle, useState } from 'react';
import { readMilli } from '../../../domain/catalog/cell-number.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { STOCK_NOTE_MAX } from '../../../domain/inventory/contract.ts';
import {
  afterCorrection,
  correctionReasonNames,
  correctionReasons,
  type CorrectionReason,
  isCorrection,
} from '../../../domain/inventory/correction.ts';
import { type Milli, milli, MILLI_MAX } from '../../../domain/quantity.ts';
import { withDecimalComma } from '../../../domain/typed-number.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './StockPanel.module.css';
import { useCorrectStock } from './use-stock.ts';

interface Typed {
  readonly reason: CorrectionReason;
  readonly quantity: string;
  readonly note: string;
}

const nothingTyped: Typed = { reason: 'counted', quantity: '', note: '' };

/** What the sheet asks of the form in it. */
export interface CorrectStockHandle {
  isDirty(): boolean;
}

interface CorrectStockProps {
  readonly handle: Ref<CorrectStockHandle>;
  readonly product: ShelfProduct;
}

/** Why the stock is otherwise than the till thinks, and what it is after that. */
export function CorrectStock({ handle, product }: CorrectStockProps) {
  const say = useText();
  const correct = useCorrectStock(product);
  const [isSaving, setIsSaving] = useState(false);
  const form = useForm<Typed>({
    initialValues: nothingTyped,
    validate: (typed) => faultsOf(typed, say),
  });
  const { reason, quantity, note } = form.values;
  const isDirty = quantity.trim() !== '' || note.trim() !== '';
  useImperativeHandle(handle, () => ({ isDirty: () => isDirty }));
  const save = async ({ note }: Typed): Promise<void> => {
    const read = readQuantity(quantity);
    if ('fault' in read) return;
    setIsSaving(true);
    if (await correct({ reason, quantityMilli: read.milli, note: note.trim() })) form.reset();
    setIsSaving(false);
  };
  const unit = product.units[0]?.unit ?? '';
  return (
    <form
      className={styles.correct}
      aria-label={say.text('inventory.correct')}
      onSubmit={form.onSubmit((typed) => void save(typed))}
    >
      <h3>{say.text('inventory.correct')}</h3>
      <Chip.Group
        value={reason}
        onChange={(value) => {
          form.clearErrors();
          form.setFieldValue('reason', reasonOf(value));
        }}
      >
        <div className={styles.reasons} role="radiogroup" aria-label={say.text('inventory.reason')}>
          {correctionReasonNames.map((name) => (
            <Chip key={name} value={name} size="md">
              {say.text(`inventory.reason.${name}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <div className={styles.fields}>
        <TextInput
          {...form.getInputProps('quantity')}
          label={say.text(`inventory.quantity.${correctionReasons[reason]}`)}
          inputMode="decimal"
          autoComplete="off"
          rightSection={<small>{unit}</small>}
          rightSectionWidth="4rem"
        />
        <TextInput
          {...form.getInputProps('note')}
          label={say.text('inventory.note')}
          maxLength={STOCK_NOTE_MAX}
          autoComplete="off"
        />
        <Button type="submit" loading={isSaving} className={styles.save}>
          {say.text('inventory.save')}
        </Button>
      </div>
      <Outcome product={product} reason={reason} quantity={quantity} />
    </form>
  );
}

interface OutcomeProps {
  readonly product: ShelfProduct;
  readonly reason: CorrectionReason;
  readonly quantity: string;
}

/** Before, after, and the difference, as the quantity is typed. */
function Outcome({ product, reason, quantity }: OutcomeProps) {
  const say = useText();
  const { onHandMilli } = product;
  const read = readQuantity(quantity);
  const after = 'milli' in read ? afterCorrection(onHandMilli, reason, read.milli) : undefined;
  const difference = after === undefined ? 0 : after - onHandMilli;
  const sign = difference > 0 ? '+' : '';
  return (
    <dl className={styles.outcome} aria-live="polite">
      <div>
        <dt>{say.text('inventory.onHand')}</dt>
        <dd>{say.quantity(onHandMilli)}</dd>
      </div>
      <IconArrowRight aria-hidden size={24} />
      <div>
        <dt>{say.text('inventory.after')}</dt>
        <dd>{after === undefined ? '–' : say.quantity(after)}</dd>
      </div>
      <div data-sign={Math.sign(difference)}>
        <dt>{say.text('inventory.difference')}</dt>
        <dd>{after === undefined ? '–' : `${sign}${say.quantity(difference)}`}</dd>
      </div>
    </dl>
  );
}

type ReadQuantity = { readonly milli: Milli } | { readonly fault: 'missing' | 'wrong' };

function readQuantity(typed: string): ReadQuantity {
  if (typed.trim() === '') return { fault: 'missing' };
  const read = readMilli(withDecimalComma(typed), ',', { min: 0, max: MILLI_MAX });
  return 'value' in read ? { milli: milli(read.value) } : { fault: 'wrong' };
}

function faultsOf({ reason, quantity, note }: Typed, say: Say) {
  const read = readQuantity(quantity);
  if ('fault' in read) {
    const isMissing = read.fault === 'missing';
    const wrong = say.text('import.reason.numberInvalid', { value: quantity });
    return { quantity: isMissing ? say.text('inventory.quantityNeeded') : wrong };
  }
  if (isCorrection(reason, read.milli, note)) return {};
  if (reason === 'other') return { note: say.text('inventory.noteNeeded') };
  return { quantity: say.text('inventory.quantityNeeded') };
}

function reasonOf(value: string | string[] | null): CorrectionReason {
  return correctionReasonNames.find((name) => name === value) ?? 'counted';
}
