import { TextInput } from '@mantine/core';
import { useText } from '../../../ui/use-text.ts';
import { milliOf } from '../milli-of.ts';

interface KwhFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly isFirst?: boolean;
  readonly isOptional?: boolean;
  /** As it is typed: `1.204,5`. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

/** kWh with a decimal comma; what is no number keeps its form back. */
export function KwhField(props: KwhFieldProps) {
  const { label, description, isFirst = false, isOptional = false, typed, onTyped } = props;
  const say = useText();
  const isWrong = typed.trim() !== '' && milliOf(typed) === undefined;
  const fault = isWrong ? say.text('console.fees.meters.wrong') : '';
  return (
    <TextInput
      ref={(field) => field?.setCustomValidity(fault)}
      label={label}
      description={description}
      error={fault}
      required={!isOptional}
      data-autofocus={isFirst || undefined}
      inputMode="decimal"
      autoComplete="off"
      maxLength={16}
      styles={{ input: { textAlign: 'right', fontWeight: 700 } }}
      value={typed}
      onChange={(event) => onTyped(event.currentTarget.value)}
    />
  );
}
