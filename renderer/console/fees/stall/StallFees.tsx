import { useState } from 'react';
import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { useText } from '../../../ui/use-text.ts';
import type { Route } from '../../route.ts';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import { usePageKeys } from '../../system/use-page-keys.ts';
import { ChargeCard } from './ChargeCard.tsx';
import { CreditCard } from './CreditCard.tsx';
import { HistoryCard } from './HistoryCard.tsx';
import { LetterCard } from './LetterCard.tsx';
import { MoneyOutCard } from './MoneyOutCard.tsx';
import { actKeys, type StallAct, stallActs, whyOff } from './stall-act.ts';
import { StallActDialog } from './StallActDialog.tsx';
import { StallMenu } from './StallMenu.tsx';
import { StallSums } from './StallSums.tsx';

interface StallFeesProps {
  /** As react-query has it. */
  readonly of: {
    readonly data: StallView | undefined;
    readonly error: Error | null;
    readonly dataUpdatedAt: number;
    readonly refetch: () => Promise<unknown>;
  };
  readonly back: { readonly to: Route; readonly text: string };
  readonly today: string;
}

/** What a stall owes, what it paid, and what a manager does with it. */
export function StallFees({ of, back, today }: StallFeesProps) {
  const say = useText();
  const [act, setAct] = useState<StallAct | null>(null);
  const view = of.data;
  const keys = stallActs.flatMap((kind) => {
    const key = actKeys[kind]?.toLowerCase();
    if (key === undefined || !view || whyOff(kind, view) !== null) return [];
    return [[key, () => setAct({ kind })] as const];
  });
  usePageKeys(Object.fromEntries(keys));
  if (!view) return null;
  const { number, stall, mallName } = view;
  return (
    <PageFrame
      title={view.name}
      about={[number, stall, mallName].filter(Boolean).join(' · ')}
      back={back}
      acts={<StallMenu stall={view} today={today} onAct={setAct} />}
    >
      <Read of={of}>
        {() => (
          <>
            <StallSums stall={view} />
            <ChargeCard
              title={say.text('console.fees.stall.open')}
              charges={view.open}
              isOpenOnes
              onAct={setAct}
            />
            <CreditCard stall={view} onAct={setAct} />
            <LetterCard stall={view} />
            {view.paid.length > 0 && (
              <ChargeCard
                title={say.text('console.fees.stall.paid')}
                charges={view.paid}
                isOpenOnes={false}
                onAct={setAct}
              />
            )}
            <MoneyOutCard stall={view} onAct={setAct} />
            <HistoryCard stall={stall} />
          </>
        )}
      </Read>
      <StallActDialog stall={view} today={today} act={act} onClose={() => setAct(null)} />
    </PageFrame>
  );
}
