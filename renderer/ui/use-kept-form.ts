import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';
import { fieldsOf, isSameContent, mergeFields } from '../../domain/merge-fields.ts';

/** A form of what the till keeps. */
interface KeptForm<T extends object> {
  readonly form: UseFormReturnType<T>;
  /** What was sent is kept as `after`; what was changed meanwhile is still to be kept. */
  keep(sent: T, after: T): void;
  /** Whether anything in it is not kept. */
  isChanged(): boolean;
}

interface KeptFormOptions<T extends object>
  extends Pick<UseFormInput<T>, 'validate' | 'validateInputOnChange'> {
  /** What stands in the form when another page has changed what is kept. */
  readonly merge?: (here: T, before: T, there: T) => T;
  /** Told when another page has changed a field that was changed here too. */
  readonly onConflict?: () => void;
}

/**
 * A form that begins as what the till keeps and follows it, for another page may change it: a
 * field that somebody has changed here stays as it is.
 */
export function useKeptForm<T extends object>(kept: T, options: KeptFormOptions<T>): KeptForm<T> {
  const { onConflict, merge = mergeFields, ...rest } = options;
  const form = useForm<T>({ ...rest, initialValues: kept });
  const keep = (before: T, after: T): void => {
    const { errors } = form;
    form.setInitialValues(after);
    form.setValues(merge(form.getValues(), before, after));
    form.setErrors(errors); // setValues() takes them away, and nobody has mended them
  };
  const follow = useEffectEvent(() => {
    const before = form.getInitialValues();
    if (conflicts(form.getValues(), before, kept)) onConflict?.();
    keep(before, kept);
  });
  const content = JSON.stringify(kept); // the till sends an equal one anew
  useEffect(() => follow(), [content]);
  // The library's own isDirty() goes by what was touched, also where the till has followed.
  const isChanged = (): boolean => !isSameContent(form.getValues(), form.getInitialValues());
  return { form, keep, isChanged };
}

/** Whether a field was changed here, and differently there. */
function conflicts<T extends object>(values: T, before: T, after: T): boolean {
  return fieldsOf(after).some((field) => {
    const isChangedHere = !isSameContent(values[field], before[field]);
    return (
      isChangedHere &&
      !isSameContent(before[field], after[field]) &&
      !isSameContent(values[field], after[field])
    );
  });
}
