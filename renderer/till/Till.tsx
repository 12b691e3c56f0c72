import { Activity, Suspense, useRef, useState } from 'react';
import { zones } from '../../domain/time.ts';
import { useNotices } from '../ui/Notice.tsx';
import { useCatalogNews } from './catalog/use-products.ts';
import { useStoppedImport } from './catalog/use-stopped-import.ts';
import { StickerLayer } from './payments/StickerLayer.tsx';
import { PrinterDrawer } from './printing/PrinterDrawer.tsx';
import { LostScans } from './sales/LostScans.tsx';
import { useRegisterEffect } from './sales/register-store.ts';
import { TrainingBand, useTraining } from './sales/TrainingBand.tsx';
import { useRegisterPage } from './sales/use-register-page.ts';
import type { ScreenName, ScreenProps } from './screen.ts';
import { screens } from './screens.ts';
import { NoPinLine } from './staff/NoPinLine.tsx';
import { StaffLayer } from './staff/StaffLayer.tsx';
import { useScannedInvitation } from './sync/use-scanned-invitation.ts';
import { LostConnection } from './system/LostConnection.tsx';
import { TopBar } from './system/TopBar.tsx';
import styles from './Till.module.css';

/** The bar on top and the screen below it. */
export function Till({ startup }: Pick<ScreenProps, 'startup'>) {
  const [screen, setScreen] = useState<ScreenName>('register');
  /** Screens that have been open: one that stays is there from then on. */
  const [opened, setOpened] = useState<readonly ScreenName[]>(['register']);
  const [isPrinterOpen, setIsPrinterOpen] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const notices = useNotices();
  const isTraining = useTraining();
  useStoppedImport();
  useCatalogNews();
  const { settings } = startup;
  useRegisterPage({ screen, settings });
  const openScreen = (next: ScreenName): void => {
    notices.clear(); // what was said belongs to the screen that is left
    setScreen(next);
    // Before the menu takes the focus back: its keys would open it again.
    setTimeout(() => area.current?.focus());
    setOpened((before) => (before.includes(next) ? before : [...before, next]));
  };
  useScannedInvitation(screen);
  useRegisterEffect('shiftScreen', () => openScreen(screen === 'shift' ? 'register' : 'shift'));
  return (
    <div className={styles.till}>
      <div>
        <TopBar
          startup={startup}
          screen={screen}
          onScreen={openScreen}
          onPrinter={() => setIsPrinterOpen(true)}
        />
        {isTraining ? <TrainingBand /> : <NoPinLine isSaidBelow={screen === 'staff'} />}
      </div>
      <div ref={area} className={styles.screen} tabIndex={-1}>
        {screens
          .filter(({ name, stays }) => name === screen || (stays && opened.includes(name)))
          .map(({ name, Screen }) => (
            <Activity key={name} mode={name === screen ? 'visible' : 'hidden'}>
              {/* Its files come from this computer: a sign that they do would only flash. */}
              <Suspense fallback={<main aria-busy />}>
                <Screen startup={startup} onScreen={openScreen} />
              </Suspense>
            </Activity>
          ))}
      </div>
      <StaffLayer settings={settings} />
      <StickerLayer qris={settings.qris} />
      <LostConnection />
      {screen !== 'register' && <LostScans />}
      <PrinterDrawer
        isOpen={isPrinterOpen}
        offsetMinutes={zones[settings.zone]}
        onClose={() => setIsPrinterOpen(false)}
      />
    </div>
  );
}
