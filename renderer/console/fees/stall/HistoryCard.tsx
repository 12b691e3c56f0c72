import { useInfiniteQuery } from '@tanstack/react-query';
import type { FeeHistoryEntry } from '../../../../domain/fees/manage/stall-calls.ts';
import { zonedStamp, zones } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { byCursor, REFRESH_MS } from '../use-fees.ts';
import rows from './rows.module.css';

/** Everything that was booked for a stall, the newest first: what, when, by whom, and why. */
export function HistoryCard({ stall }: { readonly stall: string }) {
  const say = useText();
  const acts = useInfiniteQuery({
    ...hubQuery.fees.acts.infiniteOptions({
      input: (cursor: string) => ({ stall, cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  return (
    <section className={card.card}>
      <h2 className={rows.title}>{say.text('console.fees.stall.history')}</h2>
      <Read of={acts}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.acts);
          if (all.length === 0) {
            return <p className={rows.none}>{say.text('console.fees.stall.historyNone')}</p>;
          }
          return (
            <>
              <ol className={card.list} aria-label={say.text('console.fees.stall.historyList')}>
                {all.map((entry) => (
                  <li key={entry.position}>
                    <HistoryRow entry={entry} />
                  </li>
                ))}
              </ol>
              <More of={acts} />
            </>
          );
        }}
      </Read>
    </section>
  );
}

function HistoryRow({ entry }: { readonly entry: FeeHistoryEntry }) {
  const say = useText();
  const { atMs, by, body } = entry;
  const sum = sumIn(body);
  const said = [
    zonedStamp(atMs, zones.WIB),
    say.text('console.fees.stall.by', { by }),
    ...(body.credits ?? []).flatMap(({ kuitansi }) => kuitansi ?? []),
    body.note,
  ];
  return (
    <div className={rows.row}>
      <span className={rows.what}>
        <strong>{say.text(`console.fees.act.${body.act}`)}</strong>
        <span className={card.soft}>{said.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={`${rows.sum} ${card.figure}`}>{sum !== null && say.money(sum)}</span>
    </div>
  );
}

/** The sum that an act is about; null for none. Rupiah */
function sumIn({ charges, credits, refunds, deposits }: FeeHistoryEntry['body']): number | null {
  const moved = charges ?? credits ?? refunds ?? deposits;
  return moved?.reduce((sum, { amount }) => sum + amount, 0) ?? null;
}
