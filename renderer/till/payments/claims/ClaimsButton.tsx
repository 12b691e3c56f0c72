import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { claimsPageId } from '../../../../domain/payments/claims-page/text.id.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { learnWords, useText } from '../../../ui/use-text.ts';
import { useOpenClaims } from './use-claims.ts';

learnWords(claimsPageId);

/** The way to payments that are not checked, while there are any. */
export function ClaimsButton({ onPress }: { readonly onPress: () => void }) {
  const say = useText();
  const count = useOpenClaims()?.count ?? 0;
  if (count === 0) return null;
  return (
    <Button
      variant="default"
      size="md"
      px="sm"
      leftSection={<IconListCheck aria-hidden size={20} />}
      rightSection={<KeyHint>F5</KeyHint>}
      aria-keyshortcuts="F5"
      onClick={onPress}
    >
      {say.text('claims.count', { count })}
    </Button>
  );
}
