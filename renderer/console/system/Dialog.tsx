import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useIsMutating } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../../ui/use-text.ts';
import { useBackCloses } from './use-back-closes.ts';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Of much that is filled in or read: on a phone it is the whole screen. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/**
 * What lies over a page until it is done or closed, by going back too; a touch beside it closes
 * nothing. While the hub is asked to do something it stays, to tell how that ended.
 */
export function Dialog({ isOpen, title, onClose, isWide = false, children }: DialogProps) {
  const say = useText();
  const isNarrow = useMediaQuery('(max-width: 600px)');
  const isHeld = useIsMutating() > 0;
  useBackCloses(isOpen, onClose, isHeld);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{
        'aria-label': say.text('screen.close'),
        size: 44,
        iconSize: 20,
        disabled: isHeld,
        title: isHeld ? say.text('screen.held') : undefined,
      }}
      closeOnEscape={!isHeld}
      closeOnClickOutside={false}
      fullScreen={isWide && isNarrow}
      size={isWide ? 'lg' : 'md'}
      centered
      transitionProps={{ duration: 100, exitDuration: 0 }}
    >
      {children}
    </Modal>
  );
}
