import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import { copyText } from './copy-text.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied; without it only a sign stands beside what is. */
  readonly label?: string;
}

/** Takes a text along, and says that it has. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const say = useText();
  const [copied, setCopied] = useState('');
  const isCopied = copied === text;
  const Sign = isCopied ? IconCheck : IconCopy;
  const words = say.text('console.copy');
  const act = (): void => {
    if (copyText(text)) setCopied(text);
  };
  if (label === undefined) {
    return (
      <>
        <ActionIcon variant="default" size={44} aria-label={words} title={words} onClick={act}>
          <Sign aria-hidden size={20} />
        </ActionIcon>
        <VisuallyHidden aria-live="polite">{isCopied && say.text('console.copied')}</VisuallyHidden>
      </>
    );
  }
  return (
    <Button variant="default" leftSection={<Sign aria-hidden size={18} />} onClick={act}>
      <span aria-live="polite">{isCopied ? say.text('console.copied') : label}</span>
    </Button>
  );
}
