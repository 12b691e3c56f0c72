import { useState } from 'react';
import type { ClaimState } from '../../../../domain/journal/tender-state-body.ts';
import type { Claim } from '../../../../domain/payments/claim.ts';
import type { ReportMatch } from '../../../../domain/payments/report-match.ts';
import { useText } from '../../../ui/use-text.ts';
import { Sheet } from '../../shifts/Sheet.tsx';
import { FindingSheet } from './FindingSheet.tsx';
import { ReportSheet } from './ReportSheet.tsx';
import { SettledSheet } from './SettledSheet.tsx';

/** What lies over the list of claims. */
export type ClaimSheet =
  | { readonly kind: 'report' }
  | { readonly kind: 'settled'; readonly match: ReportMatch }
  | { readonly kind: 'finding'; readonly state: ClaimState; readonly claims: readonly Claim[] };

interface ClaimSheetsProps {
  readonly sheet: ClaimSheet | null;
  readonly onClose: () => void;
  /** Something was written down. */
  readonly onDone: () => void;
}

/** The sheet that is open. */
export function ClaimSheets({ sheet, onClose, onDone }: ClaimSheetsProps) {
  const say = useText();
  const [isBusy, setIsBusy] = useState(false);
  const ends = { onBusy: setIsBusy, onDone, onClose };
  return (
    <Sheet
      isOpen={sheet !== null}
      title={say.text('screen.claims')}
      isBusy={isBusy}
      onClose={() => onClose()}
    >
      {sheet?.kind === 'finding' && (
        <FindingSheet state={sheet.state} claims={sheet.claims} {...ends} />
      )}
      {sheet?.kind === 'report' && <ReportSheet {...ends} />}
      {sheet?.kind === 'settled' && <SettledSheet match={sheet.match} {...ends} />}
    </Sheet>
  );
}
