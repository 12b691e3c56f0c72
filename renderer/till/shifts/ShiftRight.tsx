import { IconCashRegister } from '@tabler/icons-react';
import type { Settings } from '../../../domain/settings/settings.ts';
import { zones } from '../../../domain/time.ts';
import { CloseButton } from '../../ui/CloseButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { useActive } from '../../ui/use-active.ts';
import { useText } from '../../ui/use-text.ts';
import { NotRead } from './NotRead.tsx';
import { PastShifts } from './PastShifts.tsx';
import { ReportPanel } from './ReportPanel.tsx';
import styles from './ReportPanel.module.css';
import { SmallChangeView } from './SmallChangeView.tsx';
import { useSmallChange } from './use-small-change.ts';
import type { ShiftChosen, useShifts } from './use-shift-reports.ts';

/** What stands beside the drawer: the shifts before, one of their reports, or the small change. */
export type RightShown =
  | { readonly kind: 'past' }
  | { readonly kind: 'change'; readonly shift: number }
  | ShiftChosen;

interface ShiftRightProps {
  readonly shown: RightShown;
  readonly settings: Settings;
  readonly past: ReturnType<typeof useShifts>;
  readonly active: ReturnType<typeof useActive>;
  readonly listId: string;
  readonly onBack: () => void;
  readonly onPrintAct: (print: { readonly act: () => void } | null) => void;
}

/** The right of the shift's screen. */
export function ShiftRight(props: ShiftRightProps) {
  const { shown, settings, past, active, listId, onBack, onPrintAct } = props;
  switch (shown.kind) {
    case 'past':
      return <Past {...{ settings, past, active, listId }} />;
    case 'change':
      return <Change shift={shown.shift} settings={settings} onBack={onBack} />;
    case 'x':
    case 'z':
      return (
        <ReportPanel
          key={shown.kind === 'x' ? `x ${shown.shift}` : `z ${shown.z}`}
          chosen={shown}
          stall={settings.stall}
          onClose={onBack}
          onPrintAct={onPrintAct}
        />
      );
  }
}

type PastProps = Pick<ShiftRightProps, 'settings' | 'past' | 'active' | 'listId'>;

function Past({ settings, past, active, listId }: PastProps) {
  const say = useText();
  const { shifts, isLoading, error, hasMore, loadMore, askLeave } = past;
  return (
    <section className={styles.panel} aria-label={say.text('shift.past')}>
      <header>
        <h2>{say.text('shift.past')}</h2>
      </header>
      <div className={styles.list}>
        {shifts.length > 0 ? (
          <PastShifts
            id={listId}
            shifts={shifts}
            active={active.id}
            hasTwoDrawers={settings.drawers === 2}
            hasMore={hasMore}
            onOpen={({ shift }) => {
              active.moveTo(String(shift));
              active.open();
            }}
            onMore={loadMore}
          />
        ) : (
          !isLoading && <NotPast error={error} onAsk={askLeave} />
        )}
      </div>
    </section>
  );
}

interface NotPastProps {
  readonly error: unknown;
  readonly onAsk: () => Promise<void>;
}

/** Why there is no shift to see. */
function NotPast({ error, onAsk }: NotPastProps) {
  const say = useText();
  if (error !== null) return <NotRead error={error} onAsk={onAsk} />;
  return (
    <EmptyState Icon={IconCashRegister} title={say.text('shift.noPast')}>
      {say.text('shift.noPastHow')}
    </EmptyState>
  );
}

interface ChangeProps extends Pick<ShiftRightProps, 'settings' | 'onBack'> {
  readonly shift: number;
}

function Change({ shift, settings, onBack }: ChangeProps) {
  const say = useText();
  const { change, error } = useSmallChange(shift);
  return (
    <section className={styles.panel} aria-label={say.text('shift.smallChange')}>
      <header>
        <h2>{say.text('shift.smallChange')}</h2>
        <CloseButton onClose={onBack} />
      </header>
      <div className={styles.body}>
        {error !== null && <p>{say.failure(error)}</p>}
        {change && <SmallChangeView change={change} offsetMinutes={zones[settings.zone]} />}
      </div>
    </section>
  );
}
