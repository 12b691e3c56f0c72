import { useQuery } from '@tanstack/react-query';
import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { useText } from '../../../ui/use-text.ts';
import { hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { LetterRow } from '../letters/LetterRow.tsx';
import rows from './rows.module.css';

/** The letters that a stall was written; nothing where it was written none. */
export function LetterCard({ stall: { stall, mall } }: { readonly stall: StallView }) {
  const say = useText();
  const { data } = useQuery(hubQuery.matters.listNotices.queryOptions({ input: { mall, stall } }));
  if (!data || data.notices.length === 0) return null;
  const title = say.text('console.fees.stall.letters');
  return (
    <section className={card.card}>
      <h2 className={rows.title}>{title}</h2>
      <ul className={card.list} aria-label={title}>
        {data.notices.map((letter) => (
          <li key={letter.id}>
            <LetterRow letter={letter} />
          </li>
        ))}
      </ul>
    </section>
  );
}
