import { Button } from '@mantine/core';
import { IconCalendarOff, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeeClosure } from '../../../../domain/fees/matters/closure-contract.ts';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import { openRoute } from '../../route.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import { More } from '../../system/More.tsx';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import type { FeePageProps } from '../fee-page.ts';
import { MonthSteps } from '../MonthSteps.tsx';
import { byCursor, REFRESH_MS } from '../use-fees.ts';
import { usePageKeys } from '../../system/use-page-keys.ts';
import { ClosureRow } from './ClosureRow.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { StampForm } from './StampForm.tsx';

/** Power cuts and closed days of a month, and what is granted for them. */
export function CalendarPage({ route, mall, today }: FeePageProps) {
  const say = useText();
  const [stamping, setStamping] = useState<string | null>(null);
  const month = route.period ?? mall.period;
  const closures = useInfiniteQuery({
    ...hubQuery.matters.listClosures.infiniteOptions({
      input: (cursor: string) => ({ mall: mall.mall, month, cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  const stamp = (): void => setStamping(today);
  usePageKeys({ c: stamp });
  return (
    <PageFrame
      title={say.text('console.fees.tab.calendar')}
      about={periodWords(month, say)}
      acts={
        <>
          <MonthSteps
            period={month}
            now={mall.period}
            onPeriod={(to) =>
              openRoute({ ...route, period: to === mall.period ? null : to }, 'replace')
            }
          />
          <Button
            leftSection={<IconPlus aria-hidden size={20} />}
            rightSection={<KeyHint>C</KeyHint>}
            aria-keyshortcuts="C"
            onClick={stamp}
          >
            {say.text('console.fees.calendar.stamp')}
          </Button>
        </>
      }
    >
      <Read of={closures}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.closures);
          return (
            <>
              <MonthGrid month={month} today={today} closures={all} onDate={setStamping} />
              <ClosureList closures={all} onStamp={stamp} />
              <More of={closures} />
            </>
          );
        }}
      </Read>
      <Dialog
        isOpen={stamping !== null}
        title={say.text('console.fees.calendar.stamp')}
        onClose={() => setStamping(null)}
        isWide
      >
        {stamping !== null && (
          <StampForm mall={mall.mall} date={stamping} onDone={() => setStamping(null)} />
        )}
      </Dialog>
    </PageFrame>
  );
}

interface ClosureListProps {
  readonly closures: readonly FeeClosure[];
  readonly onStamp: () => void;
}

function ClosureList({ closures, onStamp }: ClosureListProps) {
  const say = useText();
  return (
    <section className={card.card}>
      {closures.length === 0 ? (
        <EmptyState
          Icon={IconCalendarOff}
          title={say.text('console.fees.calendar.none')}
          action={{ text: say.text('console.fees.calendar.stamp'), onAct: onStamp }}
        >
          {say.text('console.fees.calendar.noneHow')}
        </EmptyState>
      ) : (
        <ul className={card.list} aria-label={say.text('console.fees.calendar.list')}>
          {closures.map((closure) => (
            <li key={closure.id}>
              <ClosureRow closure={closure} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
