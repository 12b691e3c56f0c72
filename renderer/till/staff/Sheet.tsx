import { Drawer } from '@mantine/core';
import { type ReactNode, type RefObject, useState } from 'react';
import { DropAsk } from '../../ui/DropAsk.tsx';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { useText } from '../../ui/use-text.ts';

/** What the sheet asks of the form in it. */
export interface FormHandle {
  isDirty(): boolean;
}

interface SheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly form: RefObject<FormHandle | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Slides in beside a list; what is typed in it and not kept is asked about before it goes. */
export function Sheet({ isOpen, title, form, onClose, children }: SheetProps) {
  const say = useText();
  const [isAsking, setIsAsking] = useState(false);
  const leave = (): void => {
    if (form.current?.isDirty()) setIsAsking(true);
    else onClose();
  };
  return (
    <>
      <Drawer.Root opened={isOpen} onClose={leave} position="right" size="min(34rem, 100vw)">
        <FreshSurface isShown={isOpen}>
          <Drawer.Overlay />
          <Drawer.Content>
            <Drawer.Header>
              <Drawer.Title>{title}</Drawer.Title>
              <Drawer.CloseButton aria-label={say.text('screen.close')} size={44} iconSize={20} />
            </Drawer.Header>
            <Drawer.Body>{isOpen && children}</Drawer.Body>
          </Drawer.Content>
        </FreshSurface>
      </Drawer.Root>
      <DropAsk
        isOpen={isAsking}
        onKeep={() => setIsAsking(false)}
        onDrop={() => {
          setIsAsking(false);
          onClose();
        }}
      >
        {say.text('staff.unsavedWhat')}
      </DropAsk>
    </>
  );
}
