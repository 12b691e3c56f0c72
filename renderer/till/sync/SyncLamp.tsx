import {
  IconCloudCheck,
  IconCloudExclamation,
  IconCloudQuestion,
  IconCloudUp,
  type Icon,
} from '@tabler/icons-react';
import { formatWhole } from '../../../domain/money.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { useUnread } from '../down/use-down.ts';
import styles from './SyncLamp.module.css';
import { type EnrolledStatus, useSyncStatusNow } from './use-sync.ts';

interface SyncLampProps {
  /** The stall's own time. */
  readonly offsetMinutes: OffsetMinutes;
  readonly onPress: () => void;
}

const icons: Readonly<Record<EnrolledStatus['state'] | 'unknown', Icon>> = {
  sent: IconCloudCheck,
  pending: IconCloudUp,
  waiting: IconCloudQuestion,
  attention: IconCloudExclamation,
  unknown: IconCloudQuestion,
};

/** More waiting records than these are as many. */
const COUNT_MAX = 999;

/**
 * How far the till has reported, at a glance, and in words for who listens; a touch opens the page.
 * A dot on it says that the mall has news which nobody here has read.
 * None at a till without a hub: it lacks nothing.
 */
export function SyncLamp({ offsetMinutes, onPress }: SyncLampProps) {
  const say = useText();
  const { status, isKnown } = useSyncStatusNow();
  const unread = useUnread();
  if (!status || status.state === 'alone') return null;
  const state = isKnown ? status.state : 'unknown';
  const Picture = icons[state];
  const words = isKnown ? lampWords(status, say, offsetMinutes) : say.text('sync.lampUnknown');
  const own = say.text('sync.lamp', { state: words });
  const name = unread ? `${own}; ${say.text('sync.lampNews', { title: unread.title })}` : own;
  return (
    <button
      type="button"
      className={styles.lamp}
      data-lamp="sync"
      data-state={state}
      aria-label={name}
      title={name}
      onClick={onPress}
    >
      <span className={styles.sign}>
        <Picture aria-hidden size={22} />
        {unread && <span className={styles.news} />}
      </span>
      {state === 'pending' ? (
        <span className={styles.count}>{countOf(status)}</span>
      ) : (
        <span className={styles.word}>{say.text(`sync.short.${state}`)}</span>
      )}
    </button>
  );
}

function countOf({ records }: EnrolledStatus): string {
  return records > COUNT_MAX ? `${COUNT_MAX}+` : formatWhole(records);
}

function lampWords(status: EnrolledStatus, say: Say, offset: OffsetMinutes): string {
  const { records, sinceMs, sentAtMs } = status;
  switch (status.state) {
    case 'sent':
      return say.text('sync.lampSent', { at: stampOf(sentAtMs, offset) });
    case 'waiting':
      return say.text('sync.lampWaiting');
    case 'pending': {
      const why = say.text(`sync.why.${status.reason}`);
      return say.text('sync.lampPending', { records, since: stampOf(sinceMs, offset), why });
    }
    case 'attention':
      return say.text('sync.lampAttention', { why: say.text(`sync.why.${status.reason}`) });
  }
}

function stampOf(atMs: number | null, offset: OffsetMinutes): string {
  return atMs === null ? '' : localStamp(atMs, offset);
}
