import { Button } from '@mantine/core';
import { useText } from '../../ui/use-text.ts';
import card from './card.module.css';

interface MoreProps {
  /** A list that comes page by page, as react-query has it. */
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Asks for the next page of a list; nothing where there is none. */
export function More({ of }: MoreProps) {
  const say = useText();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = of;
  return (
    hasNextPage && (
      <div className={card.more}>
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say.text('console.more')}
        </Button>
      </div>
    )
  );
}
