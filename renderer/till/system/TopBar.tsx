import { Menu } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import {
  IconCash,
  IconMenu2,
  IconPackage,
  IconPrinter,
  IconSettings,
  IconUser,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { PrinterStatus } from '../../../domain/printing/printer.ts';
import type { Startup } from '../../../domain/system/contract.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { usePrinterStatus } from '../printing/use-printer.ts';
import { useChangeSettings } from '../settings/use-settings.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './TopBar.module.css';

/** The screens that the menu leads to. */
export type ScreenName = 'register' | 'catalog' | 'settings';

interface TopBarProps {
  readonly startup: Extract<Startup, { state: 'ready' }>;
  readonly screen: ScreenName;
  readonly onScreen: (screen: ScreenName) => void;
  readonly onPrinter: () => void;
}

/** The thin bar on top: whose stall, who sells, the printer's lamp, language, menu. */
export function TopBar({ startup, screen, onScreen, onPrinter }: TopBarProps) {
  const say = useText();
  const { stall } = startup.settings;
  const place = [stall.number, stall.mall].filter((part) => part !== '').join(' · ');
  return (
    <header className={styles.bar}>
      <ScreenMenu screen={screen} onScreen={onScreen} onPrinter={onPrinter} />
      <div className={styles.stall}>
        <strong>{stall.name}</strong>
        {place !== '' && <span>{place}</span>}
      </div>
      <div className={styles.cashier}>
        <IconUser aria-hidden size={18} />
        {say.text('screen.cashier', { name: startup.cashier })}
      </div>
      <PrinterLamp onPress={onPrinter} />
      <LanguageSwitch />
    </header>
  );
}

interface ScreenMenuProps extends Omit<TopBarProps, 'startup'> {}

function ScreenMenu({ screen, onScreen, onPrinter }: ScreenMenuProps) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'F10' || document.querySelector('[aria-modal="true"]')) return;
    event.preventDefault();
    setIsOpen((before) => !before);
  });
  const item = (name: ScreenName) => ({
    'aria-current': screen === name ? ('page' as const) : undefined,
    onClick: () => onScreen(name),
  });
  return (
    <Menu
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      width={240}
      shadow="lg"
      transitionProps={{ duration: 80, exitDuration: 0 }}
      classNames={{ item: styles.item ?? '' }}
    >
      <Menu.Target>
        <button type="button" className={styles.menu} aria-keyshortcuts="F10">
          <IconMenu2 aria-hidden size={20} />
          {say.text('screen.menu')}
          <KeyHint>F10</KeyHint>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCash aria-hidden size={20} />} {...item('register')}>
          {say.text('screen.register')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPackage aria-hidden size={20} />} {...item('catalog')}>
          {say.text('screen.catalog')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter aria-hidden size={20} />} onClick={onPrinter}>
          {say.text('screen.printer')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSettings aria-hidden size={20} />} {...item('settings')}>
          {say.text('screen.settings')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The printer's state at a glance, in words for who listens; a touch opens the panel. */
function PrinterLamp({ onPress }: { readonly onPress: () => void }) {
  const say = useText();
  const state = lampOf(usePrinterStatus());
  const word = say.text(`printing.${state}`);
  return (
    <button
      type="button"
      className={styles.lamp}
      data-state={state}
      aria-label={say.text('printing.lamp', { state: word })}
      onClick={onPress}
    >
      <IconPrinter aria-hidden size={20} />
      <span className={styles.dot} />
      <span className={styles.state}>{word}</span>
    </button>
  );
}

/** Paper that a person has to decide on is seen from afar, also when the printer is well. */
function lampOf(status: PrinterStatus | undefined): PrinterStatus['state'] | 'unknown' {
  if (!status) return 'unknown';
  const isAtWork = status.state === 'printing' || status.state === 'waiting';
  return status.heldJobs > 0 && !isAtWork ? 'held' : status.state;
}

function LanguageSwitch() {
  const say = useText();
  const change = useChangeSettings();
  return (
    <fieldset className={styles.languages} aria-label={say.text('screen.language')}>
      {(['id', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={say.language === language}
          aria-label={say.text(language === 'id' ? 'settings.indonesian' : 'settings.english')}
          onClick={() => change({ language })}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
