import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DateOfStall, Takings, TenderSum } from '../../../domain/reports/contract.ts';
import { shortDateWords } from '../../../domain/console/moment.ts';
import { tenderWords } from '../../../domain/payments/tender-words.ts';
import { Bars } from '../../ui/Bars.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import { every, hubQuery } from '../hub-client.ts';
import { addressOf, type Route, today } from '../route.ts';
import { Ago } from '../system/Ago.tsx';
import card from '../system/card.module.css';
import { PageFrame } from '../system/PageFrame.tsx';
import { Read } from '../system/Read.tsx';
import { Alarms } from './Alarms.tsx';
import { DateList } from './DateList.tsx';
import { isPeriod, PeriodPicker, thisMonth } from './PeriodPicker.tsx';
import sums from '../system/sums.module.css';
import styles from './StallPage.module.css';

/** How soon what is shown is asked again. ms */
const REFRESH_MS = 30_000;

/** One stall over a period: its sums, a bar for each day, its dates. */
export function StallPage({ route }: { readonly route: Extract<Route, { page: 'stall' }> }) {
  const say = useText();
  const { stall } = route;
  const period = route.period ?? thisMonth();
  const report = useQuery({
    ...hubQuery.reports.stall.queryOptions({ input: { stall, ...period } }),
    enabled: isPeriod(period),
    placeholderData: (before) => (before?.stall.stall === stall ? before : undefined),
    refetchInterval: every(REFRESH_MS),
  });
  const named = report.data?.stall;
  const back = { to: today, text: say.text('console.today') };
  return (
    <PageFrame
      title={named?.name ?? stall}
      about={named && [named.number, named.mall, named.region].join(' · ')}
      back={back}
    >
      <PeriodPicker stall={stall} period={period} isChosen={route.period !== null} />
      {isPeriod(period) && (
        <Read of={report}>
          {({ alarms, reportedAtMs, takings, tenders, dates }) => (
            <>
              {alarms.length > 0 && (
                <div className={styles.alarms}>
                  <Alarms alarms={alarms} />
                  {alarms.some((kind) => kind !== 'quarantined') && (
                    <a href={addressOf({ page: 'devices', filter: null, text: stall })}>
                      {say.text('devices.toDevices')}
                    </a>
                  )}
                </div>
              )}
              <Sums takings={takings} tenders={tenders} reportedAtMs={reportedAtMs} />
              {dates.length === 0 ? (
                <NoDates />
              ) : (
                <>
                  <DayChart dates={dates} />
                  <DateList stall={stall} dates={dates} />
                </>
              )}
            </>
          )}
        </Read>
      )}
    </PageFrame>
  );
}

interface SumsProps {
  readonly takings: Takings;
  readonly tenders: readonly TenderSum[];
  readonly reportedAtMs: number | null;
}

function Sums({ takings, tenders, reportedAtMs }: SumsProps) {
  const say = useText();
  const { refundCount: count, refundsRupiah: sum } = takings;
  const beside = [
    [say.text('report.discount'), takings.discountRupiah],
    [say.text('report.tax'), takings.taxRupiah],
    [say.text('report.rounding'), takings.roundingRupiah],
  ] as const;
  return (
    <section
      className={`${card.card} ${sums.sums}`}
      aria-label={say.text('console.stall.turnover')}
    >
      <p className={sums.total}>
        <span>{say.text('console.stall.turnover')}</span>
        <strong>{say.money(takings.netRupiah)}</strong>
        <span>
          {say.text('console.day.receipts', { count: takings.receipts })}
          {count > 0 && ` · ${say.text('console.day.refunds', { count, sum })}`}
        </span>
        <span>
          {say.text('console.day.reported')}:{' '}
          {reportedAtMs === null ? say.text('console.day.never') : <Ago atMs={reportedAtMs} />}
        </span>
      </p>
      <dl className={styles.parts}>
        {tenders.map(({ tender, netRupiah }) => (
          <div key={tender}>
            <dt>{tenderWords(tender, say)}</dt>
            <dd>{say.money(netRupiah)}</dd>
          </div>
        ))}
        {beside
          .filter(([, rupiah]) => rupiah !== 0)
          .map(([label, rupiah]) => (
            <div key={label} className={styles.beside}>
              <dt>{label}</dt>
              <dd>{say.money(rupiah)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Most days that are written below their bars: of more only every so many. */
const LABELS_MAX = 10;

function DayChart({ dates }: { readonly dates: readonly DateOfStall[] }) {
  const say = useText();
  const inOrder = dates.toReversed();
  if (inOrder.length < 2) return null;
  const step = Math.ceil(inOrder.length / LABELS_MAX);
  const last = inOrder.length - 1;
  return (
    <section className={`${card.card} ${card.padded}`} aria-label={say.text('console.stall.byDay')}>
      <h2 className={card.title}>{say.text('console.stall.byDay')}</h2>
      <Bars
        bars={inOrder.map(({ date, takings }, at) => ({
          key: date,
          label: (last - at) % step === 0 ? String(Number(date.slice(8))) : '',
          title: `${shortDateWords(date, say.language)} · ${say.money(takings.netRupiah)}`,
          amount: takings.netRupiah,
        }))}
      />
    </section>
  );
}

function NoDates() {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState Icon={IconCalendarOff} title={say.text('console.stall.noDates')}>
        {say.text('console.stall.noDatesHow')}
      </EmptyState>
    </section>
  );
}
