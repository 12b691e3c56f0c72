import { z } from 'zod';
import { readItem } from '../../../domain/down/item.ts';
import { readStaticQris } from '../../../domain/payments/qris.ts';
import {
  asksForSticker,
  otherAtHub,
  StickerLook,
  type StickerState,
} from '../../../domain/payments/sticker.ts';
import type { Tx } from '../database/run.ts';
import { newestItems } from '../down/item-store.ts';
import { settingReader, writeSetting } from '../settings/setting-store.ts';
import { readSettings } from '../settings/stall-settings.ts';

const KEY = 'sticker';

/** What is kept of the sticker; that somebody looked is in the journal as well. */
const KeptSticker = z.strictObject({
  /** The QRIS of the stall when somebody last looked: a look says nothing of another. */
  qris: z.string(),
  last: StickerLook.nullable(),
  putOffOn: z.string(),
});
type KeptSticker = z.output<typeof KeptSticker>;

const nothing: KeptSticker = { qris: '', last: null, putOffOn: '' };

/** As it is kept; nothing where it cannot be read: somebody is asked to look, no more. */
const readKept = settingReader<KeptSticker>(KEY, (kept) => {
  const parsed = KeptSticker.safeParse(kept);
  return parsed.success ? parsed.data : nothing;
});

/** Whether somebody is to look at the sticker. @param today a business date */
export function stickerState(tx: Tx, today: string): StickerState {
  const { qris } = readSettings(tx);
  if (qris === '') return { asks: 'no', last: null, hubNmid: null };
  const kept = readKept(tx);
  const last = kept.qris === qris ? kept.last : null;
  const asks = asksForSticker({ last, putOffOn: kept.putOffOn, today });
  return { asks, last, hubNmid: otherAtHub(readStaticQris(qris), merchantAtHub(tx)) };
}

/** NMID of the stall as the hub tells it; null where it tells none. */
function merchantAtHub(tx: Tx): string | null {
  const [newest] = newestItems(tx, 'merchant', 1);
  return readItem('merchant', newest?.given)?.nmid ?? null;
}

/** Keeps that somebody looked at the sticker of this QRIS. */
export function keepLook(tx: Tx, qris: string, last: StickerLook): void {
  writeSetting(tx, KEY, { ...readKept(tx), qris, last });
}

/** Keeps that somebody said tomorrow. @param today a business date */
export function keepPutOff(tx: Tx, today: string): void {
  writeSetting(tx, KEY, { ...readKept(tx), putOffOn: today });
}
