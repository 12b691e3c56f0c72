import { Button } from '@mantine/core';
import { IconFileInvoice, IconReceipt2 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChargeState } from '../../../../domain/fees/manage/shapes.ts';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import { openRoute } from '../../route.ts';
import card from '../../system/card.module.css';
import { Choices } from '../../system/Choices.tsx';
import { More } from '../../system/More.tsx';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import type { FeePageProps } from '../fee-page.ts';
import type { FeesRoute } from '../fees-route.ts';
import { MonthSteps } from '../MonthSteps.tsx';
import { NoMatch } from '../NoMatch.tsx';
import { SearchFees } from '../SearchFees.tsx';
import { byCursor, ofSamePeriod, REFRESH_MS, useTyped } from '../use-fees.ts';
import { usePageKeys } from '../../system/use-page-keys.ts';
import { ChargeRunDialog } from './ChargeRunDialog.tsx';
import { KuitansiPart } from './KuitansiPart.tsx';
import { MonthList } from './MonthList.tsx';
import { MonthSums } from './MonthSums.tsx';

/** What a month is looked at for. */
const views = ['charges', 'kuitansi'] as const;

/** What a mall charged for a month, who has paid, and the run that charges it. */
export function MonthPage({ route, mall }: FeePageProps) {
  const say = useText();
  const [isRunning, setIsRunning] = useState(false);
  const period = route.period ?? mall.period;
  const state = ChargeState.safeParse(route.only).data ?? null;
  const view = views.find((one) => one === route.only) ?? 'charges';
  const month = useMonth(route, mall.mall, period);
  const change = (to: Partial<FeesRoute>): void => openRoute({ ...route, ...to }, 'replace');
  const isClosed = month.data?.pages[0]?.isClosed ?? false;
  const run = (): void => setIsRunning(true);
  usePageKeys({ t: isClosed ? undefined : run });
  return (
    <PageFrame
      title={periodWords(period, say)}
      about={say.text('console.fees.month.contracted', { count: mall.contracted })}
      acts={
        <>
          <MonthSteps
            period={period}
            now={mall.period}
            onPeriod={(to) => change({ period: to === mall.period ? null : to })}
          />
          <RunButton period={period} isClosed={isClosed} onRun={run} />
        </>
      }
    >
      <Choices
        label={say.text('console.fees.month.views')}
        choices={views.map((value) => ({ value, text: say.text(`console.fees.month.${value}`) }))}
        chosen={view}
        onChoose={(one) => change({ only: one === 'charges' ? '' : one, text: '' })}
      />
      {view === 'kuitansi' ? (
        <KuitansiPart
          key={period}
          mall={mall.mall}
          mallName={mall.name}
          period={period}
          text={route.text}
          onText={(text) => change({ text })}
        />
      ) : (
        <MonthCharges
          mall={mall.mall}
          of={{ period, state, text: route.text }}
          month={month}
          onRun={run}
          onChange={change}
        />
      )}
      <ChargeRunDialog
        mall={mall.mall}
        period={period}
        isOpen={isRunning}
        onClose={() => setIsRunning(false)}
      />
    </PageFrame>
  );
}

interface MonthChargesProps {
  readonly mall: string;
  readonly of: {
    readonly period: string;
    readonly state: ChargeState | null;
    readonly text: string;
  };
  readonly month: ReturnType<typeof useMonth>;
  readonly onRun: () => void;
  readonly onChange: (to: Partial<FeesRoute>) => void;
}

/** The sums of a month, and its stalls. */
function MonthCharges({ mall, of, month, onRun, onChange }: MonthChargesProps) {
  const say = useText();
  const { period, state, text } = of;
  const isClosed = month.data?.pages[0]?.isClosed ?? false;
  return (
    <Read of={month}>
      {({ pages }) => {
        const sums = pages[0]?.sums;
        const stalls = pages.flatMap((page) => page.stalls);
        if (!sums || sums.stalls === 0) return <NotCharged period={period} onRun={onRun} />;
        return (
          <>
            {isClosed && (
              <p className={card.soft} role="note">
                {say.text('console.fees.isClosed', { month: periodWords(period, say) })}
              </p>
            )}
            <MonthSums
              sums={sums}
              state={state}
              onState={(only) => onChange({ only: only ?? '' })}
            />
            <SearchFees text={text} onText={(to) => onChange({ text: to })} />
            {stalls.length === 0 ? (
              <NoMatch onAll={() => onChange({ only: '', text: '' })} />
            ) : (
              <MonthList mall={mall} stalls={stalls} isOld={month.isPlaceholderData} />
            )}
            <More of={month} />
          </>
        );
      }}
    </Read>
  );
}

interface RunButtonProps {
  readonly period: string;
  readonly isClosed: boolean;
  readonly onRun: () => void;
}

/** Off where the month takes nothing more, and says so. */
function RunButton({ period, isClosed, onRun }: RunButtonProps) {
  const say = useText();
  const why = say.text('console.fees.isClosed', { month: periodWords(period, say) });
  return (
    <Button
      leftSection={<IconFileInvoice aria-hidden size={20} />}
      rightSection={<KeyHint>T</KeyHint>}
      aria-keyshortcuts="T"
      disabled={isClosed}
      title={isClosed ? why : undefined}
      onClick={onRun}
    >
      {say.text('console.fees.run.title', { month: periodWords(period, say) })}
    </Button>
  );
}

function useMonth({ text, only }: FeesRoute, mall: string, period: string) {
  const typed = useTyped(text);
  const state = ChargeState.safeParse(only).data ?? null;
  return useInfiniteQuery({
    ...hubQuery.fees.month.infiniteOptions({
      input: (cursor: string) => ({ mall, period, text: typed, state, cursor }),
      ...byCursor,
    }),
    placeholderData: ofSamePeriod(period),
    refetchInterval: every(REFRESH_MS),
  });
}

function NotCharged({ period, onRun }: { readonly period: string; readonly onRun: () => void }) {
  const say = useText();
  const month = periodWords(period, say);
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconReceipt2}
        title={say.text('console.fees.month.none', { month })}
        action={{ text: say.text('console.fees.run.title', { month }), onAct: onRun }}
      >
        {say.text('console.fees.month.noneHow')}
      </EmptyState>
    </section>
  );
}
