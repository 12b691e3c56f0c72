import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FreshSurface } from './FreshSurface.tsx';
import { KeyHint } from './KeyHint.tsx';
import { useText } from './use-text.ts';

interface AskProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The answer that changes nothing: it has the focus. */
  readonly keep: string;
  readonly onKeep: () => void;
  /** The answer that cannot be taken back. */
  readonly act: string;
  readonly onAct: () => void;
}

/** Asks once before something is lost. */
export function Ask({ isOpen, title, children, keep, onKeep, act, onAct }: AskProps) {
  const say = useText();
  // Not there before it asks: the Escape that makes it ask would answer it as well.
  if (!isOpen) return null;
  return (
    <Modal
      opened
      onClose={onKeep}
      title={title}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      closeOnClickOutside={false}
      centered
      transitionProps={{ duration: 100, exitDuration: 0 }}
    >
      <FreshSurface>
        <Text mb="lg">{children}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" c="var(--loss)" onClick={onAct}>
            {act}
          </Button>
          <Button data-autofocus onClick={onKeep} rightSection={<KeyHint>Enter</KeyHint>}>
            {keep}
          </Button>
        </Group>
      </FreshSurface>
    </Modal>
  );
}
