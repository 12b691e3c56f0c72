import { useRef, useState } from 'react';
import type { ReadStall } from '../../../../domain/fees/manage/meter-calls.ts';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import styles from './meters.module.css';
import { ReadingForm } from './ReadingForm.tsx';
import { ReadingRow } from './ReadingRow.tsx';

/** What is typed of meters, by stall, until it is kept. */
export interface ReadingDrafts {
  of(stall: string): string;
  set(stall: string, typed: string): void;
}

interface ReadingGridProps {
  readonly period: string;
  readonly stalls: readonly ReadStall[];
  readonly drafts: ReadingDrafts;
}

/** A row for each meter; Enter sends what is typed and goes to the next that is not read. */
export function ReadingGrid({ period, stalls, drafts }: ReadingGridProps) {
  const say = useText();
  const fields = useRef(new Map<string, HTMLInputElement>());
  const [detailed, setDetailed] = useState<ReadStall | null>(null);
  const goOn = (from: string): void => {
    const at = stalls.findIndex(({ stall }) => stall === from);
    const next = stalls.slice(at + 1).find(({ reading }) => reading === null);
    if (next) fields.current.get(next.stall)?.focus();
  };
  return (
    <section className={card.card}>
      <p className={styles.how}>{say.text('console.fees.meters.how')}</p>
      <div className={`${card.row} ${card.titles} ${styles.row}`} aria-hidden>
        <span>{say.text('console.fees.month.stall')}</span>
        <span className={styles.last}>{say.text('console.fees.meters.last')}</span>
        <span>{say.text('console.fees.meters.now')}</span>
        <span className={styles.used}>{say.text('console.fees.meters.usedNow')}</span>
      </div>
      <ul className={card.list} aria-label={say.text('console.fees.meters.list')}>
        {stalls.map((stall) => (
          <li key={stall.stall}>
            <ReadingRow
              period={period}
              stall={stall}
              typed={drafts.of(stall.stall)}
              onTyped={(typed) => drafts.set(stall.stall, typed)}
              setField={(field) => {
                if (field) fields.current.set(stall.stall, field);
                else fields.current.delete(stall.stall);
              }}
              onSent={() => goOn(stall.stall)}
              onDetails={() => setDetailed(stall)}
            />
          </li>
        ))}
      </ul>
      <Dialog
        isOpen={detailed !== null}
        title={say.text('console.fees.meters.more', { stall: detailed?.name ?? '' })}
        onClose={() => setDetailed(null)}
        isWide
      >
        {detailed && (
          <ReadingForm period={period} stall={detailed} onDone={() => setDetailed(null)} />
        )}
      </Dialog>
    </section>
  );
}
