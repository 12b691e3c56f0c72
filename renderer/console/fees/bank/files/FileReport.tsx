import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import type { ImportReport, LineReason } from '../../../../../domain/fees/bank/import-report.ts';
import { formatWhole } from '../../../../../domain/money.ts';
import { writtenDate } from '../../../../../domain/time.ts';
import { KeyHint } from '../../../../ui/KeyHint.tsx';
import { useText } from '../../../../ui/use-text.ts';
import shared from '../../../system/counts.module.css';
import { RejectedLines } from '../../../system/FileLines.tsx';
import { Question } from '../../../system/Question.tsx';
import styles from './FileReport.module.css';
import type { TriedFile } from './use-bank-file.ts';

interface FileReportProps {
  readonly tried: TriedFile;
  /** Why the import of it did not come about; empty for nothing. */
  readonly failure: string;
  readonly isBusy: boolean;
  readonly onTake: (isUnbalancedTaken: boolean) => void;
  readonly onOtherFile: () => void;
}

/** What a bank file would do: its rows, whether it adds up, what is missing before it. */
export function FileReport({ tried, failure, isBusy, onTake, onOtherFile }: FileReportProps) {
  const say = useText();
  const { report, isAnew } = tried;
  const { refusal, added, rows } = report;
  const [isAsking, setIsAsking] = useState(false);
  const isTakeable = refusal === null && (added > 0 || rows === 0);
  return (
    <section className={styles.report} aria-label={report.file}>
      <Head report={report} />
      {isAnew && <p role="alert">{say.text('error.bankFileChanged')}</p>}
      {failure !== '' && <p role="alert">{failure}</p>}
      <p role="status" data-refused={refusal !== null || undefined}>
        {refusal !== null
          ? say.text(`console.bank.refused.${refusal}`)
          : say.text(added === 0 ? 'console.bank.nothingNew' : 'console.bank.trial')}
      </p>
      <Counts report={report} />
      <Sums report={report} />
      <Gaps report={report} />
      <div className={styles.acts}>
        <Button variant="default" onClick={onOtherFile}>
          {say.text('console.bank.otherFile')}
        </Button>
        {refusal === 'unbalanced' && (
          <Button variant="default" loading={isBusy} onClick={() => setIsAsking(true)}>
            {say.text('console.bank.unbalanced')}
          </Button>
        )}
        {isTakeable && (
          <Button
            autoFocus
            loading={isBusy}
            rightSection={<KeyHint>Enter</KeyHint>}
            onClick={() => onTake(false)}
          >
            {say.text('console.bank.takeIn', { count: added })}
          </Button>
        )}
      </div>
      <Lines report={report} />
      <Question
        isOpen={isAsking}
        title={say.text('console.bank.unbalancedAsk')}
        keep={say.text('console.bank.unbalancedKeep')}
        onKeep={() => setIsAsking(false)}
        act={say.text('console.bank.unbalanced')}
        onAct={() => {
          setIsAsking(false);
          onTake(true);
        }}
      >
        {say.text('console.bank.unbalancedHow')}
      </Question>
    </section>
  );
}

type OfReport = { readonly report: ImportReport };

function Head({ report }: OfReport) {
  const say = useText();
  const { file, account, isNewAccount, from, to } = report;
  const about = [
    ...(from && to
      ? [say.text('console.bank.span', { from: writtenDate(from), to: writtenDate(to) })]
      : []),
    report.profile,
    ...(isNewAccount ? [say.text('console.bank.newAccount')] : []),
  ];
  const of = account ?? say.text('console.bank.settlement');
  return (
    <div className={styles.head}>
      <h3>{say.text('console.bank.fileOf', { file, account: of })}</h3>
      <p>{about.join(' · ')}</p>
    </div>
  );
}

function Counts({ report }: OfReport) {
  const say = useText();
  const { rows, added, known, pending, rejectedRows: rejected } = report;
  const counts = { rows, added, known, pending, rejected } as const;
  return (
    <dl className={shared.counts}>
      {(['rows', 'added', 'known', 'pending', 'rejected'] as const).map((what) => (
        <div key={what} data-what={what} data-none={counts[what] === 0 || undefined}>
          <dt>{say.text(`console.bank.count.${what}`)}</dt>
          <dd>{formatWhole(counts[what])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `Saldo awal + mutasi = saldo akhir`, where the file tells them. */
function Sums({ report: { openingSen, closingSen, balanced } }: OfReport) {
  const say = useText();
  if (openingSen === null || closingSen === null) return null;
  const parts = [
    { name: 'console.bank.opening', sen: openingSen },
    { name: 'console.bank.sum', sen: closingSen - openingSen },
    { name: 'console.bank.closing', sen: closingSen },
  ] as const;
  return (
    <p className={styles.sums} data-wrong={!balanced || undefined}>
      {parts.map(({ name, sen }, at) => (
        <Fragment key={name}>
          {at > 0 && <span>{at === 1 ? '+' : '='}</span>}
          <span>
            <small>{say.text(name)}</small> <b>{formatSen(sen)}</b>
          </span>
        </Fragment>
      ))}
      <strong>{say.text(balanced ? 'console.bank.balanced' : 'console.bank.notBalanced')}</strong>
    </p>
  );
}

function Gaps({ report: { gaps } }: OfReport) {
  const say = useText();
  return gaps.map(({ from, to, differenceSen }) => (
    <p key={`${from} ${to}`} className={styles.gap}>
      {say.text('console.bank.gap', {
        from: writtenDate(from),
        to: writtenDate(to),
        difference: formatSen(differenceSen),
      })}
    </p>
  ));
}

/** Lines that stay out and why, and what else is to be known. */
function Lines({ report: { rejected, rejectedRows, notes } }: OfReport) {
  const say = useText();
  const told = new Set(rejected.map(({ row }) => row)).size;
  return (
    <>
      {rejected.length > 0 && (
        <div className={styles.part}>
          <h4>{say.text('console.org.rejectedTitle')}</h4>
          <RejectedLines rejected={rejected.map(lineOf)} more={rejectedRows - told} />
        </div>
      )}
      {notes.length > 0 && (
        <div className={styles.part}>
          <h4>{say.text('console.bank.notes')}</h4>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={`${note.row} ${note.column} ${note.reason}`}>
                {note.row > 0 && `${say.text('console.org.row', { row: String(note.row) })}: `}
                {note.reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function lineOf({ row, column, reason: sentence }: LineReason) {
  return { row, column, sentence };
}
