import { Checkbox } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Claim, placeId } from '../../../../domain/payments/claim.ts';
import type { ReportMatch, ReportRow } from '../../../../domain/payments/report-match.ts';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';
import { localStamp, type OffsetMinutes, writtenDate } from '../../../../domain/time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import sheet from '../../shifts/Sheet.module.css';
import styles from './Claims.module.css';
import type { Match } from './use-picks.ts';

interface ReportPreviewProps {
  readonly match: ReportMatch;
  /** Whether it was read off a file, whose lines a person can look up. */
  readonly isFile: boolean;
  readonly isTaken: (match: Match) => boolean;
  readonly onToggle: (match: Match) => void;
}

/** What payments say of claims: what matches, what differs, what either has alone. */
export function ReportPreview({ match, isFile, isTaken, onToggle }: ReportPreviewProps) {
  const say = useText();
  const lineOf = (row: ReportRow) => (isFile ? say.text('claims.row', row) : '');
  const { matches, differing, absent } = match;
  const offset = [...matches, ...differing][0]?.claim.offsetMinutes ?? absent[0]?.offsetMinutes;
  return (
    <div className={styles.preview}>
      {matches.length === 0 ? (
        <EmptyState Icon={IconFileOff} level="h3" title={say.text('claims.reportNone')}>
          {say.text('claims.reportNoneHow')}
        </EmptyState>
      ) : (
        <Part title={say.text('claims.matchList')}>
          {matches.some(({ isDoubtful }) => isDoubtful) && (
            <p className={sheet.how}>{say.text('claims.doubtfulHow')}</p>
          )}
          <ul>
            {matches.map((one) => (
              <MatchRow
                key={placeId(one.claim)}
                match={one}
                line={lineOf(one.row)}
                isTaken={isTaken(one)}
                onToggle={() => onToggle(one)}
              />
            ))}
          </ul>
        </Part>
      )}
      {differing.length > 0 && (
        <Part title={say.text('claims.differing')}>
          <ul>
            {differing.map(({ claim, row }) => (
              <ClaimLine key={placeId(claim)} claim={claim}>
                {say.text('claims.differingOf', { amount: row.amountRupiah })}
              </ClaimLine>
            ))}
          </ul>
        </Part>
      )}
      {absent.length > 0 && (
        <Part title={say.text('claims.absent')} how={say.text('claims.absentHow')}>
          <ul>
            {absent.map((claim) => (
              <ClaimLine key={placeId(claim)} claim={claim} />
            ))}
          </ul>
        </Part>
      )}
      <SpareRows match={match} offset={offset} lineOf={lineOf} />
    </div>
  );
}

interface SpareRowsProps {
  readonly match: ReportMatch;
  readonly offset: OffsetMinutes | undefined;
  readonly lineOf: (row: ReportRow) => string;
}

/** Payments of no tender of this till. */
function SpareRows({ match: { spare, spareCount }, offset, lineOf }: SpareRowsProps) {
  const say = useText();
  if (spare.length === 0) return null;
  return (
    <Part title={say.text('claims.spare')} how={say.text('claims.spareHow')}>
      <ul>
        {spare.map((row) => (
          <li key={row.row}>
            <span>
              {rowTime(row, offset)} <small>{rowWords(row, lineOf(row))}</small>
            </span>
            <strong>{say.money(row.amountRupiah)}</strong>
          </li>
        ))}
      </ul>
      {spareCount > spare.length && (
        <p className={sheet.how}>
          {say.text('claims.spareMore', { count: spareCount - spare.length })}
        </p>
      )}
    </Part>
  );
}

interface PartProps {
  readonly title: string;
  readonly how?: string;
  readonly children: ReactNode;
}

function Part({ title, how, children }: PartProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {how !== undefined && <p className={sheet.how}>{how}</p>}
      {children}
    </section>
  );
}

interface MatchRowProps {
  readonly match: Match;
  /** Where it stands in the file; empty for none. */
  readonly line: string;
  readonly isTaken: boolean;
  readonly onToggle: () => void;
}

/** One claim and the row that it would be, to be taken or left. */
function MatchRow({ match, line, isTaken, onToggle }: MatchRowProps) {
  const say = useText();
  const { claim, row, by, isDoubtful } = match;
  const why = say.text(by === 'reference' ? 'claims.byReference' : 'claims.byAmount');
  return (
    <li data-doubtful={isDoubtful || undefined}>
      <Checkbox
        checked={isTaken}
        onChange={onToggle}
        label={
          <>
            <strong>{claim.number}</strong> {localStamp(claim.soldAtMs, claim.offsetMinutes)}
            <small>
              {[
                rowTime(row, claim.offsetMinutes),
                rowWords(row, line),
                isDoubtful ? say.text('claims.doubtful') : why,
              ]
                .filter((words) => words !== '')
                .join(' · ')}
            </small>
          </>
        }
      />
      <strong>{say.money(claim.amountRupiah)}</strong>
    </li>
  );
}

function ClaimLine({ claim, children }: { readonly claim: Claim; readonly children?: ReactNode }) {
  const say = useText();
  return (
    <li>
      <span>
        <strong>{claim.number}</strong> {tenderWords(claim.kind, say)}
        <small>
          {localStamp(claim.soldAtMs, claim.offsetMinutes)} {children}
        </small>
      </span>
      <strong>{say.money(claim.amountRupiah)}</strong>
    </li>
  );
}

/** When a row was paid, by the clock of the stall; without an hour its day. */
function rowTime({ atMs, on }: ReportRow, offset: OffsetMinutes = 420): string {
  if (atMs !== null) return localStamp(atMs, offset);
  return on === null ? '' : writtenDate(on);
}

/** What the report calls it, and where it stands there. */
function rowWords({ reference, issuer }: ReportRow, line: string): string {
  return [reference, issuer, line].filter((text) => text !== '').join(' · ');
}
