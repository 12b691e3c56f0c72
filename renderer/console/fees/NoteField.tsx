import { TextInput } from '@mantine/core';
import { FEE_NOTE_MAX } from '../../../domain/fees/manage/shapes.ts';
import { useText } from '../../ui/use-text.ts';
import { refuseBlank } from '../system/refuse-blank.ts';

interface NoteFieldProps {
  /** Whether something has to be said: it is a reason then. */
  readonly isReason?: boolean;
  readonly isFirst?: boolean;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** What is said of an act, or why it is done. */
export function NoteField({ isReason = false, isFirst = false, note, onNote }: NoteFieldProps) {
  const say = useText();
  return (
    <TextInput
      label={say.text(isReason ? 'console.fees.reason' : 'console.fees.note')}
      description={isReason ? say.text('console.fees.reasonHow') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      required={isReason}
      data-autofocus={isFirst || undefined}
      autoComplete="off"
      maxLength={FEE_NOTE_MAX}
      value={note}
      onChange={({ currentTarget }) => {
        if (isReason) refuseBlank(currentTarget, say.text('console.blank'));
        onNote(currentTarget.value);
      }}
    />
  );
}
