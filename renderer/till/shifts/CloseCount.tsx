import { useRef, useState } from 'react';
import { type CashCount, sumCount } from '../../../domain/shifts/cash-count.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import { doubtCount } from '../../../domain/shifts/doubt.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { isAnythingTyped } from '../../../domain/shifts/typed-count.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { ClearCount, CountPad, CountRows, CountTotal } from '../../ui/count/CashCountForm.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { DoubtedCount } from './DoubtedCount.tsx';
import { type CountOf, keepCount, readKeptCount } from './kept-count.ts';
import { SheetColumns } from './Sheet.tsx';
import { SheetButton } from './SheetButton.tsx';
import { SheetFailure } from './SheetFailure.tsx';
import styles from './Sheet.module.css';
import { useActId } from '../../ui/use-act-id.ts';
import { type Count, useCount } from '../../ui/count/use-count.ts';
import type { Doing } from './use-doing.ts';
import { useExpected } from './use-expected.ts';

interface CloseCountProps extends Pick<Doing, 'isBusy' | 'error' | 'run'> {
  readonly shift: OpenShift;
  readonly ends: 'close' | 'handOver';
  readonly settings: Settings;
  /** Who counts. */
  readonly cashier: string;
  /** Whether the shift has ended in another window. */
  readonly isEnded: boolean;
  readonly onCounted: (counted: CashCount) => void;
  readonly onClose: () => void;
}

/** First the drawer is counted; blind, unless the stall and the person's role say otherwise. */
export function CloseCount(props: CloseCountProps) {
  const { shift, cashier, ends, settings, isBusy, isEnded, error, run, onClose } = props;
  const say = useText();
  const { count, isResumed } = useKeptCount({ shift, cashier });
  const onCounted = (): void => props.onCounted(count.counted);
  const button = useRef<HTMLButtonElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const openDrawer = useOpenToCount(shift.shift, run, () => count.goTo(count.active));
  const isTyped = isAnythingTyped(count.typed);
  const facts = { shift: shift.shift, drawer: shift.drawer };
  return (
    <SheetColumns
      title={say.text(ends === 'close' ? 'shift.closeTitle' : 'shift.handOverTitle', facts)}
      act={<ClearCount count={count} />}
      isBusy={isBusy}
      onClose={onClose}
      side={
        <>
          <CountTotal count={count} label={say.text('shift.counted')} />
          <Expected isOpen={settings.closing === 'open'} {...{ shift, count, isResumed }} />
          <SheetFailure error={error} ended={isEnded ? shift.shift : null} />
          <SheetButton look="other" isOff={isBusy || isEnded} onPress={openDrawer}>
            {say.text('shift.openToCount')}
          </SheetButton>
          <CountPad count={count} />
          <ConfirmButton
            ref={button}
            isOff={isBusy || isEnded || !isTyped}
            onPress={() => {
              if (doubtCount(count.counted) === null) onCounted();
              else setIsAsking(true);
            }}
          >
            {say.text(isTyped ? 'shift.countDone' : 'shift.countFirst')}
          </ConfirmButton>
        </>
      }
    >
      <CountRows isFirst count={count} onDone={() => button.current?.focus()} />
      <DoubtedCount
        count={count}
        isOpen={isAsking}
        onKeep={() => setIsAsking(false)}
        onAct={() => {
          setIsAsking(false);
          onCounted();
        }}
      />
    </SheetColumns>
  );
}

/** Opens the drawer when the person asks for it; written down as an opening to count. */
function useOpenToCount(shift: number, run: Doing['run'], onOpened: () => void): () => void {
  const notices = useNotices();
  const ids = useActId();
  return () =>
    run(async () => {
      const { isOpened } = await till.shifts.openToCount({ id: ids.of(shift), shift });
      ids.done();
      if (isOpened) notices.done((say) => say.text('shift.drawerOpened'));
      else notices.warn((say) => say.text('shift.drawerByKey'));
      onOpened();
    });
}

/** The count of whoever closes; closing the sheet or loading the page again does not lose it. */
function useKeptCount(of: CountOf): { count: Count; isResumed: boolean } {
  const [known] = useState(() => readKeptCount(of));
  const count = useCount({ known, onTyped: (typed) => keepCount(of, typed) });
  return { count, isResumed: isAnythingTyped(known) };
}

interface ExpectedProps extends Pick<CloseCountProps, 'shift'> {
  readonly count: Count;
  /** Whether the person goes on with what they counted before. */
  readonly isResumed: boolean;
  /** Whether the stall counts with the sum in sight. */
  readonly isOpen: boolean;
}

/** What should be there, beside the count, for who may know it. */
function Expected({ shift, isOpen, count, isResumed }: ExpectedProps) {
  const say = useText();
  const expectedRupiah = useExpected(shift.shift, isOpen);
  if (expectedRupiah === null) {
    const how = isResumed ? 'shift.countGoesOn' : 'shift.blindHow';
    return isOpen ? null : <p className={styles.how}>{say.text(how)}</p>;
  }
  const difference = sumCount(count.counted) - expectedRupiah;
  return (
    <dl className={styles.pairs}>
      <div>
        <dt>{say.text('shift.expected')}</dt>
        <dd>{say.money(expectedRupiah)}</dd>
      </div>
      <div data-off={difference !== 0 || undefined}>
        <dt>{say.text('shift.difference')}</dt>
        <dd>{say.money(difference)}</dd>
      </div>
    </dl>
  );
}
