import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef } from 'react';
import { bankId } from '../../../../domain/fees/bank/text.id.ts';
import { FileInput } from '../../../ui/FileInput.tsx';
import { learnWords, useText } from '../../../ui/use-text.ts';
import { SheetColumns } from '../../shifts/Sheet.tsx';
import sheet from '../../shifts/Sheet.module.css';
import { SheetButton } from '../../shifts/SheetButton.tsx';
import { SheetFailure } from '../../shifts/SheetFailure.tsx';
import { BookPicks } from './BookPicks.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import { useReport } from './use-report.ts';

learnWords(bankId); // why a file cannot be read

interface ReportSheetProps {
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Holds a report of the acquirer's against the claims; a person books what it says. */
export function ReportSheet({ onBusy, onDone, onClose }: ReportSheetProps) {
  const say = useText();
  const report = useReport(onBusy, onDone);
  const { match, isBusy, error } = report;
  return (
    <SheetColumns
      title={say.text('claims.reportTitle')}
      isBusy={isBusy}
      onClose={onClose}
      side={
        <>
          {match && <ReportFacts match={match} isFile />}
          <SheetFailure error={error} />
        </>
      }
      foot={
        <>
          <PickReport
            isFirst={!match}
            isAgain={match !== null}
            isBusy={isBusy}
            pick={report.pick}
          />
          {match && match.matches.length > 0 && (
            <BookPicks count={report.pickCount} isBusy={isBusy} onPress={report.book} />
          )}
        </>
      }
    >
      {!match && <p className={sheet.how}>{say.text('claims.reportHow')}</p>}
      {!match && isBusy && <p role="status">{say.text('claims.reportReading')}</p>}
      {match && (
        <ReportPreview match={match} isFile isTaken={report.isTaken} onToggle={report.toggle} />
      )}
    </SheetColumns>
  );
}

interface PickReportProps {
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly isAgain: boolean;
  readonly pick: (file: File) => void;
}

/** The choice of a file. */
function PickReport({ isFirst, isBusy, isAgain, pick }: PickReportProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <SheetButton
        look={isAgain ? 'other' : 'confirm'}
        isOff={isBusy}
        isFirst={isFirst}
        onPress={() => input.current?.click()}
      >
        <IconFileSpreadsheet aria-hidden size={24} />
        {say.text(isAgain ? 'claims.reportOther' : 'claims.reportPick')}
      </SheetButton>
      <FileInput ref={input} accept=".csv,.txt,.xlsx,text/csv" onFile={pick} />
    </>
  );
}
