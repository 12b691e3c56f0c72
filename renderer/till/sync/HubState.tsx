import { Button } from '@mantine/core';
import {
  IconCloudCheck,
  IconCloudExclamation,
  IconCloudUp,
  IconHourglass,
  type Icon,
} from '@tabler/icons-react';
import { shortDevice } from '../../../domain/sync/short-device.ts';
import type { SyncReceipt } from '../../../domain/sync/till-contract.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './HubScreen.module.css';
import { type EnrolledStatus, useTryNow } from './use-sync.ts';

interface HubStateProps {
  readonly status: EnrolledStatus;
  /** Name of this device: 32 hex digits. */
  readonly device: string;
  /** Undefined until it was read. */
  readonly receipt: SyncReceipt | undefined;
  readonly offsetMinutes: OffsetMinutes;
  /** Asks for another invitation. */
  readonly onEnrol: () => void;
}

const icons: Readonly<Record<EnrolledStatus['state'], Icon>> = {
  sent: IconCloudCheck,
  pending: IconCloudUp,
  waiting: IconHourglass,
  attention: IconCloudExclamation,
};

/** How reporting stands, what to do about it, and whom it is reported to. */
export function HubState(props: HubStateProps) {
  const { status, device, receipt, offsetMinutes, onEnrol } = props;
  const say = useText();
  const { isTrying, tryNow } = useTryNow();
  const { enrolledAtMs = null, hubKey = null } = receipt ?? {};
  const { title, lines } = wordsOf(status, say, offsetMinutes);
  const Picture = icons[status.state];
  return (
    <section className={styles.card} aria-label={say.text('sync.state')}>
      <div className={styles.state} data-state={status.state} role="status">
        <Picture aria-hidden size={32} stroke={1.75} />
        <div>
          <h2>{title}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      <dl className={styles.facts}>
        <Fact
          name={say.text('sync.factDevice')}
          text={shortDevice(device)}
          isFigure={status.state === 'waiting'}
        />
        <Fact name={say.text('sync.factStall')} text={stallOf(status)} />
        <Fact name={say.text('sync.factMall')} text={status.stall.mall} />
        <Fact name={say.text('sync.factHub')} text={status.hub} />
        <Fact name={say.text('sync.factKey')} text={hubKey ?? ''} />
        {enrolledAtMs !== null && (
          <Fact name={say.text('sync.factSince')} text={localStamp(enrolledAtMs, offsetMinutes)} />
        )}
      </dl>
      <div className={styles.acts}>
        <Button
          variant={status.state === 'sent' ? 'default' : 'filled'}
          loading={isTrying}
          onClick={tryNow}
        >
          {say.text('sync.tryNow')}
        </Button>
        {!isRevoked(status) && (
          <Button variant="default" onClick={onEnrol}>
            {say.text('sync.enrolAgain')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly text: string;
  /** Whether two people compare it now. */
  readonly isFigure?: boolean;
}

function Fact({ name, text, isFigure = false }: FactProps) {
  if (text === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd data-figure={isFigure || undefined}>{text}</dd>
    </div>
  );
}

function stallOf({ stall }: EnrolledStatus): string {
  return stall.name === '' ? stall.code : `${stall.name} (${stall.code})`;
}

/** For good: no code enrols it there again. */
function isRevoked(status: EnrolledStatus): boolean {
  return status.state === 'attention' && status.reason === 'revoked';
}

interface StateWords {
  readonly title: string;
  readonly lines: readonly string[];
}

function wordsOf(status: EnrolledStatus, say: Say, offset: OffsetMinutes): StateWords {
  const { hub, records, sinceMs, sentAtMs } = status;
  const since = sinceMs === null ? '' : localStamp(sinceMs, offset);
  const waiting = say.text('sync.pendingSince', { since });
  switch (status.state) {
    case 'waiting':
      return {
        title: say.text('sync.waitingTitle'),
        lines: [say.text('sync.waitingCompare'), say.text('sync.waitingThen')],
      };
    case 'sent': {
      const at = sentAtMs === null ? '' : localStamp(sentAtMs, offset);
      return { title: say.text('sync.sentTitle'), lines: [say.text('sync.sentHow', { at })] };
    }
    case 'pending':
      return {
        title: say.text('sync.pendingTitle', { records }),
        lines: [say.text(`sync.pending.${status.reason}`, { hub }), waiting],
      };
    case 'attention': {
      const unsent = isRevoked(status) ? 'sync.revokedUnsent' : 'sync.unsent';
      return {
        title: say.text('sync.attentionTitle'),
        lines: [
          say.text(`sync.attention.${status.reason}`, { hub }),
          ...(records > 0 ? [say.text(unsent, { records, since })] : []),
          ...(isRevoked(status) ? [say.text('sync.revokedNext')] : []),
        ],
      };
    }
  }
}
