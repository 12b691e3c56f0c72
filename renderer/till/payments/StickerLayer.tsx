import { Suspense } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import { whenOpened } from '../../ui/when-opened.ts';
import { ComingDialog } from '../staff/TopDialog.tsx';
import { endSticker, useStickerAsked } from './sticker-asked.ts';

const StickerDialog = whenOpened(
  async () => (await import('./StickerDialog.tsx')).StickerDialog,
  () => null,
);

/** The check of the sticker, while somebody makes it: it lies over every screen. */
export function StickerLayer({ qris }: Pick<Settings, 'qris'>) {
  const isAsked = useStickerAsked();
  if (!isAsked || qris === '') return null;
  return (
    <Suspense fallback={<ComingDialog />}>
      <StickerDialog qris={qris} onClose={endSticker} />
    </Suspense>
  );
}
