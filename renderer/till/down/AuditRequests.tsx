import type { AuditRequest } from '../../../domain/down/till-contract.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { NotRead } from '../shifts/NotRead.tsx';
import styles from './Down.module.css';
import { useRequests } from './use-down.ts';

interface AuditRequestsProps {
  readonly offsetMinutes: OffsetMinutes;
}

/** Pseudonym of the hub's own program. */
const THE_HUB = 'lapak';

/** Which details auditors asked for, who and why, and whether they left this till. */
export function AuditRequests({ offsetMinutes }: AuditRequestsProps) {
  const say = useText();
  const { requests, error, askLeave } = useRequests();
  const title = say.text('down.requests');
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.soft}>{say.text('down.requestsHow')}</p>
      {error !== null && <NotRead error={error} onAsk={askLeave} />}
      {error === null && requests?.length === 0 && <p>{say.text('down.requestsNone')}</p>}
      {error === null && requests && requests.length > 0 && (
        <ul className={styles.list}>
          {requests.map((request) => (
            <li key={request.id} className={styles.entry}>
              <div className={styles.line}>
                <h3>{whatOf(request, say)}</h3>
                <span className={styles.state} data-state={request.state}>
                  {stateOf(request, say, offsetMinutes)}
                </span>
              </div>
              <p>{request.reason}</p>
              <footer className={styles.soft}>{whoOf(request, say, offsetMinutes)}</footer>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function whatOf({ receipt, mark }: AuditRequest, say: Say): string {
  if (receipt === null) return say.text('down.requestMark', { mark });
  return say.text('down.requestOf', { receipt });
}

function stateOf({ state, sentAtMs }: AuditRequest, say: Say, offset: OffsetMinutes): string {
  const at = sentAtMs === null ? '' : localStamp(sentAtMs, offset);
  return say.text(`down.request.${state}`, { at });
}

function whoOf({ by, askedAtMs }: AuditRequest, say: Say, offset: OffsetMinutes): string {
  const who = by === THE_HUB ? say.text('down.byHub') : by;
  return say.text('down.requestBy', { by: who, at: localStamp(askedAtMs, offset) });
}
