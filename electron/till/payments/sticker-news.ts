import type { StickerState } from '../../../domain/payments/sticker.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import type { TillNews } from '../news.ts';
import { stickerState } from './sticker-kept.ts';

/** What telling of the sticker needs of the till. */
export interface StickerNewsTill extends Book {
  readonly clock: () => UtcMs;
  readonly news: Pick<TillNews, 'sticker'>;
}

/** Whether somebody is to look at the sticker. @throws LapakError CLOCK_WRONG */
function readSticker(till: StickerNewsTill): StickerState {
  return read(till, (tx) => stickerState(tx, todayOf(tx, till)));
}

/** Whether somebody is to look at the sticker now, then after each change of that. */
export function watchSticker(
  till: StickerNewsTill,
  signal?: AbortSignal,
): AsyncGenerator<StickerState, void, void> {
  return till.news.sticker.watch(() => [readSticker(till)], signal);
}

/** Says to every page whether somebody is to look: a day has begun, or something has changed. */
export function publishSticker(till: StickerNewsTill): void {
  if (till.news.sticker.isWatched()) till.news.sticker.publish(readSticker(till));
}
