import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { sumCount } from '../../../domain/shifts/cash-count.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { isAnythingTyped } from '../../../domain/shifts/typed-count.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { useLine } from '../staff/line.ts';
import { till, tillQuery } from '../till-client.ts';
import { CountPad, CountRows, CountTotal } from './CashCountForm.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { SheetColumns } from './Sheet.tsx';
import { SheetFailure } from './SheetFailure.tsx';
import styles from './Sheet.module.css';
import { useActId } from './use-act-id.ts';
import type { Count } from './use-count.ts';
import type { Doing } from './use-doing.ts';

interface CloseCountProps extends Pick<Doing, 'isBusy' | 'error' | 'run'> {
  readonly shift: OpenShift;
  readonly ends: 'close' | 'handOver';
  readonly settings: Settings;
  readonly count: Count;
  readonly onCounted: () => void;
  readonly onClose: () => void;
}

/** First the drawer is counted; blind, unless the stall and the person's role say otherwise. */
export function CloseCount(props: CloseCountProps) {
  const { shift, ends, settings, count, isBusy, error, run, onCounted, onClose } = props;
  const say = useText();
  const button = useRef<HTMLButtonElement>(null);
  const openDrawer = useOpenToCount(shift.shift, run);
  const isTyped = isAnythingTyped(count.typed);
  const facts = { shift: shift.shift, drawer: shift.drawer };
  return (
    <SheetColumns
      title={say.text(ends === 'close' ? 'shift.closeTitle' : 'shift.handOverTitle', facts)}
      isBusy={isBusy}
      onClose={onClose}
      side={
        <>
          <CountTotal count={count} label={say.text('shift.counted')} />
          <Expected shift={shift.shift} isOpen={settings.closing === 'open'} count={count} />
          <SheetFailure error={error} />
          <button type="button" className={styles.other} disabled={isBusy} onClick={openDrawer}>
            {say.text('shift.openToCount')}
          </button>
          <CountPad count={count} />
          <ConfirmButton ref={button} isDisabled={isBusy || !isTyped} onPress={onCounted}>
            {say.text(isTyped ? 'shift.countDone' : 'shift.countFirst')}
          </ConfirmButton>
        </>
      }
    >
      <CountRows isFirst count={count} onDone={() => button.current?.focus()} />
    </SheetColumns>
  );
}

/** Opens the drawer when the person asks for it; counted as an opening to count. */
function useOpenToCount(shift: number, run: Doing['run']): () => void {
  const notices = useNotices();
  const ids = useActId();
  return () =>
    run(async () => {
      await till.shifts.openToCount({ id: ids.of(shift), shift });
      ids.done();
      notices.done((say) => say.text('shift.drawerOpened'));
    });
}

interface ExpectedProps {
  readonly shift: number;
  /** Whether the stall counts with the sum in sight. */
  readonly isOpen: boolean;
  readonly count: Count;
}

/** What should be there, beside the count, for who may know it. */
function Expected({ shift, isOpen, count }: ExpectedProps) {
  const say = useText();
  const mayKnow = useLine()?.permissions.includes('shift.see-expected') ?? false;
  const options = tillQuery.shifts.expected.queryOptions({
    input: { shift },
    enabled: isOpen && mayKnow,
    refetchOnMount: 'always',
    gcTime: 0,
  });
  const { data } = useQuery(options);
  if (!data || !isOpen || !mayKnow) {
    return isOpen ? null : <p className={styles.how}>{say.text('shift.blindHow')}</p>;
  }
  const difference = sumCount(count.counted) - data.expectedRupiah;
  return (
    <dl className={styles.pairs}>
      <div>
        <dt>{say.text('shift.expected')}</dt>
        <dd>{say.money(data.expectedRupiah)}</dd>
      </div>
      <div data-off={difference !== 0 || undefined}>
        <dt>{say.text('shift.difference')}</dt>
        <dd>{say.money(difference)}</dd>
      </div>
    </dl>
  );
}
