import { useInfiniteQuery } from '@tanstack/react-query';
import type { JournalRow } from '../../../../domain/fees/matters/month-contract.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import rows from '../stall/rows.module.css';
import { byCursor, REFRESH_MS } from '../use-fees.ts';
import { bookWords } from './account-words.ts';
import styles from './books.module.css';

interface JournalProps {
  readonly mall: string;
  readonly month: string;
}

/** The postings of a month in their order, page by page. */
export function Journal({ mall, month }: JournalProps) {
  const say = useText();
  const journal = useInfiniteQuery({
    ...hubQuery.matters.readJournal.infiniteOptions({
      input: (cursor: string) => ({ mall, month, cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  const title = say.text('console.fees.books.journal');
  return (
    <section className={card.card}>
      <h2 className={rows.title}>{title}</h2>
      <Read of={journal}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.rows);
          if (all.length === 0) {
            return <p className={rows.none}>{say.text('console.fees.books.journalNone')}</p>;
          }
          return (
            <>
              <ol className={card.list} aria-label={title}>
                {all.map((row) => (
                  <li key={`${row.act} ${row.line}`}>
                    <Line row={row} />
                  </li>
                ))}
              </ol>
              <More of={journal} />
            </>
          );
        }}
      </Read>
    </section>
  );
}

function Line({ row }: { readonly row: JournalRow }) {
  const say = useText();
  const { on, what, stall, debit, credit, amount, note } = row;
  const said = [say.text(`console.fees.act.${what}`), stall ?? '', note]
    .filter(Boolean)
    .join(' · ');
  const [to, from] = [bookWords(debit, say), bookWords(credit, say)];
  return (
    <div className={`${card.row} ${styles.line}`}>
      <span className={card.soft}>{writtenDate(on)}</span>
      <span>{said}</span>
      <span className={card.soft}>
        {say.text('console.fees.books.debit')} {to} · {say.text('console.fees.books.credit')} {from}
      </span>
      <span className={card.figure}>{say.money(amount)}</span>
    </div>
  );
}
