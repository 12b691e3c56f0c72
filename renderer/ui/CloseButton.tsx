import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useText } from './use-text.ts';

/** Closes a panel beside the screen: a cross, with its word for who listens. */
export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={say.text('screen.close')}
      title={say.text('screen.close')}
      onClick={onClose}
    >
      <IconX aria-hidden size={20} />
    </ActionIcon>
  );
}
