import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { PaperDialog } from './PaperDialog.tsx';

interface ListPaperButtonProps {
  readonly title: string;
  /** The paper, which is read once it is opened. */
  readonly children: ReactNode;
}

/** Opens the list of a page as a paper. */
export function ListPaperButton({ title, children }: ListPaperButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter aria-hidden size={20} />}
        onClick={() => setIsOpen(true)}
      >
        {title}
      </Button>
      <PaperDialog isOpen={isOpen} title={title} onClose={() => setIsOpen(false)}>
        {children}
      </PaperDialog>
    </>
  );
}
