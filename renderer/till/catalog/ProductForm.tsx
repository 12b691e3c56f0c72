import { Autocomplete, Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArchive, IconArchiveOff, IconPlus } from '@tabler/icons-react';
import { type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { seenProduct } from '../../../domain/catalog/contract.ts';
import { emptyUnit, type ProductForm as Fields } from '../../../domain/catalog/product-form.ts';
import {
  CODE_MAX,
  NAME_MAX,
  type ShelfProduct,
  UNITS_MAX,
} from '../../../domain/catalog/product.ts';
import { ignoreSecond } from '../../ui/ignore-second.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './ProductForm.module.css';
import { TaxFields } from './TaxFields.tsx';
import { UnitRow } from './UnitRow.tsx';
import { useCategories } from './use-products.ts';
import { useProductForm } from './use-product-form.ts';

/** What the sheet asks of the form in it. */
export interface ProductFormHandle {
  /** Gives the barcode to the unit that has the focus, else to the base unit. */
  takeBarcode(barcode: string): void;
  isDirty(): boolean;
}

/** A product that there is: as the till has it now. */
interface Known {
  readonly product: ShelfProduct;
  readonly isArchived: boolean;
  /** Archives it, or puts it back on the shelf. */
  readonly onArchive: () => void;
}

interface ProductFormProps {
  readonly handle: Ref<ProductFormHandle>;
  readonly initial: Fields;
  /** Null for one that is added. */
  readonly known: Known | null;
  readonly onSaved: (product: ShelfProduct) => void;
}

/** All that a person says of a product: its names, and a row for each unit that it is sold in. */
export function ProductForm({ handle, initial, known, onSaved }: ProductFormProps) {
  const say = useText();
  const focusedUnit = useRef(0);
  const seen = known && seenProduct(known.product);
  const { form, isChanged, isSaving, submit } = useProductForm({ initial, seen, onSaved });
  const { units } = form.values;
  useImperativeHandle(handle, () => ({
    isDirty: isChanged,
    takeBarcode: (barcode) => {
      const at = Math.min(focusedUnit.current, units.length - 1);
      const barcodes = units[at]?.barcodes ?? [];
      if (barcodes.includes(barcode)) return;
      form.setFieldValue(`units.${at}.barcodes`, [...barcodes, barcode]);
    },
  }));
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <NameFields form={form} isNew={known === null} />
      <TaxFields form={form} />
      <fieldset className={styles.units} onClickCapture={ignoreSecond}>
        <legend>{say.text('catalog.price')}</legend>
        {units.map((unit, at) => (
          <UnitRow
            // Units have no name before one is typed: their place is all that they are known by.
            key={form.key(`units.${at}`)}
            at={at}
            form={form}
            unit={unit}
            baseUnit={units[0]?.unit ?? ''}
            onFocus={() => {
              focusedUnit.current = at;
            }}
            onRemove={() => {
              focusedUnit.current = 0;
              form.removeListItem('units', at);
            }}
          />
        ))}
        <div className={styles.more}>
          {units.length < UNITS_MAX && (
            <Button
              variant="subtle"
              leftSection={<IconPlus aria-hidden size={20} />}
              onClick={() => form.insertListItem('units', emptyUnit)}
            >
              {say.text('catalog.addUnit')}
            </Button>
          )}
          <small>{say.text('catalog.floorHow')}</small>
        </div>
      </fieldset>
      <footer className={styles.acts}>
        {known && <ShelfButton {...known} />}
        <span className={styles.gap} />
        <Button type="submit" loading={isSaving}>
          {say.text(known ? 'catalog.save' : 'catalog.add')}
        </Button>
      </footer>
    </form>
  );
}

interface NameFieldsProps {
  readonly form: UseFormReturnType<Fields>;
  readonly isNew: boolean;
}

/** What is said of the product as a whole; the code of one that is known stays. */
function NameFields({ form, isNew }: NameFieldsProps) {
  const say = useText();
  const categories = useCategories();
  return (
    <div className={styles.names}>
      <TextInput
        {...form.getInputProps('code')}
        label={say.text('catalog.code')}
        maxLength={CODE_MAX}
        autoComplete="off"
        spellCheck={false}
        readOnly={!isNew}
        description={!isNew && say.text('catalog.codeFixed')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data-autofocus={isNew || undefined}
      />
      <TextInput
        {...form.getInputProps('name')}
        label={say.text('catalog.name')}
        maxLength={NAME_MAX}
        autoComplete="off"
        autoFocus={!isNew} // it comes after the sheet has looked for what to focus
      />
      <Autocomplete
        {...form.getInputProps('category')}
        label={say.text('catalog.category')}
        maxLength={NAME_MAX}
        data={categories.map(({ name }) => name)}
      />
    </div>
  );
}

function ShelfButton({ isArchived, onArchive }: Known): ReactNode {
  const say = useText();
  const Picture = isArchived ? IconArchiveOff : IconArchive;
  return (
    <Button
      variant={isArchived ? 'light' : 'default'}
      leftSection={<Picture aria-hidden size={20} />}
      onClick={onArchive}
    >
      {say.text(isArchived ? 'catalog.restore' : 'catalog.archive')}
    </Button>
  );
}
