import { Input, NativeSelect, SegmentedControl } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ProductForm } from '../../../domain/catalog/product-form.ts';
import { canBeAdded, readTax, taxChoices, writeTax } from '../../../domain/catalog/product-tax.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './ProductForm.module.css';

interface TaxFieldsProps {
  readonly form: UseFormReturnType<ProductForm>;
}

/** What a product is taxed with, and whether that is in its price or comes on top of it. */
export function TaxFields({ form }: TaxFieldsProps) {
  const say = useText();
  const { kind = 'stall', isAdded = false } = readTax(form.values.tax) ?? {};
  return (
    <div className={styles.names}>
      <NativeSelect
        label={say.text('catalog.tax')}
        error={form.errors.tax}
        value={kind}
        data={taxChoices.map((choice) => ({
          value: choice,
          label: say.text(`catalog.tax.${choice}`),
        }))}
        onChange={({ currentTarget }) => {
          const chosen = taxChoices.find((choice) => choice === currentTarget.value);
          if (chosen) form.setFieldValue('tax', writeTax({ kind: chosen, isAdded }));
        }}
      />
      {canBeAdded(kind) && (
        <Input.Wrapper
          className={styles.taxWay}
          size="md"
          label={say.text('catalog.taxWay')}
          labelElement="div"
        >
          <SegmentedControl
            fullWidth
            size="md"
            aria-label={say.text('catalog.taxWay')}
            data={[
              { value: 'in', label: say.text('catalog.taxWay.in') },
              { value: 'added', label: say.text('catalog.taxWay.added') },
            ]}
            value={isAdded ? 'added' : 'in'}
            onChange={(way) => {
              form.setFieldValue('tax', writeTax({ kind, isAdded: way === 'added' }));
            }}
          />
        </Input.Wrapper>
      )}
    </div>
  );
}
