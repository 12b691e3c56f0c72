import type { FeeOutcome } from '../../../../domain/fees/manage/shapes.ts';
import { useText } from '../../../ui/use-text.ts';
import form from '../../system/form.module.css';
import { KuitansiOne } from '../papers/KuitansiOne.tsx';
import { FirstButton } from '../FirstButton.tsx';
import { Facts } from '../Facts.tsx';

interface PayDoneProps {
  readonly outcome: FeeOutcome;
  readonly onDone: () => void;
}

/** What was booked: the kuitansi, and how the stall stands now. */
export function PayDone({ outcome, onDone }: PayDoneProps) {
  const say = useText();
  const { kuitansi, owed, advance, credits } = outcome;
  const [id] = credits;
  return (
    <div className={form.form}>
      <p role="status">
        <strong>{say.text('console.fees.pay.done', { kuitansi })}</strong>
      </p>
      <Facts
        facts={[
          { label: say.text('console.fees.pay.doneOwed'), text: say.money(owed), isStrong: true },
          { label: say.text('console.fees.pay.doneAdvance'), text: say.money(advance) },
        ]}
      />
      <FirstButton onClick={onDone}>{say.text('console.fees.close')}</FirstButton>
      {id !== undefined && <KuitansiOne id={id} />}
    </div>
  );
}
