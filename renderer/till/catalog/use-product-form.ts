import { schemaResolver } from '@mantine/form';
import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { z } from 'zod';
import type { SeenProduct } from '../../../domain/catalog/contract.ts';
import { DraftFault } from '../../../domain/catalog/draft-fault.ts';
import {
  mergeForm,
  type ProductForm,
  readProductForm,
} from '../../../domain/catalog/product-form.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';

interface ProductFormOptions {
  readonly initial: ProductForm;
  /** Null for one that is added. */
  readonly seen: SeenProduct | null;
  readonly onSaved: (product: ShelfProduct) => void;
}

/** A product in hand: judged by the rules of an import, here and once more by the till. */
export function useProductForm({ initial, seen, onSaved }: ProductFormOptions) {
  const say = useText();
  const notices = useNotices();
  const [isSaving, setIsSaving] = useState(false);
  const { form, isChanged } = useKeptForm<ProductForm>(initial, {
    merge: mergeForm,
    onConflict: () => notices.warn((say) => say.error('PRODUCT_CHANGED', {})),
    validate: schemaResolver(formSchema(say), { sync: true }),
  });
  const save = async (values: ProductForm): Promise<void> => {
    const read = readProductForm(values);
    if (!('draft' in read)) return;
    setIsSaving(true);
    try {
      const { product, notes } = await till.catalog.save({ draft: read.draft, seen });
      const [first] = notes;
      if (first) notices.warn((say) => say.text(`import.note.${first.note}`, first));
      else notices.done((say) => say.text('catalog.saved', { name: product.name }));
      onSaved(product);
    } catch (error) {
      const faults = faultsIn(error);
      form.setErrors(
        Object.fromEntries(faults.map((fault) => [placeOf(fault), sentence(fault, say)])),
      );
      if (faults.length === 0) notices.failed(error);
    } finally {
      setIsSaving(false);
    }
  };
  return { form, isChanged, isSaving, submit: form.onSubmit((values) => void save(values)) };
}

/** The fields of a product as zod judges them; its messages are what the screen says. */
function formSchema(say: Say) {
  return z.custom<ProductForm>().superRefine((form, context) => {
    const read = readProductForm(form);
    if ('draft' in read) return;
    for (const fault of read.faults) {
      const path = placeOf(fault).split('.');
      context.addIssue({ code: 'custom', path, message: sentence(fault, say) });
    }
  });
}

const unitFields = {
  unit: 'unit',
  factor: 'factor',
  price: 'price',
  floor: 'floor',
  barcode: 'barcodes',
} as const;

/** Where the form shows a fault. */
function placeOf({ unit, field }: DraftFault): string {
  if (field === 'code' || field === 'name' || field === 'category' || field === 'tax') return field;
  return `units.${unit}.${unitFields[field]}`;
}

function sentence({ reason, value, other }: DraftFault, say: Say): string {
  return say.text(`import.reason.${reason}`, { value, other });
}

const Refused = z.object({ faults: z.array(DraftFault) });

function faultsIn(error: unknown): readonly DraftFault[] {
  if (!(error instanceof ORPCError)) return [];
  const refused = Refused.safeParse(error.data);
  return refused.success ? refused.data.faults : [];
}
