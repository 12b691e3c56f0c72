import { IconMessageQuestion } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { byCursor, REFRESH_MS } from '../use-fees.ts';
import { DisputeRow } from './DisputeRow.tsx';

/** What stalls say is wrong, those that wait and those that were answered, the newest first. */
export function Disputes({ mall }: { readonly mall: string }) {
  const say = useText();
  const disputes = useInfiniteQuery({
    ...hubQuery.matters.listDisputes.infiniteOptions({
      input: (cursor: string) => ({ mall, state: 'all', cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  return (
    <Read of={disputes}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.disputes);
        return (
          <>
            <section className={card.card}>
              {all.length === 0 ? (
                <EmptyState
                  Icon={IconMessageQuestion}
                  title={say.text('console.fees.messages.disputesNone')}
                >
                  {say.text('console.fees.messages.disputesNoneHow')}
                </EmptyState>
              ) : (
                <ul
                  className={card.list}
                  aria-label={say.text('console.fees.messages.disputesList')}
                >
                  {all.map((dispute) => (
                    <li key={dispute.id}>
                      <DisputeRow mall={mall} dispute={dispute} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
            <More of={disputes} />
          </>
        );
      }}
    </Read>
  );
}
