import { Menu, VisuallyHidden } from '@mantine/core';
import { IconMenu2, IconPrinter, IconSchool, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { PrinterStatus } from '../../../domain/printing/printer.ts';
import { zones } from '../../../domain/time.ts';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { usePrinterStatusNow } from '../printing/use-printer.ts';
import { FeeReminder } from '../fees/FeeReminder.tsx';
import { ClaimReminder } from '../payments/claims/ClaimReminder.tsx';
import { StickerReminder } from '../payments/StickerReminder.tsx';
import { register, useRegisterEffect } from '../sales/register-store.ts';
import { useTraining } from '../sales/TrainingBand.tsx';
import { TrainingMark } from '../sales/TrainingMark.tsx';
import { useSwitchLanguage } from '../settings/use-settings.ts';
import { lineName, useLine } from '../staff/line.ts';
import { ShiftChip } from '../shifts/ShiftChip.tsx';
import { SyncLamp } from '../sync/SyncLamp.tsx';
import { useText } from '../../ui/use-text.ts';
import type { ScreenName, ScreenProps } from '../screen.ts';
import { screens } from '../screens.ts';
import styles from './TopBar.module.css';

interface TopBarProps extends ScreenProps {
  /** The one that is open. */
  readonly screen: ScreenName;
  readonly onPrinter: () => void;
}

/** The thin bar on top: whose stall, who sells, the lamps, language, menu. */
export function TopBar({ startup, screen, onScreen, onPrinter }: TopBarProps) {
  const { stall } = startup.settings;
  const switchLanguage = useSwitchLanguage();
  const isTraining = useTraining();
  const place = [stall.number, stall.mall].filter((part) => part !== '').join(' · ');
  return (
    <header className={styles.bar}>
      <ScreenMenu screen={screen} onScreen={onScreen} onPrinter={onPrinter} />
      <strong className={styles.stall} title={stall.name} data-training={isTraining || undefined}>
        {stall.name}
      </strong>
      <span className={styles.training}>
        <TrainingMark />
      </span>
      <span className={styles.place} title={place}>
        {place}
      </span>
      <WhoButton />
      <ShiftChip hasTwoDrawers={startup.settings.drawers === 2} onPress={() => onScreen('shift')} />
      <PrinterLamp onPress={onPrinter} />
      <SyncLamp offsetMinutes={zones[startup.settings.zone]} onPress={() => onScreen('hub')} />
      <FeeReminder onPress={() => onScreen('fees')} />
      <ClaimReminder onPress={() => onScreen('claims')} />
      <StickerReminder />
      <LanguageSwitch className={styles.languages} onLanguage={switchLanguage} />
    </header>
  );
}

/** Who sells on this line; a touch, or F12, asks for somebody else. */
function WhoButton() {
  const say = useText();
  const line = useLine();
  const name = line?.cashier === undefined ? '' : lineName(line, say);
  const cashier = say.text('screen.cashier', { name });
  return (
    <button
      type="button"
      className={styles.cashier}
      title={cashier}
      aria-keyshortcuts="F12"
      onClick={() => register.actBy({ on: 'whoSells' }, 'text')}
    >
      <IconUser aria-hidden size={18} />
      <VisuallyHidden>{say.text('staff.whoSells')}</VisuallyHidden>
      <span>{name}</span>
      <KeyHint>F12</KeyHint>
    </button>
  );
}

function ScreenMenu({ screen, onScreen, onPrinter }: Omit<TopBarProps, 'startup'>) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  useRegisterEffect('menu', () => {
    if (!document.querySelector('[aria-modal="true"]')) setIsOpen((before) => !before);
  });
  return (
    <FreshSurface isShown={isOpen}>
      <Menu
        opened={isOpen}
        onChange={setIsOpen}
        position="bottom-start"
        width="15rem"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
        shadow="lg"
        transitionProps={{ duration: 80, exitDuration: 0 }}
        classNames={{ dropdown: styles.dropdown ?? '', item: styles.item ?? '' }}
      >
        <Menu.Target>
          <button type="button" className={styles.menu} aria-keyshortcuts="F10">
            <IconMenu2 aria-hidden size={20} />
            {say.text('screen.menu')}
            <KeyHint>F10</KeyHint>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {screens.map(({ name, textKey, Icon }) => (
            <Menu.Item
              key={name}
              leftSection={<Icon aria-hidden size={20} />}
              aria-current={screen === name ? 'page' : undefined}
              onClick={() => onScreen(name)}
            >
              {say.text(textKey)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPrinter aria-hidden size={20} />} onClick={onPrinter}>
            {say.text('screen.printer')}
          </Menu.Item>
          <TrainingItem onScreen={onScreen} />
        </Menu.Dropdown>
      </Menu>
    </FreshSurface>
  );
}

/** Begins or ends training at the register. */
function TrainingItem({ onScreen }: Pick<TopBarProps, 'onScreen'>) {
  const say = useText();
  const isTraining = useTraining();
  return (
    <Menu.Item
      leftSection={<IconSchool aria-hidden size={20} />}
      rightSection={<KeyHint>Ctrl L</KeyHint>}
      aria-keyshortcuts="Control+L"
      onClick={() => {
        onScreen('register');
        register.actBy({ on: 'training' }, 'text');
      }}
    >
      {say.text(isTraining ? 'sales.trainingEnd' : 'sales.trainingBegin')}
    </Menu.Item>
  );
}

/** The printer's state at a glance, in words for who listens; a touch opens the panel. */
function PrinterLamp({ onPress }: { readonly onPress: () => void }) {
  const say = useText();
  const state = lampOf(usePrinterStatusNow());
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
