import { IconBuildingStore, IconSearchOff } from '@tabler/icons-react';
import { dateWords } from '../../../domain/console/moment.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import { openRoute, type Route } from '../route.ts';
import { HubCommand } from '../system/HubCommand.tsx';
import card from '../system/card.module.css';
import { More } from '../system/More.tsx';
import { PageFrame } from '../system/PageFrame.tsx';
import { Read } from '../system/Read.tsx';
import { DateSteps } from './DateSteps.tsx';
import { DaySummary } from './DaySummary.tsx';
import { SearchStalls } from './SearchStalls.tsx';
import { StallList } from './StallList.tsx';
import { useDay } from './use-day.ts';

type DayRoute = Extract<Route, { page: 'day' }>;

/** The stalls of a day: what they took, what is missing, and what is to be looked at first. */
export function DayPage({ route }: { readonly route: DayRoute }) {
  const say = useText();
  const day = useDay(route);
  const first = day.data?.pages[0];
  const date = route.date ?? first?.date;
  const isToday = first !== undefined && date === first.today;
  const written = date === undefined ? '' : dateWords(date, say.language);
  const change = (to: Partial<DayRoute>): void => openRoute({ ...route, ...to }, 'replace');
  return (
    <PageFrame
      title={isToday || date === undefined ? say.text('console.today') : written}
      about={isToday ? written : undefined}
      acts={
        date !== undefined && (
          <DateSteps
            date={date}
            today={first?.today ?? date}
            onDate={(to) => change({ date: to })}
          />
        )
      }
    >
      <Read of={day}>
        {({ pages }) => {
          const stalls = pages.flatMap((page) => page.stalls);
          const summary = pages[0]?.summary;
          const all = Object.values(summary?.states ?? {}).reduce((sum, count) => sum + count, 0);
          if (!summary || all === 0) return <NoStalls />;
          return (
            <>
              <DaySummary
                summary={summary}
                state={route.state}
                onState={(state) => change({ state })}
              />
              <SearchStalls text={route.text} onText={(text) => change({ text })} />
              {stalls.length === 0 ? (
                <NoMatch onAll={() => change({ state: null, text: '' })} />
              ) : (
                <StallList stalls={stalls} isOld={day.isPlaceholderData} />
              )}
              <More of={day} />
            </>
          );
        }}
      </Read>
    </PageFrame>
  );
}

function NoStalls() {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconBuildingStore}
        title={say.text('console.day.noStalls')}
        action={{
          text: say.text('console.day.toOrganisation'),
          onAct: () => openRoute({ page: 'organisation' }),
        }}
      >
        {say.text('console.day.noStallsHow')}
      </EmptyState>
      <div className={card.padded}>
        <p className={card.soft}>{say.text('console.day.noStallsElse')}</p>
        <HubCommand>import-organisation FILE.csv</HubCommand>
      </div>
    </section>
  );
}

function NoMatch({ onAll }: { readonly onAll: () => void }) {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconSearchOff}
        title={say.text('console.day.noMatch')}
        action={{ text: say.text('console.day.showAll'), onAct: onAll }}
      >
        {say.text('console.day.noMatchHow')}
      </EmptyState>
    </section>
  );
}
