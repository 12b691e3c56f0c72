import { SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useActive } from '../../ui/use-active.ts';
import type { ScreenProps } from '../screen.ts';
import { keepDrawer } from '../staff/drawer-here.ts';
import { useLine } from '../staff/line.ts';
import { till } from '../till-client.ts';
import { OPEN_KEY, type ShiftAct, shiftActs } from './shift-acts.ts';
import { ShiftCard } from './ShiftCard.tsx';
import { type RightShown, ShiftRight } from './ShiftRight.tsx';
import sides from '../system/sides.module.css';
import styles from './ShiftScreen.module.css';
import { type SheetName, ShiftSheets } from './ShiftSheets.tsx';
import { SmallChangeCard } from './SmallChangeView.tsx';
import { useLineShift } from './use-line-shift.ts';
import { useShiftKeys } from './use-shift-keys.ts';
import { readShiftsAgain, useShiftNews, useShifts } from './use-shift-reports.ts';

const pastShown: RightShown = { kind: 'past' };

/** The drawer of this line: its shift, what is done to it, its reports and those before. */
export function ShiftScreen({ startup, onScreen }: ScreenProps) {
  const say = useText();
  const { settings } = startup;
  const hasTwoDrawers = settings.drawers === 2;
  const screen = useShiftScreen();
  const { line, open, sheet, shown } = screen;
  return (
    <main className={`${sides.screen} ${styles.screen}`} data-shown={shown.kind}>
      <div className={`${sides.left} ${styles.left}`}>
        <header>
          <h1>{say.text('screen.shift')}</h1>
          {hasTwoDrawers && line && <DrawerChoice drawer={line.drawer} />}
        </header>
        {line && (
          <ShiftCard
            open={open}
            today={line.today}
            drawer={line.drawer}
            hasTwoDrawers={hasTwoDrawers}
            onOpen={() => screen.setSheet('open')}
            onAct={screen.act}
          />
        )}
        {open && (
          <SmallChangeCard
            shift={open.shift}
            offsetMinutes={zones[settings.zone]}
            onOpen={() => screen.setShown({ kind: 'change', shift: open.shift })}
          />
        )}
      </div>
      <div className={sides.right}>
        <ShiftRight
          settings={settings}
          {...screen}
          onBack={() => screen.setShown(pastShown)}
          onPrintAct={screen.setPrint}
        />
      </div>
      <ShiftSheets
        sheet={sheet}
        line={line}
        settings={settings}
        onClose={screen.closeSheet}
        onReport={screen.showClosed}
        onRegister={() => onScreen('register')}
      />
    </main>
  );
}

/** What the screen shows, and what its keys do. */
function useShiftScreen() {
  const client = useQueryClient();
  const line = useLineShift();
  const past = useShifts();
  const listId = useId();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { shown, setShown } = useShown();
  const [print, setPrint] = useState<{ readonly act: () => void } | null>(null);
  const active = useActive({
    entries: past.shifts,
    typed: '',
    isStale: false,
    idOf: ({ shift }) => String(shift),
    onOpen: ({ shift, closing }) =>
      setShown(closing ? { kind: 'z', z: String(closing.z) } : { kind: 'x', shift }),
  });
  useShiftNews();
  const open = line?.open ?? null;
  const act = (wanted: ShiftAct): void => {
    if (!open) return;
    if (wanted === 'x') setShown({ kind: 'x', shift: open.shift });
    else setSheet(wanted);
  };
  const keys = shiftActs.map(({ act: wanted, key }) => [key, () => act(wanted)] as const);
  useShiftKeys({
    acts: {
      ...Object.fromEntries(keys),
      ...(line && !open && { [OPEN_KEY]: () => setSheet('open') }),
      F8: print?.act,
      Escape: shown.kind === 'past' ? undefined : () => setShown(pastShown),
    },
    list: shown.kind === 'past' ? active : null,
  });
  const closeSheet = (): void => {
    setSheet(null);
    // The report of a shift so far is none any more once it has ended.
    if (sheet === 'close' || sheet === 'handOver') setShown(pastShown);
    readShiftsAgain(client);
  };
  const showClosed = (known: ShiftReport): void => {
    closeSheet();
    if (known.closing) setShown({ kind: 'z', z: String(known.closing.z), known });
  };
  return {
    line,
    open,
    past,
    listId,
    active,
    sheet,
    setSheet,
    shown,
    setShown,
    setPrint,
    act,
    closeSheet,
    showClosed,
  };
}

/** What the right side shows; what one person reads there is not for the next. */
function useShown() {
  const cashier = useLine()?.cashier ?? '';
  const [choice, setChoice] = useState<{ cashier: string; shown: RightShown } | null>(null);
  return {
    shown: choice?.cashier === cashier ? choice.shown : pastShown,
    setShown: (shown: RightShown): void => setChoice({ cashier, shown }),
  };
}

/** Which of two drawers this line works at. */
function DrawerChoice({ drawer }: { readonly drawer: number }) {
  const say = useText();
  const notices = useNotices();
  const choose = async (wanted: number): Promise<void> => {
    try {
      await till.staff.chooseDrawer({ drawer: wanted });
      keepDrawer(wanted);
    } catch (error) {
      notices.failed(error);
    }
  };
  return (
    <SegmentedControl
      aria-label={say.text('shift.drawerHere')}
      value={String(drawer)}
      onChange={(wanted) => void choose(Number(wanted))}
      data={[1, 2].map((one) => ({
        value: String(one),
        label: say.text('shift.drawerN', { drawer: one }),
      }))}
    />
  );
}
