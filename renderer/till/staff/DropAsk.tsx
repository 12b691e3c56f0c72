import { Ask } from '../../ui/Ask.tsx';
import { useText } from '../../ui/use-text.ts';

interface DropAskProps {
  readonly isOpen: boolean;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

/** Asks before what was typed into a sheet is dropped. */
export function DropAsk({ isOpen, onKeep, onDrop }: DropAskProps) {
  const say = useText();
  return (
    <Ask
      isOpen={isOpen}
      title={say.text('catalog.unsavedAsk')}
      keep={say.text('catalog.unsavedKeep')}
      onKeep={onKeep}
      act={say.text('catalog.unsavedDrop')}
      onAct={onDrop}
    >
      {say.text('staff.unsavedWhat')}
    </Ask>
  );
}
