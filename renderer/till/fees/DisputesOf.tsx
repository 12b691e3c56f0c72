import type { ShownDispute, ShownLedger } from '../../../domain/fees/till-state.ts';
import { writtenDate } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';

interface DisputesOfProps {
  /** Id of the charge or reading. */
  readonly about: string;
  readonly disputes: ShownLedger['disputes'];
}

/** What this stall said against a charge or reading, by whatever till, and what the mall says. */
export function DisputesOf({ about, disputes }: DisputesOfProps) {
  const say = useText();
  return disputes
    .filter((dispute) => dispute.about === about)
    .map((dispute) => (
      <span key={dispute.id} className={styles.soft}>
        {disputeWords(dispute, say)}
      </span>
    ));
}

function disputeWords({ on, note, outcome, answer }: ShownDispute, say: Say): string {
  const said = `${writtenDate(on)} ${say.text('fees.said.dispute', { text: note })}`;
  if (outcome === 'open') return said;
  const settled = `${said} · ${say.text(`fees.outcome.${outcome}`)}`;
  return answer === '' ? settled : `${settled}. ${say.text('fees.answered', { words: answer })}`;
}
