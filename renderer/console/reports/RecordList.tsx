import type { LedgerRecord } from '../../../domain/reports/contract.ts';
import { shortDevice } from '../../../domain/sync/short-device.ts';
import { markOf } from '../../../domain/sync/place.ts';
import { localStamp } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { addressOf } from '../route.ts';
import card from '../system/card.module.css';
import styles from './RecordList.module.css';
import { recordTypeWords } from './record-words.ts';
import { VerdictChip } from './VerdictChip.tsx';

interface RecordListProps {
  readonly stall: string;
  readonly date: string;
  readonly records: readonly LedgerRecord[];
}

/** Records in the order of their chains, those of each till below its name. */
export function RecordList({ stall, date, records }: RecordListProps) {
  const say = useText();
  const tills = [...new Set(records.map(({ device }) => device))];
  return tills.map((device) => (
    <section key={device} className={card.card}>
      <h2 className={styles.till}>
        {say.text('console.records.device', { device: shortDevice(device) })}
      </h2>
      <ul className={card.list} aria-label={say.text('console.records.list')}>
        {records
          .filter((record) => record.device === device)
          .map((record) => (
            <li key={record.place.leaf}>
              <a
                className={`${card.row} ${styles.row}`}
                href={addressOf({ page: 'record', stall, date, leaf: record.place.leaf })}
              >
                <RecordCells record={record} />
              </a>
            </li>
          ))}
      </ul>
    </section>
  ));
}

function RecordCells({ record }: { readonly record: LedgerRecord }) {
  const say = useText();
  const { place, type, verdict, reason, said } = record;
  return (
    <>
      <span className={`${styles.mark} ${card.code}`}>{markOf(place)}</span>
      <span className={`${styles.time} ${card.soft}`}>
        {said && localStamp(said.atMs, said.offsetMinutes).slice(11)}
      </span>
      <strong className={styles.type}>
        {recordTypeWords(type, say)} <span className={card.soft}>{said?.number}</span>
      </strong>
      <span className={styles.verdict}>
        <VerdictChip verdict={verdict} />
      </span>
      <span className={`${styles.total} ${card.figure}`}>
        {said === null && say.text('console.records.unreadable')}
        {said && said.totalRupiah !== 0 && say.money(said.totalRupiah)}
      </span>
      {reason && (
        <span className={`${styles.reason} ${card.soft}`}>
          {say.text(`console.reason.${reason}`)}
        </span>
      )}
    </>
  );
}
