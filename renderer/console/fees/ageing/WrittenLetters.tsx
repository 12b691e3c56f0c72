import { IconMail } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { LetterRow } from '../letters/LetterRow.tsx';
import { byCursor, REFRESH_MS } from '../use-fees.ts';

/** The letters of a mall, the newest first: those that were not handed over say so. */
export function WrittenLetters({ mall }: { readonly mall: string }) {
  const say = useText();
  const letters = useInfiniteQuery({
    ...hubQuery.matters.listNotices.infiniteOptions({
      input: (cursor: string) => ({ mall, cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  return (
    <Read of={letters}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.notices);
        if (all.length === 0) {
          return (
            <section className={card.card}>
              <EmptyState Icon={IconMail} title={say.text('console.fees.letters.noWritten')}>
                {say.text('console.fees.letters.noWrittenHow')}
              </EmptyState>
            </section>
          );
        }
        return (
          <>
            <section className={card.card}>
              <ul className={card.list} aria-label={say.text('console.fees.ageing.written')}>
                {all.map((letter) => (
                  <li key={letter.id}>
                    <LetterRow letter={letter} isNamed />
                  </li>
                ))}
              </ul>
            </section>
            <More of={letters} />
          </>
        );
      }}
    </Read>
  );
}
