import { TextInput } from '@mantine/core';
import { formatWhole } from '../../../domain/money.ts';
import { writtenDigits } from '../../../domain/payments/cash.ts';
import { isPasted } from '../../ui/is-pasted.ts';

interface AmountFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  /** Whether the label stands above it; else it is for who listens. */
  readonly isLabelSeen?: boolean;
  readonly isFirst?: boolean;
  readonly isOptional?: boolean;
  /** Without points; empty before anything was typed. */
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
}

/** Whole rupiah, typed or pasted. */
export function AmountField(props: AmountFieldProps) {
  const { label, description, isLabelSeen = true, isFirst = false } = props;
  const { isOptional = false, digits, onDigits } = props;
  return (
    <TextInput
      {...(isLabelSeen ? { label } : { 'aria-label': label })}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      required={!isOptional}
      data-autofocus={isFirst || undefined}
      inputMode="numeric"
      autoComplete="off"
      placeholder="0"
      styles={{ input: { textAlign: 'right', fontWeight: 700 } }}
      value={digits === '' ? '' : formatWhole(Number(digits))}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget, nativeEvent }) => {
        const written = writtenDigits(currentTarget.value, { isPasted: isPasted(nativeEvent) });
        if (written !== undefined) onDigits(written);
      }}
    />
  );
}
