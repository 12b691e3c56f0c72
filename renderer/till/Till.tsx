import { Activity, useState } from 'react';
import type { Startup } from '../../domain/system/contract.ts';
import { zones } from '../../domain/time.ts';
import { CatalogScreen } from './catalog/CatalogScreen.tsx';
import { useNotices } from '../ui/Notice.tsx';
import { PrinterPanel } from './printing/PrinterPanel.tsx';
import { SaleScreen } from './sales/SaleScreen.tsx';
import { SettingsPanel } from './settings/SettingsPanel.tsx';
import { LostLine } from './system/LostLine.tsx';
import { type ScreenName, TopBar } from './system/TopBar.tsx';
import styles from './Till.module.css';

interface TillProps {
  readonly startup: Extract<Startup, { state: 'ready' }>;
}

/** The bar on top and the screen below it. */
export function Till({ startup }: TillProps) {
  const [screen, setScreen] = useState<ScreenName>('register');
  const [isPrinterOpen, setIsPrinterOpen] = useState(false);
  const notices = useNotices();
  const goTo = (next: ScreenName): void => {
    notices.clear(); // what was said belongs to the screen that is left
    setScreen(next);
  };
  return (
    <div className={styles.till}>
      <TopBar
        startup={startup}
        screen={screen}
        onScreen={goTo}
        onPrinter={() => setIsPrinterOpen(true)}
      />
      <div className={styles.screen}>
        {/* Hidden, not gone: the cart waits while somebody looks a product up. */}
        <Activity mode={screen === 'register' ? 'visible' : 'hidden'}>
          <SaleScreen settings={startup.settings} onOpenCatalog={() => goTo('catalog')} />
        </Activity>
        {screen === 'catalog' && <CatalogScreen />}
        {screen === 'settings' && <SettingsPanel startup={startup} />}
      </div>
      <LostLine />
      <PrinterPanel
        isOpen={isPrinterOpen}
        offsetMinutes={zones[startup.settings.zone]}
        onClose={() => setIsPrinterOpen(false)}
      />
    </div>
  );
}
