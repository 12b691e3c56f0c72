import { IconSearchOff } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';

/** Stands where a search or a filter leaves no stall. */
export function NoMatch({ onAll }: { readonly onAll: () => void }) {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconSearchOff}
        title={say.text('console.fees.noMatch')}
        action={{ text: say.text('console.fees.showAll'), onAct: onAll }}
      >
        {say.text('console.fees.noMatchHow')}
      </EmptyState>
    </section>
  );
}
