import { Ask } from './Ask.tsx';
import { useText } from './use-text.ts';

interface DropAskProps {
  readonly isOpen: boolean;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
  /** What is dropped, in a sentence. */
  readonly children: string;
}

/** Asks before what was typed into a sheet is dropped. */
export function DropAsk({ isOpen, onKeep, onDrop, children }: DropAskProps) {
  const say = useText();
  return (
    <Ask
      isOpen={isOpen}
      title={say.text('screen.unsavedAsk')}
      keep={say.text('screen.unsavedKeep')}
      onKeep={onKeep}
      act={say.text('screen.unsavedDrop')}
      onAct={onDrop}
    >
      {children}
    </Ask>
  );
}
