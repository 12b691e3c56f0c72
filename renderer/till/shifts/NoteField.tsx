import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { NOTE_MAX } from '../../../domain/shifts/movement.ts';
import { useText } from '../../ui/use-text.ts';

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
    <TextInput
      ref={ref}
      label={say.text('shift.note')}
      description={say.text(isNeeded ? 'shift.noteNeeded' : 'shift.noteHow')}
      autoComplete="off"
      maxLength={NOTE_MAX}
      value={note}
      onChange={(event) => onNote(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (!event.repeat) onEnter();
      }}
    />
  );
}
