import { IconGauge } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
import { byCursor, ofSamePeriod, useTyped } from '../use-fees.ts';
import { MeterSums } from './MeterSums.tsx';
import { type ReadingDrafts, ReadingGrid } from './ReadingGrid.tsx';

/** What the meters of a month showed, typed through with Enter; and what the mall itself took. */
export function MetersPage({ route, mall }: FeePageProps) {
  const say = useText();
  const period = route.period ?? mall.period;
  const typed = useTyped(route.text);
  const change = (to: Partial<FeesRoute>): void => openRoute({ ...route, ...to }, 'replace');
  const drafts = useDrafts(period);
  const readings = useInfiniteQuery({
    ...hubQuery.fees.readings.infiniteOptions({
      input: (cursor: string) => ({ mall: mall.mall, period, text: typed, cursor }),
      ...byCursor,
    }),
    placeholderData: ofSamePeriod(period),
    refetchInterval: false, // somebody types in it
  });
  const isKnown = typed === '' && !readings.isPlaceholderData;
  const isWithout = isKnown && readings.data?.pages[0]?.stalls.length === 0;
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
      {!isWithout && (
        <>
          <MeterSums
            mall={mall.mall}
            period={period}
            sums={readings.data?.pages[0]?.sums ?? null}
          />
          <SearchFees text={route.text} onText={(text) => change({ text })} />
        </>
      )}
      <Read of={readings}>
        {({ pages }) => {
          const stalls = pages.flatMap((page) => page.stalls);
          if (isWithout) return <NoContract />;
          if (stalls.length === 0) return <NoMatch onAll={() => change({ text: '' })} />;
          return (
            <>
              <ReadingGrid key={period} period={period} stalls={stalls} drafts={drafts} />
              <More of={readings} />
            </>
          );
        }}
      </Read>
    </PageFrame>
  );
}

/** What was typed of the meters of a month and is not kept yet, whatever is searched meanwhile. */
function useDrafts(period: string): ReadingDrafts {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  return {
    of: (stall) => typed[`${period} ${stall}`] ?? '',
    set: (stall, text) => setTyped((before) => ({ ...before, [`${period} ${stall}`]: text })),
  };
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
