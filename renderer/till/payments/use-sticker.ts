import { useQuery } from '@tanstack/react-query';
import type { StickerState } from '../../../domain/payments/sticker.ts';
import { tillQuery } from '../till-client.ts';

/** Whether somebody is to look at the sticker, as the till last said; undefined until it has. */
export function useSticker(): StickerState | undefined {
  const { watchSticker } = tillQuery.payments;
  return useQuery(watchSticker.experimental_liveOptions({ refetchOnMount: 'always' })).data;
}
