import type { ReactNode } from 'react';
import { formatWhole } from '../../../domain/money.ts';
import {
  cashierRows,
  categoryRows,
  counterFacts,
  counterRows,
  differenceFacts,
  drawerRows,
  factsOf,
  includedRows,
  moveWords,
  pieceRows,
  type ReportFact,
  type ReportRow,
  type ReportWords,
  saleRows,
  taxRows,
  tenderRows,
} from '../../../domain/shifts/report-rows.ts';
import type { Closing, ShiftReport } from '../../../domain/shifts/report.ts';
import { shiftsPageId } from '../../../domain/shifts/page/text.id.ts';
import { localStamp } from '../../../domain/time.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { useNameOf } from '../staff/use-people.ts';
import { HourChart } from './HourChart.tsx';
import styles from './ShiftReportView.module.css';

learnWords(shiftsPageId);

/** A shift, so far or as it was closed: what its paper says, to read on the screen. */
export function ShiftReportView({ report }: { readonly report: ShiftReport }) {
  const say = useText();
  const words: ReportWords = { say, nameOf: useNameOf() };
  const { closing, cash } = report;
  const hasTax = report.sums.taxes.some(({ kind }) => kind !== 'none');
  const included = includedRows(report, words).filter(({ amountRupiah }) => amountRupiah !== 0);
  return (
    <div className={styles.report}>
      <Facts facts={factsOf(report, words)} isWide />
      <div className={styles.parts}>
        <Part title={say.text('report.partSales')}>
          <Rows rows={[...saleRows(report, words), ...included]} />
        </Part>
        <HourChart report={report} />
        <Part title={say.text('report.partTenders')}>
          <Rows rows={tenderRows(report, words)} />
        </Part>
        <Part title={say.text('report.partDrawer')}>
          {cash ? <Rows rows={drawerRows(report, words)} /> : say.text('report.drawerHidden')}
          <Facts facts={differenceFacts(report, words)} />
          <Facts
            facts={[{ label: say.text('report.noSales'), text: formatWhole(report.noSales) }]}
          />
        </Part>
        <Part title={say.text('report.partCategories')}>
          <Rows rows={categoryRows(report, words)} />
        </Part>
        <Part title={say.text('report.partCashiers')}>
          <Rows rows={cashierRows(report, words)} />
        </Part>
        {hasTax && (
          <Part title={say.text('report.partTaxes')}>
            <Rows rows={taxRows(report, words)} />
          </Part>
        )}
        {cash && <Moves cash={cash} report={report} words={words} />}
        {cash && (
          <Part title={say.text('report.partFloat')}>
            <Rows rows={pieceRows(cash.float)} />
          </Part>
        )}
        {closing && (
          <Part title={say.text('report.partCounted')}>
            <Rows rows={pieceRows(closing.counted)} />
          </Part>
        )}
        {closing && <Foot closing={closing} words={words} />}
      </div>
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ title, children }: PartProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Figures below one another; what there is nothing of says so. */
function Rows({ rows }: { readonly rows: readonly ReportRow[] }) {
  const say = useText();
  if (rows.length === 0) return <p className={styles.none}>{say.text('shift.none')}</p>;
  return (
    <table className={styles.rows}>
      <tbody>
        {rows.map(({ label, count, amountRupiah, isSum }) => (
          <tr key={label} data-sum={isSum}>
            <th scope="row">
              {label}
              {count !== undefined && <small> × {formatWhole(count)}</small>}
            </th>
            <td>{say.money(amountRupiah)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FactsProps {
  readonly facts: readonly ReportFact[];
  readonly isWide?: boolean;
}

function Facts({ facts, isWide }: FactsProps) {
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts} data-wide={isWide || undefined}>
      {facts.map(({ label, text }) => (
        <div key={`${label} ${text}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

interface MovesProps {
  readonly cash: NonNullable<ShiftReport['cash']>;
  readonly report: ShiftReport;
  readonly words: ReportWords;
}

/** Cash that went in or out beside sales, and openings without one: who, why, by whose leave. */
function Moves({ cash: { moves, moreMoves }, report, words: { nameOf } }: MovesProps) {
  const say = useText();
  if (moves.length === 0) return null;
  return (
    <Part title={say.text('report.partMoves')}>
      <ol className={styles.moves}>
        {moves.map((move, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was written down never moves
          <li key={at}>
            <span>{localStamp(move.atMs, report.offsetMinutes).slice(11)}</span>
            <span>
              {moveWords(move, say)}
              <small>
                {move.approver === null
                  ? nameOf(move.cashier)
                  : say.text('report.moveBy', {
                      name: nameOf(move.cashier),
                      approver: nameOf(move.approver),
                    })}
                {move.note !== '' && ` · ${move.note}`}
              </small>
            </span>
            <strong>{move.amountRupiah !== 0 && say.money(move.amountRupiah)}</strong>
          </li>
        ))}
      </ol>
      {moreMoves > 0 && <p>{say.text('report.moreMoves', { count: moreMoves })}</p>}
    </Part>
  );
}

interface FootProps {
  readonly closing: Closing;
  readonly words: ReportWords;
}

/** The sums of the till since it began, as the Z restates them. */
function Foot({ closing, words }: FootProps) {
  const { say } = words;
  const mark = `${closing.epoch}.${closing.seq}`;
  return (
    <Part title={say.text('report.partCounters')}>
      <Rows rows={counterRows(closing, words)} />
      <Facts facts={counterFacts(closing, words)} />
      <p className={styles.none}>{say.text('receipt.record', { mark })}</p>
    </Part>
  );
}
