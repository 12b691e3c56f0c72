import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import { notReadWords } from './failure-words.ts';

interface NotReadProps {
  readonly error: unknown;
  readonly level?: 'h1' | 'h2';
  readonly onRetry: () => void;
}

/** Stands in the place of what the hub has not given, and says why. */
export function NotRead({ error, level = 'h2', onRetry }: NotReadProps) {
  const say = useText();
  return (
    <div role="alert">
      <EmptyState
        Icon={IconPlugConnectedX}
        level={level}
        title={say.text('console.failed')}
        action={{ text: say.text('console.tryAgain'), onAct: onRetry }}
      >
        {notReadWords(error, say)}
      </EmptyState>
    </div>
  );
}
