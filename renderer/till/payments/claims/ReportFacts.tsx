import type { ReportMatch } from '../../../../domain/payments/report-match.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import sheet from '../../shifts/Sheet.module.css';

interface ReportFactsProps {
  readonly match: ReportMatch;
  /** Whether it was read off a file, some lines of which may say nothing. */
  readonly isFile: boolean;
}

/** What payments say, counted. */
export function ReportFacts({ match, isFile }: ReportFactsProps) {
  const say = useText();
  const { provider, from, to, payments, matches, known, spareCount, rejected } = match;
  const facts = [
    ['claims.reportPayments', payments],
    ['claims.reportMatches', matches.length],
    ['claims.reportKnown', known],
    ['claims.reportSpare', spareCount],
    ...(isFile ? [['claims.reportRejected', rejected] as const] : []),
  ] as const;
  return (
    <>
      {from !== null && to !== null && (
        <p className={sheet.how}>
          {say.text('claims.reportOf', {
            provider,
            from: writtenDate(from),
            to: writtenDate(to),
          })}
        </p>
      )}
      <dl className={sheet.pairs}>
        {facts.map(([key, count]) => (
          <div key={key}>
            <dt>{say.text(key)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
