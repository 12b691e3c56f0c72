import { TextInput } from '@mantine/core';
import { isDate } from '../../domain/time.ts';

interface DateFieldProps {
  readonly label: string;
  readonly date: string | null;
  readonly min?: string | null;
  readonly max?: string | null;
  readonly onDate: (date: string | null) => void;
}

/** A date, or none. What is half typed stays in the field. */
export function DateField({ label, date, min = null, max = null, onDate }: DateFieldProps) {
  return (
    <TextInput
      type="date"
      label={label}
      min={min ?? undefined}
      max={max ?? undefined}
      defaultValue={date ?? ''}
      onChange={({ currentTarget: { value } }) => {
        if (value === '') onDate(null);
        else if (isDate(value)) onDate(value);
      }}
    />
  );
}
