import { IconMoodHappy } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { type AgeBand, ageBands, type Ageing } from '../../../../domain/fees/ageing.ts';
import { bandWords } from '../../../../domain/fees/papers/paper-words.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Figure } from '../../../ui/Figure.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import sums from '../../system/sums.module.css';
import type { FeesRoute } from '../fees-route.ts';
import { NoMatch } from '../NoMatch.tsx';
import { SearchFees } from '../SearchFees.tsx';
import { byCursor, REFRESH_MS, useTyped } from '../use-fees.ts';
import { AgeingPaper } from '../papers/AgeingPaper.tsx';
import { AgeingList } from './AgeingList.tsx';
import styles from './ByAge.module.css';

interface ByAgeProps {
  readonly mall: string;
  readonly mallName: string;
  /** Only stalls that owe something this old; null for all. */
  readonly band: AgeBand | null;
  readonly text: string;
  readonly onChange: (to: Partial<FeesRoute>) => void;
}

/** What is open by how long it is overdue, and which stalls owe it: those that owe most first. */
export function ByAge({ mall, mallName, band, text, onChange }: ByAgeProps) {
  const typed = useTyped(text);
  const ageing = useInfiniteQuery({
    ...hubQuery.fees.ageing.infiniteOptions({
      input: (cursor: string) => ({ mall, band, text: typed, cursor }),
      ...byCursor,
    }),
    placeholderData: keepPreviousData,
    refetchInterval: every(REFRESH_MS),
  });
  const isNarrow = band !== null || text !== '';
  return (
    <Read of={ageing}>
      {({ pages }) => {
        const [first] = pages;
        const stalls = pages.flatMap((page) => page.stalls);
        if (!first?.sums || (first.sums.total === 0 && !isNarrow)) return <NobodyOwes />;
        return (
          <>
            <BandSums
              sums={first.sums}
              on={first.on}
              band={band}
              onBand={(one) => onChange({ only: one ?? '' })}
            />
            <div className={styles.find}>
              <SearchFees text={text} onText={(to) => onChange({ text: to })} />
              <AgeingPaper mall={mall} mallName={mallName} band={band} text={typed} />
            </div>
            {stalls.length === 0 ? (
              <NoMatch onAll={() => onChange({ only: '', text: '' })} />
            ) : (
              <AgeingList mall={mall} stalls={stalls} isOld={ageing.isPlaceholderData} />
            )}
            <More of={ageing} />
          </>
        );
      }}
    </Read>
  );
}

interface BandSumsProps {
  readonly sums: { readonly total: number; readonly bands: Ageing };
  readonly on: string;
  readonly band: AgeBand | null;
  readonly onBand: (band: AgeBand | null) => void;
}

function BandSums({ sums: { total, bands }, on, band, onBand }: BandSumsProps) {
  const say = useText();
  return (
    <section
      className={`${card.card} ${sums.sums}`}
      aria-label={say.text('console.fees.ageing.sums')}
    >
      <p className={sums.total}>
        <span>{say.text('console.fees.ageing.total')}</span>
        <strong>
          <Figure text={say.money(total)} />
        </strong>
        <span>{say.text('console.fees.ageing.on', { on: writtenDate(on) })}</span>
      </p>
      <fieldset
        className={`${sums.filter} ${styles.bands}`}
        aria-label={say.text('console.fees.ageing.sums')}
      >
        {ageBands.map((one) => (
          <button
            key={one}
            type="button"
            data-band={one}
            data-none={bands[one] === 0 || undefined}
            aria-pressed={band === one}
            onClick={() => onBand(band === one ? null : one)}
          >
            {bandWords(one, say)}
            <BandFigure text={say.money(bands[one])} />
          </button>
        ))}
      </fieldset>
    </section>
  );
}

/** A figure that is never broken: the longer, the smaller it is in its box. */
function BandFigure({ text }: { readonly text: string }) {
  const letters = { '--letters': text.length } as CSSProperties; // one custom property
  return (
    <strong>
      <span style={letters}>{text}</span>
    </strong>
  );
}

function NobodyOwes() {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState Icon={IconMoodHappy} title={say.text('console.fees.ageing.none')}>
        {say.text('console.fees.ageing.noneHow')}
      </EmptyState>
    </section>
  );
}
