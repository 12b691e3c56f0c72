import type { ReportMatch } from '../../../../domain/payments/report-match.ts';
import { useText } from '../../../ui/use-text.ts';
import { SheetColumns } from '../../shifts/Sheet.tsx';
import sheet from '../../shifts/Sheet.module.css';
import { SheetFailure } from '../../shifts/SheetFailure.tsx';
import { BookPicks } from './BookPicks.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import { useSettled } from './use-settled.ts';

interface SettledSheetProps {
  readonly match: ReportMatch;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Holds payments that the hub tells of against the claims; a person books what they say. */
export function SettledSheet({ match, onBusy, onDone, onClose }: SettledSheetProps) {
  const say = useText();
  const settled = useSettled(match, onBusy, onDone);
  const { isBusy, error } = settled;
  return (
    <SheetColumns
      title={say.text('claims.hubTitle')}
      isBusy={isBusy}
      onClose={onClose}
      side={
        <>
          <ReportFacts match={match} isFile={false} />
          <SheetFailure error={error} />
        </>
      }
      foot={
        match.matches.length > 0 && (
          <BookPicks count={settled.pickCount} isBusy={isBusy} onPress={settled.book} />
        )
      }
    >
      <p className={sheet.how}>{say.text('claims.hubHow')}</p>
      <ReportPreview
        match={match}
        isFile={false}
        isTaken={settled.isTaken}
        onToggle={settled.toggle}
      />
    </SheetColumns>
  );
}
