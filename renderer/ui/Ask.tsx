import { Button, Group, Modal, type ModalProps, Text } from '@mantine/core';
import { useFocusReturn } from '@mantine/hooks';
import { type MouseEvent, type ReactNode, useLayoutEffect } from 'react';
import { FreshSurface } from './FreshSurface.tsx';
import { KeyHint } from './KeyHint.tsx';
import { useText } from './use-text.ts';

export interface AskProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The answer that changes nothing: it has the focus. */
  readonly keep: string;
  /** Without an event when the question is closed. */
  readonly onKeep: (event?: MouseEvent) => void;
  /** The answer that loses it; beside another one, the one that goes on. */
  readonly act: string;
  readonly onAct: (event: MouseEvent) => void;
  /** Another answer, where nothing is lost by either. */
  readonly other?: { readonly words: string; readonly onAct: (event: MouseEvent) => void };
  /** Whose the question is, where that is not only its own. */
  readonly of?: Pick<ModalProps, 'attributes' | 'closeOnEscape'>;
}

let asking = 0;

/** Whether a question lies over what is asked about, or a list of keys: they are its alone. */
export function isAsking(): boolean {
  return asking > 0;
}

/** Says so while it lies there. */
export function useAsking(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    asking += 1;
    return () => {
      asking -= 1;
    };
  }, [isOpen]);
}

/** Asks once before something is lost, or which of two ways to go. */
export function Ask(props: AskProps) {
  const { isOpen, title, children, keep, onKeep, act, onAct, other, of } = props;
  const say = useText();
  useFocusReturn({ opened: isOpen });
  useAsking(isOpen);
  // Not there before it asks: the Escape that makes it ask would answer it as well.
  if (!isOpen) return null;
  return (
    <Modal
      {...of}
      opened
      onClose={() => onKeep()}
      title={title}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      closeOnClickOutside={false}
      centered
      size={other ? 'xl' : 'md'}
    >
      <FreshSurface>
        <Text mb="lg">{children}</Text>
        <Group justify="flex-end" gap="sm">
          {other && (
            <Button variant="default" onClick={other.onAct}>
              {other.words}
            </Button>
          )}
          <Button variant="default" {...(other ? {} : { c: 'var(--loss)' })} onClick={onAct}>
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
