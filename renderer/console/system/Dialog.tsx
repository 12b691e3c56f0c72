import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useIsMutating } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../../ui/use-text.ts';
import { DialogFocus } from './DialogFocus.tsx';
import { useBackCloses } from './use-back-closes.ts';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Of much that is filled in or read: on a phone it is the whole screen. */
  readonly isWide?: boolean;
  /** As wide as a paper and its edges: no column of it is cut off. */
  readonly isPaper?: boolean;
  readonly children: ReactNode;
}

/**
 * What lies over a page until it is done or closed, by going back too; a touch beside it closes
 * nothing. While the hub is asked to do something it stays, to tell how that ended.
 */
export function Dialog(props: DialogProps) {
  const { isOpen, title, onClose, isPaper = false, isWide = isPaper, children } = props;
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
      size={sizeOf(isPaper, isWide)}
      centered
      returnFocus={false} // by DialogFocus: it would go back to what has the focus in it
    >
      <DialogFocus>{children}</DialogFocus>
    </Modal>
  );
}

function sizeOf(isPaper: boolean, isWide: boolean): string {
  if (isPaper) return '54rem';
  return isWide ? 'lg' : 'md';
}
