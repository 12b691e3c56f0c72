import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import type { ImportReport } from '../../../../../domain/fees/bank/import-report.ts';
import { formatWhole } from '../../../../../domain/money.ts';
import { writtenDate } from '../../../../../domain/time.ts';
import { KeyHint } from '../../../../ui/KeyHint.tsx';
import { useText } from '../../../../ui/use-text.ts';
import shared from '../../../system/counts.module.css';
import { Question } from '../../../system/Question.tsx';
import styles from './FileReport.module.css';
import { Lines, Sums } from './ReportParts.tsx';
import type { TriedFile } from './use-bank-file.ts';

interface FileReportProps {
  readonly tried: TriedFile;
  /** Why the import of it did not come about; empty for nothing. */
  readonly failure: string;
  readonly isBusy: boolean;
  readonly onTake: (isUnbalancedTaken: boolean) => void;
  readonly onOtherFile: () => void;
  readonly onTeach: () => void;
}

/** What a bank file would do: its rows, whether it adds up, what is missing before it. */
export function FileReport(props: FileReportProps) {
  const { tried, failure, isBusy, onTake, onOtherFile, onTeach } = props;
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
        {refusal === 'rejected-rows' && isTaught(report) && (
          <Button onClick={onTeach}>{say.text('console.bank.teachThis')}</Button>
        )}
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
      <Lines report={report} level="h4" />
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

/** Whether it was read by a profile: the other formats are fixed. */
function isTaught({ profile }: ImportReport): boolean {
  return profile !== 'mt940' && profile !== 'camt053';
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
