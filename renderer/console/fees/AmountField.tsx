import { TextInput } from '@mantine/core';
import { useText } from '../../ui/use-text.ts';
import { useTypedAmount } from '../../ui/use-typed-amount.ts';

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
  const say = useText();
  const { hasComma, value, onChange } = useTypedAmount(digits, onDigits);
  return (
    <TextInput
      {...(isLabelSeen ? { label } : { 'aria-label': label })}
      description={description}
      rightSection={hasComma && <small role="status">{say.text('payments.noSen')}</small>}
      rightSectionWidth={hasComma ? '5.5rem' : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      required={!isOptional}
      data-autofocus={isFirst || undefined}
      inputMode="numeric"
      autoComplete="off"
      placeholder="0"
      styles={{ input: { textAlign: 'right', fontWeight: 700 } }}
      value={value}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={onChange}
    />
  );
}
