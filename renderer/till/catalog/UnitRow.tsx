import { ActionIcon, TagsInput, TextInput, type TextInputProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import type { ProductForm } from '../../../domain/catalog/product-form.ts';
import { BARCODES_MAX, UNIT_MAX } from '../../../domain/catalog/product.ts';
import { formatTypedPrice } from '../../../domain/catalog/typed-price.ts';
import { isPasted } from '../../ui/is-pasted.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './ProductForm.module.css';

interface UnitRowProps {
  /** Its place; 0 is the base unit, whose content is 1. */
  readonly at: number;
  readonly form: UseFormReturnType<ProductForm>;
  readonly unit: ProductForm['units'][number];
  readonly baseUnit: string;
  readonly onFocus: () => void;
  readonly onRemove: () => void;
}

/** One way to sell a product: its unit, content, prices and barcodes side by side. */
export function UnitRow({ at, form, unit, baseUnit, onFocus, onRemove }: UnitRowProps) {
  const say = useText();
  const isBase = at === 0;
  const place = (field: 'unit' | 'factor' | 'price' | 'floor' | 'barcodes') =>
    form.getInputProps(`units.${at}.${field}`);
  return (
    <div
      className={styles.unit}
      role="group"
      aria-label={say.text('catalog.unitNumber', { number: at + 1 })}
      onFocus={onFocus}
    >
      <TextInput
        {...place('unit')}
        label={say.text('catalog.unit')}
        maxLength={UNIT_MAX}
        autoComplete="off"
      />
      <TextInput
        {...place('factor')}
        label={say.text('catalog.factor')}
        inputMode="decimal"
        autoComplete="off"
        readOnly={isBase}
        title={isBase ? say.text('catalog.baseHow') : undefined}
        rightSection={!isBase && baseUnit !== '' && <small>{baseUnit}</small>}
        rightSectionWidth={isBase ? 0 : '3rem'}
      />
      <PriceField
        {...place('price')}
        label={say.text('catalog.unitPrice')}
        description={unit.price === '0' && say.text('catalog.priceZero')}
        onPrice={(price) => form.setFieldValue(`units.${at}.price`, price)}
      />
      <PriceField
        {...place('floor')}
        label={say.text('catalog.floor')}
        onPrice={(price) => form.setFieldValue(`units.${at}.floor`, price)}
      />
      <TagsInput
        {...place('barcodes')}
        value={[...unit.barcodes]}
        label={say.text('catalog.barcode')}
        maxTags={BARCODES_MAX}
        classNames={{ inputField: styles.barcode ?? '' }}
        splitChars={[' ', ',', '|']}
        isDuplicate={(barcode, others) => others.includes(barcode)}
        placeholder={unit.barcodes.length === 0 ? say.text('catalog.barcodeHint') : ''}
      />
      {isBase ? (
        <span />
      ) : (
        <ActionIcon
          className={styles.remove}
          variant="subtle"
          color="gray"
          size="2.75rem"
          aria-label={say.text('catalog.removeUnit', { unit: unit.unit || String(at + 1) })}
          title={say.text('catalog.removeUnit', { unit: unit.unit || String(at + 1) })}
          onClick={onRemove}
        >
          <IconTrash aria-hidden size={20} />
        </ActionIcon>
      )}
    </div>
  );
}

interface PriceFieldProps extends TextInputProps {
  readonly onPrice: (price: string) => void;
}

function PriceField({ onPrice, ...field }: PriceFieldProps) {
  return (
    <TextInput
      {...field}
      className={styles.price}
      inputMode="numeric"
      autoComplete="off"
      leftSection="Rp"
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      onChange={({ currentTarget, nativeEvent }) => {
        onPrice(formatTypedPrice(currentTarget.value, { isPasted: isPasted(nativeEvent) }));
      }}
    />
  );
}
