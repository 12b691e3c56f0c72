import { Suspense } from 'react';
import { whenOpened } from '../../../ui/when-opened.ts';
import { useOpenClaims } from './use-claims.ts';

const ClaimsDue = whenOpened(
  async () => (await import('./ClaimsDue.tsx')).ClaimsDue,
  () => null,
);

/** A quiet lamp in the bar while payments are not checked; else nothing is loaded. */
export function ClaimReminder({ onPress }: { readonly onPress: () => void }) {
  const open = useOpenClaims();
  if (!open || open.count === 0) return null;
  return (
    <Suspense>
      <ClaimsDue open={open} onPress={onPress} />
    </Suspense>
  );
}
