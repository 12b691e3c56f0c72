import { Modal, type ModalProps } from '@mantine/core';
import { Suspense } from 'react';
import type { KeysOver } from '../../../domain/sales/help-keys.ts';
import { useAsking } from '../../ui/Ask.tsx';
import { useText } from '../../ui/use-text.ts';
import { whenOpened } from '../../ui/when-opened.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { ofRegister } from './of-register.ts';
import { register, useRegister } from './register-store.ts';

const KeyList = whenOpened(async () => (await import('./KeyList.tsx')).KeyList, NotLoaded);

/** The list of keys over the register, from the table that it obeys. */
export function KeysHelp() {
  const isOpen = useRegister((state) => state.over === 'keys');
  return (
    <KeyCard
      of={ofRegister}
      over="register"
      isOpen={isOpen}
      onClose={() => register.actBy({ on: 'closeHelp' }, 'text')}
    />
  );
}

interface KeyCardProps {
  /** What it lies over. */
  readonly over: KeysOver;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Whose it is, where that is not only its own. */
  readonly of?: Pick<ModalProps, 'attributes' | 'closeOnEscape'>;
}

/** The one list of keys; the key that opens it closes it too. */
export function KeyCard({ over, isOpen, onClose, of }: KeyCardProps) {
  const say = useText();
  useAsking(isOpen && over === 'back'); // the sheet below has no key meanwhile
  return (
    <Modal
      {...of}
      opened={isOpen}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'F1') return;
        event.preventDefault();
        event.stopPropagation(); // else the screen below opens it again
        if (!event.repeat) onClose();
      }}
      title={say.text('screen.keys')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      centered
      size="60rem"
    >
      <Suspense fallback={null}>
        <KeyList open={over} />
      </Suspense>
    </Modal>
  );
}
