import type { Translator } from '../text.ts';
import { localStamp, type OffsetMinutes } from '../time.ts';
import type { SyncStatus } from './status.ts';

/** How far a till has reported, in one sentence or two. @param offset of the times in it */
export function statusWords(
  status: SyncStatus,
  speaker: Translator,
  offset: OffsetMinutes,
): string[] {
  if (status.state === 'alone') return [speaker.text('sync.alone')];
  const { hub, stall, records, sinceMs, sentAtMs } = status;
  const since = sinceMs === null ? '' : localStamp(sinceMs, offset);
  const waiting = records === 0 ? [] : [speaker.text('sync.unsent', { records, since })];
  const facts = { hub, stall: stall.code };
  switch (status.state) {
    case 'waiting':
      return [speaker.text('sync.waiting', facts), ...waiting];
    case 'sent': {
      const at = sentAtMs === null ? '' : localStamp(sentAtMs, offset);
      return [speaker.text('sync.sent', { ...facts, at })];
    }
    case 'pending':
      return [...waiting, speaker.text(`sync.pending.${status.reason}`, facts)];
    case 'attention':
      return [speaker.text(`sync.attention.${status.reason}`, facts), ...waiting];
  }
}
