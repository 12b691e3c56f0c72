import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';

/** Stands in the place of a page whose files did not come. */
export function NotLoaded() {
  const say = useText();
  return (
    <EmptyState
      Icon={IconPlugConnectedX}
      level="h1"
      title={say.text('console.notLoaded')}
      action={{ text: say.text('screen.reload'), onAct: () => location.reload() }}
    >
      {say.text('console.notLoadedHow')}
    </EmptyState>
  );
}
