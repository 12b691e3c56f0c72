import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';

/** The fields of a form, as they are typed and chosen. */
type Draft<T> = { [K in keyof T]: string };

/** A form of what the till keeps. */
interface KeptForm<T extends Draft<T>> {
  readonly form: UseFormReturnType<T>;
  /** What was sent is kept as `after`; what was changed meanwhile is still to be kept. */
  keep(sent: T, after: T): void;
}

/**
 * A form that begins as what the till keeps and follows it, for another page may change it: a
 * field that somebody has changed here stays as it is.
 */
export function useKeptForm<T extends Draft<T>>(
  kept: T,
  options: Pick<UseFormInput<T>, 'validate' | 'validateInputOnChange'>,
): KeptForm<T> {
  const form = useForm<T>({ ...options, initialValues: kept });
  const keep = (before: T, after: T): void => {
    const values = followed(form.getValues(), before, after);
    const { errors } = form;
    form.setInitialValues(after);
    form.setValues(values);
    form.setErrors(errors); // setValues() takes them away, and nobody has mended them
  };
  const follow = useEffectEvent(() => keep(form.getInitialValues(), kept));
  const content = JSON.stringify(kept); // the till sends an equal one anew
  useEffect(() => follow(), [content]);
  return { form, keep };
}

function followed<T extends Draft<T>>(values: T, before: T, after: T): T {
  const names = Object.keys(after) as (keyof T)[]; // its own keys
  const isChangedHere = (name: keyof T) => values[name] !== before[name];
  const changed = names.filter(isChangedHere).map((name) => [name, values[name]]);
  return { ...after, ...Object.fromEntries(changed) };
}
