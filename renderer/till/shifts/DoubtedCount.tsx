import type { MouseEvent } from 'react';
import { piecesOf } from '../../../domain/shifts/cash-count.ts';
import { doubtCount } from '../../../domain/shifts/doubt.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useText } from '../../ui/use-text.ts';
import type { Count } from '../../ui/count/use-count.ts';

interface DoubtedCountProps {
  readonly count: Count;
  readonly isOpen: boolean;
  readonly onKeep: (event?: MouseEvent) => void;
  readonly onAct: (event: MouseEvent) => void;
}

/** Asks once about more pieces of a kind than a drawer is likely to hold. */
export function DoubtedCount({ count: { counted }, isOpen, onKeep, onAct }: DoubtedCountProps) {
  const say = useText();
  const value = doubtCount(counted);
  if (value === null) return null;
  const pieces = piecesOf(counted, value);
  return (
    <Ask
      isOpen={isOpen}
      title={say.text('shift.doubtTitle')}
      keep={say.text('shift.doubtKeep')}
      onKeep={onKeep}
      act={say.text('shift.doubtCountAct')}
      onAct={onAct}
    >
      {say.text('shift.doubtCount', { value, pieces, sum: value * pieces })}
    </Ask>
  );
}
