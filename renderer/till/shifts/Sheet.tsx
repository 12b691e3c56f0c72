import { Drawer } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { isAsking } from '../../ui/Ask.tsx';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import sheet from '../../ui/sheet.module.css';
import { useText } from '../../ui/use-text.ts';
import { SheetButton } from './SheetButton.tsx';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** Whether something is on its way, during which it does not close. */
  readonly isBusy: boolean;
  /** Without an event when it is closed by the keyboard. */
  readonly onClose: (event?: MouseEvent) => void;
  /** Whether the register's keys go on below it: it then closes by those alone. */
  readonly isOfRegister?: boolean;
  readonly children: ReactNode;
}

/** A sheet over the screen in two columns, as the one that takes the money. */
export function Sheet({ isOpen, title, isBusy, onClose, isOfRegister, children }: SheetProps) {
  const ofRegister = isOfRegister ? { 'data-of-register': true } : {};
  return (
    <Drawer.Root
      opened={isOpen}
      onClose={() => {
        if (!isBusy && !isAsking()) onClose();
      }}
      closeOnEscape={!isOfRegister}
      closeOnClickOutside={false}
      position="right"
      size="min(30rem + var(--cart-width), 100vw)"
      classNames={{ content: sheet.content ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.45} />
      <Drawer.Content aria-label={title} {...ofRegister}>
        {isOpen && (isOfRegister ? children : <FreshSurface>{children}</FreshSurface>)}
      </Drawer.Content>
    </Drawer.Root>
  );
}

interface ColumnsProps {
  readonly title: string;
  /** Beside the title. */
  readonly act?: ReactNode;
  /** Below the title, on the left. */
  readonly children: ReactNode;
  /** On the right; it scrolls where there is no room. */
  readonly side: ReactNode;
  /** Below that, always in sight: the buttons that end it. */
  readonly foot?: ReactNode;
  readonly isBusy: boolean;
  readonly isFresh?: boolean;
  readonly onClose: (event: MouseEvent) => void;
}

/** What stands in a sheet. */
export function SheetColumns(props: ColumnsProps) {
  const { title, act, children, side, foot, isBusy, isFresh, onClose } = props;
  const say = useText();
  return (
    <div className={`${sheet.sheet} ${styles.sheet}`} data-fresh={isFresh || undefined}>
      <section className={`${sheet.column} ${styles.main}`}>
        <header className={`${sheet.head} ${styles.head}`}>
          <h2>{title}</h2>
          {act}
        </header>
        {children}
      </section>
      <section className={`${sheet.column} ${sheet.aside} ${styles.side}`}>
        <SheetButton look="close" isOff={isBusy} keyShortcut="Escape" onPress={onClose}>
          <IconX aria-hidden size={20} />
          {say.text('shift.back')}
          <KeyHint>Esc</KeyHint>
        </SheetButton>
        <div className={styles.body}>{side}</div>
        {foot && <div className={styles.foot}>{foot}</div>}
      </section>
    </div>
  );
}
