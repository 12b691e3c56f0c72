import type { Ref } from 'react';
import { NOTE_MAX } from '../../../domain/shifts/movement.ts';
import { useText } from '../../ui/use-text.ts';
import { LineField } from './LineField.tsx';

interface NoteFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  /** Whether the reason says too little without it. */
  readonly isNeeded: boolean;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onEnter: () => void;
}

/** What a person writes beside a reason. */
export function NoteField({ ref, isNeeded, note, onNote, onEnter }: NoteFieldProps) {
  const say = useText();
  return (
    <LineField
      ref={ref}
      label={say.text('shift.note')}
      how={say.text(isNeeded ? 'shift.noteNeeded' : 'shift.noteHow')}
      lengthMax={NOTE_MAX}
      value={note}
      onValue={onNote}
      onEnter={onEnter}
    />
  );
}
