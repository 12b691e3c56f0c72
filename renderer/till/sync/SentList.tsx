import { Button } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import { formatWhole } from '../../../domain/money.ts';
import type { SentRun, SyncReceipt } from '../../../domain/sync/till-contract.ts';
import { localStamp, type OffsetMinutes, writtenDate } from '../../../domain/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { NotRead } from '../shifts/NotRead.tsx';
import styles from './HubScreen.module.css';
import { type EnrolledStatus } from './use-sync.ts';
import { useSent } from './use-sent.ts';

interface SentListProps {
  readonly status: EnrolledStatus;
  /** How many records have left; undefined until that was read. */
  readonly left: SyncReceipt['left'] | undefined;
  readonly offsetMinutes: OffsetMinutes;
}

/** What has left the till and when, the newest on top. */
export function SentList({ status, left, offsetMinutes }: SentListProps) {
  const say = useText();
  const { runs, isLoading, error, hasMore, loadMore, askLeave } = useSent(status);
  const title = say.text('sync.leftTitle');
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      {left && left.records > 0 && <p>{countWords(left, say)}</p>}
      {error !== null && <NotRead error={error} onAsk={askLeave} />}
      {error === null && !isLoading && runs.length === 0 && (
        <EmptyState Icon={IconCloudUp} title={say.text('sync.leftNone')} level="h3">
          {say.text('sync.leftNoneHow')}
        </EmptyState>
      )}
      {runs.length > 0 && error === null && (
        <SentTable runs={runs} hub={status.hub} offsetMinutes={offsetMinutes} />
      )}
      {hasMore && (
        <Button variant="default" onClick={loadMore}>
          {say.text('sync.leftMore')}
        </Button>
      )}
    </section>
  );
}

function countWords({ records, withDetails }: SyncReceipt['left'], say: Say): string {
  if (withDetails === 0) return say.text('sync.leftTotals', { records });
  return say.text('sync.leftDetails', { records, details: withDetails });
}

interface SentTableProps {
  readonly runs: readonly SentRun[];
  /** The hub of now: only another is named. */
  readonly hub: string;
  readonly offsetMinutes: OffsetMinutes;
}

function SentTable({ runs, hub, offsetMinutes }: SentTableProps) {
  const say = useText();
  const columns = ['sync.leftDay', 'sync.leftRecords', 'sync.leftWhat', 'sync.leftWhen'] as const;
  return (
    <table className={styles.sent}>
      <thead>
        <tr>
          {columns.map((key) => (
            <th key={key} scope="col">
              {say.text(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={`${run.hub} ${run.firstAtMs} ${run.from}`}>
            <td>
              {writtenDate(run.businessDate)}
              {run.hub !== hub && <small>{run.hub}</small>}
            </td>
            <td>
              {formatWhole(run.records)}
              <small>{run.from === run.to ? run.from : `${run.from} – ${run.to}`}</small>
            </td>
            <td data-details={run.hasDetails || undefined}>
              {say.text(`sync.sharing.${run.hasDetails ? 'details' : 'totals'}`)}
            </td>
            <td>{spanOf(run, offsetMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `10:02 – 20:15` */
function spanOf({ firstAtMs, lastAtMs }: SentRun, offset: OffsetMinutes): string {
  const [first, last] = [firstAtMs, lastAtMs].map((atMs) => localStamp(atMs, offset).slice(11));
  return first === last ? `${first}` : `${first} – ${last}`;
}
