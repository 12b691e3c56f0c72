import { Modal } from '@mantine/core';
import { Suspense } from 'react';
import { useText } from '../../ui/use-text.ts';
import { whenOpened } from '../../ui/when-opened.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { ofRegister } from './of-register.ts';
import { register, useRegister } from './register-store.ts';

const KeyList = whenOpened(async () => (await import('./KeyList.tsx')).KeyList, NotLoaded);

/** The list of keys, from the table that the register obeys. */
export function KeysHelp() {
  const say = useText();
  const isOpen = useRegister((state) => state.over === 'keys');
  return (
    <Modal
      {...ofRegister}
      opened={isOpen}
      onClose={() => register.actBy({ on: 'closeHelp' }, 'text')}
      title={say.text('screen.keys')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      centered
      size="lg"
      transitionProps={{ duration: 100, exitDuration: 0 }}
    >
      <Suspense fallback={null}>
        <KeyList />
      </Suspense>
    </Modal>
  );
}
