import { SegmentedControl } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import { useState } from 'react';
import { feesPageId } from '../../../domain/fees/till-page/text.id.ts';
import type { FeesState } from '../../../domain/fees/till-state.ts';
import { localStamp, type OffsetMinutes, zones } from '../../../domain/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { learnWords, type Say, useText } from '../../ui/use-text.ts';
import type { ScreenProps } from '../screen.ts';
import { NotRead } from '../shifts/NotRead.tsx';
import { useShiftKeys } from '../shifts/use-shift-keys.ts';
import sides from '../system/sides.module.css';
import { BillList } from './BillList.tsx';
import { DayCalendar } from './DayCalendar.tsx';
import { FeeAlerts, unseenPlans } from './FeeAlerts.tsx';
import { type FeeAct, feeKeys } from './fee-keys.ts';
import { FeeKeysHelp } from './FeeKeysHelp.tsx';
import styles from './Fees.module.css';
import { type FeeSheet, FeeSheets } from './FeeSheets.tsx';
import { MessageList } from './MessageList.tsx';
import { OwedCard } from './OwedCard.tsx';
import { PaymentList } from './PaymentList.tsx';
import { PlanList } from './PlanList.tsx';
import { leftToday, SavingCard } from './SavingCard.tsx';
import { type FeeActs, useFeeActs } from './use-fee-acts.ts';
import { useFees } from './use-fees.ts';

learnWords(feesPageId);

const tabs = ['bills', 'history', 'days', 'plan', 'messages'] as const;
type Tab = (typeof tabs)[number];

/** What the stall owes its mall: how much and until when, how to pay, and all that led to it. */
export function FeesScreen({ startup }: ScreenProps) {
  const say = useText();
  const { state, error, askLeave } = useFees();
  const offsetMinutes = zones[startup.settings.zone];
  return (
    <main className={`${sides.screen} ${styles.screen}`} aria-busy={!state && error === null}>
      {error !== null && <NotRead error={error} onAsk={askLeave} />}
      {error === null && state && <Fees state={state} offsetMinutes={offsetMinutes} say={say} />}
    </main>
  );
}

interface FeesProps {
  readonly state: FeesState;
  readonly offsetMinutes: OffsetMinutes;
  readonly say: Say;
}

function Fees({ state, offsetMinutes, say }: FeesProps) {
  const page = useFeesPage(state);
  const { sheet, setSheet, tab, setTab, act, acts } = page;
  const isNew = state.keeper === 'none';
  return (
    <>
      <div className={`${sides.left} ${styles.left}`}>
        <header>
          <h1>{say.text('fees.title')}</h1>
          <p className={styles.soft}>{sourceWords(state, offsetMinutes, say)}</p>
        </header>
        {!isNew && <OwedCard state={state} onAct={act} onRead={acts.acknowledge} />}
        <FeeAlerts state={state} onSeen={acts.seen} />
        <SavingCard
          state={state}
          isBusy={acts.isBusy}
          onPutAside={() => act('putAside')}
          onCount={() => setSheet({ kind: 'amount', act: 'count' })}
          onTake={() => setSheet({ kind: 'amount', act: 'take' })}
        />
      </div>
      <div className={`${sides.right} ${styles.right}`}>
        {isNew ? (
          <EmptyState
            Icon={IconWallet}
            title={say.text('fees.startAlone')}
            action={{
              text: say.text('fees.setPlan'),
              onAct: () => setSheet({ kind: 'plan' }),
            }}
          >
            {say.text('fees.startAloneHow')}
          </EmptyState>
        ) : (
          <>
            <SegmentedControl
              fullWidth
              size="md"
              aria-label={say.text('fees.tabs')}
              value={tab}
              onChange={(chosen) => setTab(tabs.find((one) => one === chosen) ?? 'bills')}
              data={tabs.map((value) => ({ value, label: say.text(`fees.tab.${value}`) }))}
            />
            <div className={styles.shown}>
              <Shown {...{ tab, state, offsetMinutes, setSheet, acts }} />
            </div>
          </>
        )}
      </div>
      <FeeSheets sheet={sheet} state={state} onSheet={setSheet} />
      <FeeKeysHelp isOpen={page.isHelp} onClose={() => page.setIsHelp(false)} />
    </>
  );
}

interface ShownProps extends Pick<FeesProps, 'state' | 'offsetMinutes'> {
  readonly tab: Tab;
  readonly setSheet: (sheet: FeeSheet) => void;
  readonly acts: FeeActs;
}

function Shown({ tab, state, offsetMinutes, setSheet, acts }: ShownProps) {
  switch (tab) {
    case 'bills':
      return (
        <BillList
          state={state}
          onDispute={(about) => setSheet({ kind: 'dispute', about })}
          onSeen={acts.letterSeen}
        />
      );
    case 'history':
      return <PaymentList state={state} onPrintStatement={acts.printStatement} />;
    case 'days':
      return (
        <DayCalendar
          state={state}
          isBusy={acts.isBusy}
          onAdd={() => setSheet({ kind: 'closure' })}
          onEnd={acts.endClosure}
        />
      );
    case 'plan':
      return <PlanList state={state} onSet={() => setSheet({ kind: 'plan' })} />;
    case 'messages':
      return <MessageList state={state} offsetMinutes={offsetMinutes} />;
  }
}

/** What the page shows, and what its keys do. */
function useFeesPage(state: FeesState) {
  const [sheet, setSheet] = useState<FeeSheet | null>(null);
  const [tab, setTab] = useState<Tab>('bills');
  const [isHelp, setIsHelp] = useState(false);
  const acts = useFeeActs(state);
  const left = leftToday(state);
  const does: Record<FeeAct, (() => void) | undefined> = {
    help: () => setIsHelp(true),
    tabs: () => setTab(tabs[(tabs.indexOf(tab) + 1) % tabs.length] ?? 'bills'),
    seen: unseenPlans(state).length > 0 ? acts.seen : undefined,
    putAside: () => {
      if (left > 0) acts.putAside(left);
      else setSheet({ kind: 'amount', act: 'put' });
    },
    claim: state.keeper === 'none' ? undefined : () => setSheet({ kind: 'claim' }),
    statement: acts.printStatement,
    pay: payAct(state, setSheet),
  };
  useShiftKeys({
    acts: Object.fromEntries(feeKeys.map(({ act, key }) => [key, does[act]])),
    list: null,
  });
  const act = (wanted: FeeAct): void => does[wanted]?.();
  return { sheet, setSheet, tab, setTab, isHelp, setIsHelp, acts, act };
}

/** A stall alone pays in cash out of its drawer by the same key. */
function payAct({ keeper }: FeesState, setSheet: (sheet: FeeSheet) => void) {
  if (keeper === 'none') return undefined;
  const sheet: FeeSheet = keeper === 'hub' ? { kind: 'pay' } : { kind: 'amount', act: 'cash' };
  return () => setSheet(sheet);
}

function sourceWords({ keeper, heardAtMs }: FeesState, offset: OffsetMinutes, say: Say): string {
  if (keeper !== 'hub') return say.text('fees.alone');
  if (heardAtMs === null) return say.text('fees.asOfNever');
  return say.text('fees.asOf', { at: localStamp(heardAtMs, offset) });
}
