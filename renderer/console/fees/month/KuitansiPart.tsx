import { Button } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KuitansiLine } from '../../../../domain/fees/manage/paper-calls.ts';
import { creditWords, periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { formatWhole } from '../../../../domain/money.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { NoMatch } from '../NoMatch.tsx';
import { KuitansiListPaper } from '../papers/KuitansiListPaper.tsx';
import { KuitansiOne } from '../papers/KuitansiOne.tsx';
import { PaperDialog } from '../papers/PaperDialog.tsx';
import { SearchFees } from '../SearchFees.tsx';
import { byCursor, REFRESH_MS, useTyped } from '../use-fees.ts';
import rows from '../stall/rows.module.css';
import { VoidChip } from '../VoidChip.tsx';
import styles from './KuitansiPart.module.css';

interface KuitansiPartProps {
  readonly mall: string;
  readonly mallName: string;
  readonly period: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The kuitansi of the payments of a month: found by number or stall, opened, printed. */
export function KuitansiPart({ mall, mallName, period, text, onText }: KuitansiPartProps) {
  const say = useText();
  const typed = useTyped(text);
  const [shown, setShown] = useState<KuitansiLine | null>(null);
  const list = useInfiniteQuery({
    ...hubQuery.fees.kuitansi.infiniteOptions({
      input: (cursor: string) => ({ mall, period, text: typed, cursor }),
      ...byCursor,
    }),
    placeholderData: keepPreviousData,
    refetchInterval: every(REFRESH_MS),
  });
  return (
    <Read of={list}>
      {({ pages }) => {
        const sums = pages[0]?.sums;
        const lines = pages.flatMap(({ kuitansi }) => kuitansi);
        if (!sums || (sums.kuitansi === 0 && text === '' && typed === '')) {
          return <NoKuitansi period={period} />;
        }
        const { total, reversed } = sums;
        const facts = [
          { label: say.text('console.fees.kuitansi.count'), text: formatWhole(sums.kuitansi) },
          { label: say.text('console.fees.kuitansi.void'), text: formatWhole(reversed) },
          { label: say.text('console.fees.kuitansi.total'), text: say.money(total) },
        ];
        return (
          <>
            <section
              className={`${card.card} ${styles.head}`}
              aria-label={say.text('console.fees.kuitansi.sums')}
            >
              <dl>
                {facts.map((fact) => (
                  <div key={fact.label}>
                    <dt>{fact.label}</dt>
                    <dd>{fact.text}</dd>
                  </div>
                ))}
              </dl>
              <KuitansiListPaper mall={mall} mallName={mallName} period={period} text={typed} />
            </section>
            <SearchFees
              text={text}
              label={say.text('console.fees.kuitansi.search')}
              hint={say.text('console.fees.kuitansi.searchHint')}
              onText={onText}
            />
            {lines.length === 0 ? (
              <NoMatch title={say.text('console.fees.kuitansi.noMatch')} onAll={() => onText('')} />
            ) : (
              <KuitansiList lines={lines} isOld={list.isPlaceholderData} onOpen={setShown} />
            )}
            <More of={list} />
            <PaperDialog
              isOpen={shown !== null}
              title={`${shown?.kuitansi ?? ''} · ${shown?.name ?? ''}`}
              onClose={() => setShown(null)}
            >
              {shown && <KuitansiOne id={shown.id} />}
            </PaperDialog>
          </>
        );
      }}
    </Read>
  );
}

interface KuitansiListProps {
  readonly lines: readonly KuitansiLine[];
  readonly isOld: boolean;
  readonly onOpen: (line: KuitansiLine) => void;
}

function KuitansiList({ lines, isOld, onOpen }: KuitansiListProps) {
  const say = useText();
  return (
    <section className={card.card} aria-busy={isOld}>
      <ul className={card.list} aria-label={say.text('console.fees.kuitansi.list')}>
        {lines.map((line) => (
          <li key={line.id} className={styles.row}>
            <KuitansiRow line={line} />
            <span className={styles.act}>
              <Button
                variant="default"
                aria-label={`${say.text('console.fees.paper.kuitansi')} ${line.kuitansi}`}
                onClick={() => onOpen(line)}
              >
                {say.text('console.fees.paper.kuitansi')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function KuitansiRow({ line }: { readonly line: KuitansiLine }) {
  const say = useText();
  const { kuitansi, stall, name, number, on, kind, amount, isReversed } = line;
  const said = [name, number, stall, writtenDate(on), creditWords(kind, say)];
  return (
    <>
      <span className={rows.what}>
        <strong>{kuitansi}</strong>
        <span className={card.soft}>{said.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={rows.state}>{isReversed && <VoidChip />}</span>
      <span className={`${rows.sum} ${card.figure}`} data-void={isReversed || undefined}>
        {say.money(amount)}
      </span>
    </>
  );
}

function NoKuitansi({ period }: { readonly period: string }) {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconReceipt2}
        title={say.text('console.fees.kuitansi.none', { month: periodWords(period, say) })}
      >
        {say.text('console.fees.kuitansi.noneHow')}
      </EmptyState>
    </section>
  );
}
