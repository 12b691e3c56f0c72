import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';

/** Stands in the place of a screen whose files did not come. */
export function ScreenNotLoaded() {
  const say = useText();
  return (
    <main style={{ height: '100%' }}>
      <EmptyState
        Icon={IconPlugConnectedX}
        title={say.text('screen.notLoaded')}
        action={{ text: say.text('screen.reload'), onAct: () => location.reload() }}
      >
        {say.text('screen.notLoadedHow')}
      </EmptyState>
    </main>
  );
}
