import type { ReactNode } from 'react';
import { chargeKinds } from '../../../../domain/fees/kinds.ts';
import type { ChargeRun } from '../../../../domain/fees/manage/mall-calls.ts';
import { useText } from '../../../ui/use-text.ts';
import { Facts } from '../Facts.tsx';
import styles from './ChargeRunReport.module.css';

interface ReportProps {
  readonly run: ChargeRun;
}

/** Whom a run charges, whom not and why, and where tariffs differ. */
export function ChargeRunReport({ run }: ReportProps) {
  const say = useText();
  const { charged, there, withoutContract, advancesUsed, codesGiven, withoutCode } = run;
  const stalls = (count: number): string => say.text('console.fees.run.stalls', { count });
  const beside = [
    [say.text('console.fees.run.there'), there],
    [say.text('console.fees.run.withoutContract'), withoutContract],
    [say.text('console.fees.run.codes'), codesGiven],
    [say.text('console.fees.run.withoutCode'), withoutCode],
  ] as const;
  const sums = chargeKinds.filter((kind) => run.sums[kind] > 0);
  return (
    <>
      {charged === 0 && !run.isApplied && (
        <p role="status">
          {say.text(there === 0 ? 'console.fees.run.noContract' : 'console.fees.run.nothing')}
        </p>
      )}
      <Facts
        facts={[
          { label: say.text('console.fees.run.charged'), text: stalls(charged), isStrong: true },
          { label: say.text('console.fees.run.total'), text: say.money(run.total), isStrong: true },
          ...sums.map((kind) => ({
            label: say.text(`paper.charge.${kind}`),
            text: say.money(run.sums[kind]),
          })),
          ...(advancesUsed > 0
            ? [{ label: say.text('console.fees.run.advances'), text: say.money(advancesUsed) }]
            : []),
          ...beside
            .filter(([, count]) => count > 0)
            .map(([label, count]) => ({ label, text: stalls(count) })),
        ]}
      />
      <Stalls title={say.text('console.fees.run.differs')} count={run.tariffDiffersCount}>
        {run.tariffDiffers.map(({ stall, name, tariff, plan }) => (
          <li key={stall}>
            <strong>{name}</strong> {stall}
            <span>{say.text('console.fees.run.differsLine', { tariff, plan })}</span>
          </li>
        ))}
      </Stalls>
      <Stalls title={say.text('console.fees.run.unread')} count={run.withoutReadingCount}>
        {run.withoutReading.map(({ stall, name }) => (
          <li key={stall}>
            <strong>{name}</strong> {stall}
          </li>
        ))}
      </Stalls>
    </>
  );
}

interface StallsProps {
  readonly title: string;
  readonly count: number;
  readonly children: readonly ReactNode[];
}

function Stalls({ title, count, children }: StallsProps) {
  const say = useText();
  if (count === 0) return null;
  return (
    <section className={styles.stalls}>
      <h3>
        {title}: {say.text('console.fees.run.stalls', { count })}
      </h3>
      <ul>{children}</ul>
      {count > children.length && (
        <p>{say.text('console.fees.run.more', { count: count - children.length })}</p>
      )}
    </section>
  );
}
