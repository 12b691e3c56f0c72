import { IconGauge } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import { hubQuery } from '../../hub-client.ts';
import { openRoute } from '../../route.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import type { FeePageProps } from '../fee-page.ts';
import type { FeesRoute } from '../fees-route.ts';
import { MonthSteps } from '../MonthSteps.tsx';
import { NoMatch } from '../NoMatch.tsx';
import { SearchFees } from '../SearchFees.tsx';
import { byCursor, useTyped } from '../use-fees.ts';
import { MeterSums } from './MeterSums.tsx';
import { ReadingGrid } from './ReadingGrid.tsx';

/** What the meters of a month showed, typed through with Enter; and what the mall itself took. */
export function MetersPage({ route, mall }: FeePageProps) {
  const say = useText();
  const period = route.period ?? mall.period;
  const typed = useTyped(route.text);
  const change = (to: Partial<FeesRoute>): void => openRoute({ ...route, ...to }, 'replace');
  const readings = useInfiniteQuery({
    ...hubQuery.fees.readings.infiniteOptions({
      input: (cursor: string) => ({ mall: mall.mall, period, text: typed, cursor }),
      ...byCursor,
    }),
    refetchInterval: false, // somebody types in it
  });
  return (
    <PageFrame
      title={say.text('console.fees.tab.meters')}
      about={periodWords(period, say)}
      acts={
        <MonthSteps
          period={period}
          now={mall.period}
          onPeriod={(to) => change({ period: to === mall.period ? null : to })}
        />
      }
    >
      <Read of={readings}>
        {({ pages }) => {
          const sums = pages[0]?.sums ?? null;
          const stalls = pages.flatMap((page) => page.stalls);
          if (stalls.length === 0 && typed === '') return <NoContract />;
          return (
            <>
              <MeterSums mall={mall.mall} period={period} sums={sums} />
              <SearchFees text={route.text} onText={(text) => change({ text })} />
              {stalls.length === 0 ? (
                <NoMatch onAll={() => change({ text: '' })} />
              ) : (
                <ReadingGrid key={period} period={period} stalls={stalls} />
              )}
              <More of={readings} />
            </>
          );
        }}
      </Read>
    </PageFrame>
  );
}

function NoContract() {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconGauge}
        title={say.text('console.fees.meters.none')}
        action={{
          text: say.text('console.day.toOrganisation'),
          onAct: () => openRoute({ page: 'organisation' }),
        }}
      >
        {say.text('console.fees.meters.noneHow')}
      </EmptyState>
    </section>
  );
}
