import { Drawer } from '@mantine/core';
import { Suspense } from 'react';
import type { OffsetMinutes } from '../../../domain/time.ts';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { useText } from '../../ui/use-text.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { whenOpened } from '../../ui/when-opened.ts';

const PrinterPanel = whenOpened(
  async () => (await import('./PrinterPanel.tsx')).PrinterPanel,
  NotLoaded,
);

interface PrinterDrawerProps {
  readonly isOpen: boolean;
  /** The stall's own time. */
  readonly offsetMinutes: OffsetMinutes;
  readonly onClose: () => void;
}

/** What slides in with the printer's panel, which is loaded when it is first wanted. */
export function PrinterDrawer({ isOpen, offsetMinutes, onClose }: PrinterDrawerProps) {
  const say = useText();
  return (
    <Drawer.Root opened={isOpen} onClose={onClose} position="right" size="min(27.5rem, 100vw)">
      <FreshSurface isShown={isOpen}>
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Header>
            <Drawer.Title>{say.text('printing.panel')}</Drawer.Title>
            <Drawer.CloseButton aria-label={say.text('screen.close')} size={44} iconSize={20} />
          </Drawer.Header>
          <Drawer.Body>
            <Suspense>
              <PrinterPanel offsetMinutes={offsetMinutes} />
            </Suspense>
          </Drawer.Body>
        </Drawer.Content>
      </FreshSurface>
    </Drawer.Root>
  );
}
