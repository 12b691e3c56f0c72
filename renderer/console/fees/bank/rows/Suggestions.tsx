import { choiceOf, choose, DIGITS_MAX } from '../../../../../domain/console/bank/work.ts';
import type { BankRow, Suggestion } from '../../../../../domain/fees/bank/bank-row.ts';
import { KeyHint } from '../../../../ui/KeyHint.tsx';
import { useText } from '../../../../ui/use-text.ts';
import { paysWords, reasonWords } from './row-words.ts';
import { ScoreBar } from './ScoreBar.tsx';
import styles from './Suggestions.module.css';
import type { BankWorkbench } from './use-bank-work.ts';

interface SuggestionsProps {
  readonly bench: BankWorkbench;
  readonly row: BankRow;
}

/** The stalls that a row may be of, the likeliest first, each with what speaks for and against. */
export function Suggestions({ bench, row }: SuggestionsProps) {
  const say = useText();
  const { work, setWork } = bench;
  const chosen = choiceOf(work, row);
  if (chosen === null) {
    const how = row.amountSen < 0 ? 'console.bank.outHow' : 'console.bank.nobodyHow';
    return <p className={styles.none}>{say.text(how)}</p>;
  }
  return (
    <fieldset className={styles.list} aria-label={say.text('console.bank.suggestions')}>
      {chosen.suggestion === null && (
        <button type="button" aria-pressed className={styles.one}>
          <span className={styles.name}>
            <strong>{chosen.stall}</strong> {chosen.name}
          </span>
          <small>{say.text('console.bank.found')}</small>
        </button>
      )}
      {row.suggestions.map((suggestion, at) => (
        <button
          key={suggestion.stall}
          type="button"
          className={styles.one}
          aria-pressed={suggestion.stall === chosen.stall}
          {...(at < DIGITS_MAX && { 'aria-keyshortcuts': String(at + 1) })}
          onClick={() => setWork((before) => choose(before, row, suggestion))}
        >
          <One suggestion={suggestion} hint={at < DIGITS_MAX ? String(at + 1) : ''} />
        </button>
      ))}
    </fieldset>
  );
}

function One({ suggestion, hint }: { readonly suggestion: Suggestion; readonly hint: string }) {
  const say = useText();
  const { stall, name, score, reasons } = suggestion;
  return (
    <>
      <span className={styles.name}>
        <strong>{stall}</strong> {name}
      </span>
      {hint !== '' && <KeyHint>{hint}</KeyHint>}
      <small className={styles.score} title={say.text('console.bank.score', { score })}>
        <ScoreBar score={score} /> {say.text('console.bank.score', { score })}
      </small>
      <small className={styles.pays}>{paysWords(suggestion, say).join(', ')}</small>
      <span className={styles.reasons}>
        {reasons.map((reason) => (
          <small
            key={`${reason.reason} ${reason.seen}`}
            data-against={isAgainst(reason.reason) || undefined}
          >
            {reasonWords(reason, say)}
            {reason.points > 0 && (
              <b>{say.text('console.bank.points', { points: reason.points })}</b>
            )}
          </small>
        ))}
      </span>
    </>
  );
}

function isAgainst(reason: string): boolean {
  return reason.startsWith('other-') || reason === 'close';
}
