import { Suspense } from 'react';
import { whenOpened } from '../../ui/when-opened.ts';
import { useSticker } from './use-sticker.ts';

const StickerDue = whenOpened(
  async () => (await import('./StickerDue.tsx')).StickerDue,
  () => null,
);

/** A quiet sign in the bar while somebody is to look at the sticker; else nothing is loaded. */
export function StickerReminder() {
  const asks = useSticker()?.asks ?? 'no';
  return (
    asks !== 'no' && (
      <Suspense>
        <StickerDue asks={asks} />
      </Suspense>
    )
  );
}
