import { IconNotesOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { dateWords } from '../../../domain/console/moment.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import { hubQuery } from '../hub-client.ts';
import type { Route } from '../route.ts';
import card from '../system/card.module.css';
import { More } from '../system/More.tsx';
import { PageFrame } from '../system/PageFrame.tsx';
import { Read } from '../system/Read.tsx';
import { RecordList } from './RecordList.tsx';

/** The records of a date of one stall. */
export function DatePage({ route }: { readonly route: Extract<Route, { page: 'date' }> }) {
  const say = useText();
  const { stall, date } = route;
  const records = useInfiniteQuery(
    hubQuery.reports.records.infiniteOptions({
      input: (cursor: string) => ({ stall, date, cursor }),
      initialPageParam: '',
      getNextPageParam: ({ nextCursor }) => (nextCursor === '' ? undefined : nextCursor),
    }),
  );
  return (
    <PageFrame
      title={say.text('console.records.title', { date: dateWords(date, say.language) })}
      back={{ to: { page: 'stall', stall, period: null }, text: stall }}
    >
      <Read of={records}>
        {({ pages }) => {
          const shown = pages.flatMap((page) => page.records);
          if (shown.length === 0) return <NoRecords />;
          return (
            <>
              <RecordList stall={stall} date={date} records={shown} />
              <More of={records} />
            </>
          );
        }}
      </Read>
    </PageFrame>
  );
}

function NoRecords() {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState Icon={IconNotesOff} title={say.text('console.records.none')}>
        {say.text('console.records.noneHow')}
      </EmptyState>
    </section>
  );
}
