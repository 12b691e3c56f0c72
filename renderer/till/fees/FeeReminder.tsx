import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { whenOpened } from '../../ui/when-opened.ts';
import { tillQuery } from '../till-client.ts';

const FeeDue = whenOpened(
  async () => (await import('./FeeDue.tsx')).FeeDue,
  () => null,
);

/** A quiet lamp in the bar, while a fee is due soon or overdue; else nothing is loaded. */
export function FeeReminder({ onPress }: { readonly onPress: () => void }) {
  const watching = tillQuery.fees.watch.experimental_liveOptions({ refetchOnMount: 'always' });
  const reminder = useQuery(watching).data?.reminder;
  return (
    reminder && (
      <Suspense>
        <FeeDue {...reminder} onPress={onPress} />
      </Suspense>
    )
  );
}
