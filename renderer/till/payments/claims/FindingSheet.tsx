import { useRef, useState } from 'react';
import type { ClaimState } from '../../../../domain/journal/tender-state-body.ts';
import { type Claim, CLAIM_NOTE_MAX, placeId, stateOf } from '../../../../domain/payments/claim.ts';
import { sumRupiah } from '../../../../domain/money.ts';
import { TENDER_TEXT_MAX } from '../../../../domain/payments/tender.ts';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';
import { localStamp } from '../../../../domain/time.ts';
import { useNotices } from '../../../ui/Notice.tsx';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { ConfirmButton } from '../../shifts/ConfirmButton.tsx';
import { LineField } from '../../shifts/LineField.tsx';
import { SheetColumns } from '../../shifts/Sheet.tsx';
import sheet from '../../shifts/Sheet.module.css';
import { SheetFailure } from '../../shifts/SheetFailure.tsx';
import { useDoing } from '../../shifts/use-doing.ts';
import { till } from '../../till-client.ts';
import styles from './Claims.module.css';

interface FindingSheetProps {
  readonly state: ClaimState;
  readonly claims: readonly Claim[];
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const words = {
  verified: { title: 'claims.verify', how: 'claims.verifyHow' },
  missing: { title: 'claims.missing', how: 'claims.missingHow' },
  claimed: { title: 'claims.reopen', how: 'claims.reopenHow' },
} as const satisfies Record<ClaimState, object>;

/** Says of one claim or several what became of them. */
export function FindingSheet({ state, claims, onBusy, onDone, onClose }: FindingSheetProps) {
  const say = useText();
  const form = useFinding({ state, claims, onBusy, onDone });
  const button = useRef<HTMLButtonElement>(null);
  const hasReference = state === 'verified' && claims.length === 1;
  const hasField = hasReference || state !== 'verified';
  return (
    <SheetColumns
      title={say.text(words[state].title)}
      isBusy={form.isBusy}
      onClose={onClose}
      side={
        <>
          <p className={styles.total}>
            <span>{say.text('claims.chosen', { count: claims.length, amount: form.amount })}</span>
          </p>
          <SheetFailure error={form.error} />
        </>
      }
      foot={
        <ConfirmButton
          ref={button}
          isFirst={!hasField}
          isOff={form.isBusy || form.isNoteNeeded}
          onPress={form.send}
        >
          {say.text(
            form.isBusy ? 'claims.saving' : form.isNoteNeeded ? 'claims.noteNeeded' : 'claims.save',
          )}
        </ConfirmButton>
      }
    >
      <p className={sheet.how}>{say.text(words[state].how)}</p>
      <ChosenClaims claims={claims} />
      {hasReference && (
        <LineField
          isFirst
          label={say.text('claims.reference')}
          lengthMax={TENDER_TEXT_MAX}
          value={form.reference}
          onValue={form.setReference}
          onEnter={() => button.current?.focus()}
        />
      )}
      {state !== 'verified' && (
        <LineField
          isFirst
          label={say.text(state === 'missing' ? 'claims.note' : 'claims.noteOf')}
          {...(state === 'missing' && { how: say.text('claims.noteHow') })}
          lengthMax={CLAIM_NOTE_MAX}
          value={form.note}
          onValue={form.setNote}
          onEnter={() => button.current?.focus()}
        />
      )}
    </SheetColumns>
  );
}

/** Which claims it is about. */
function ChosenClaims({ claims }: Pick<FindingSheetProps, 'claims'>) {
  const say = useText();
  return (
    <ul className={styles.chosen}>
      {claims.map((claim) => (
        <li key={placeId(claim)}>
          <span>
            <strong>{tenderWords(claim.kind, say)}</strong> {claim.number}
            <small>{localStamp(claim.soldAtMs, claim.offsetMinutes)}</small>
          </span>
          <strong>{say.money(claim.amountRupiah)}</strong>
        </li>
      ))}
    </ul>
  );
}

function useFinding({ state, claims, onBusy, onDone }: Omit<FindingSheetProps, 'onClose'>) {
  const notices = useNotices();
  const ids = useActId();
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const { isBusy, error, run } = useDoing(onBusy);
  const isNoteNeeded = state === 'missing' && note.trim() === '';
  const send = (): void => {
    if (isNoteNeeded) return;
    run(async () => {
      const findings = claims.map((claim) => ({
        number: claim.number,
        tender: claim.tender,
        seen: stateOf(claim),
        state,
        reference,
        note,
      }));
      await till.payments.verify({ id: ids.of(findings), findings });
      ids.done();
      notices.done((say) => say.text('claims.saved', { count: claims.length }));
      onDone();
    });
  };
  const amount = sumRupiah(claims.map(({ amountRupiah }) => amountRupiah));
  return { reference, setReference, note, setNote, isBusy, error, isNoteNeeded, amount, send };
}
