import { IconSearchOff } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';

interface NoMatchProps {
  /** Where it is no list of stalls. */
  readonly title?: string;
  readonly onAll: () => void;
}

/** Stands where a search or a filter leaves no stall. */
export function NoMatch({ title, onAll }: NoMatchProps) {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconSearchOff}
        title={title ?? say.text('console.fees.noMatch')}
        action={{ text: say.text('console.fees.showAll'), onAct: onAll }}
      >
        {say.text('console.fees.noMatchHow')}
      </EmptyState>
    </section>
  );
}
