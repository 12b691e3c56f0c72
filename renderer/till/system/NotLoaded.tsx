import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';

/** Stands in the place of a panel whose files did not come. */
export function NotLoaded() {
  return <WhatIsMissing level="h3" />;
}

/** Stands in the place of a screen whose files did not come. */
export function ScreenNotLoaded() {
  return (
    <main style={{ height: '100%' }}>
      <WhatIsMissing level="h1" />
    </main>
  );
}

function WhatIsMissing({ level }: { readonly level: 'h1' | 'h3' }) {
  const say = useText();
  return (
    <EmptyState
      Icon={IconPlugConnectedX}
      level={level}
      title={say.text('screen.notLoaded')}
      action={{ text: say.text('screen.reload'), onAct: () => location.reload() }}
    >
      {say.text('screen.notLoadedHow')}
    </EmptyState>
  );
}
