import { checkVerdict } from '../../../../../domain/console/bank/check-sheet.ts';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import { shortDateWords } from '../../../../../domain/console/moment.ts';
import type { Difference, Reconciliation } from '../../../../../domain/fees/bank/reconciliation.ts';
import { writtenDate, zonedStamp, zones } from '../../../../../domain/time.ts';
import { Figure } from '../../../../ui/Figure.tsx';
import { useText } from '../../../../ui/use-text.ts';
import card from '../../../system/card.module.css';
import { todayInWib } from '../../../today-in-wib.ts';
import { CheckActs } from './CheckActs.tsx';
import styles from './CheckView.module.css';

/** Bank, books, and what explains the difference row by row; whether anything is left. */
export function CheckView({ check }: { readonly check: Reconciliation }) {
  const say = useText();
  const { bankSen, bankOn, book, differenceSen, unexplainedSen, signOffs } = check;
  const about = bankOn
    ? say.text('console.bank.check.bankOn', { date: writtenDate(bankOn) })
    : say.text('console.bank.check.noBank');
  return (
    <section className={card.card} aria-label={say.text('console.bank.part.check')}>
      <dl className={styles.sums}>
        <Sum
          name={say.text('console.bank.check.bank')}
          text={bankSen === null ? '–' : formatSen(bankSen)}
          about={about}
        />
        <Sum name={say.text('console.bank.check.book')} text={say.money(book)} />
        <Sum name={say.text('console.bank.check.difference')} text={formatSen(differenceSen)} />
        <Sum
          name={say.text('console.bank.check.explained')}
          text={formatSen(differenceSen - unexplainedSen)}
        />
      </dl>
      <p
        className={styles.verdict}
        role="status"
        data-untold={bankSen === null || undefined}
        data-wrong={(bankSen !== null && unexplainedSen !== 0) || undefined}
      >
        {checkVerdict(check, say)}
      </p>
      {signOffs.map(({ act, name, atMs }) => (
        <p key={act} className={styles.signed}>
          {say.text('console.bank.check.signed', { name, stamp: zonedStamp(atMs, zones.WIB) })}
        </p>
      ))}
      <CheckActs check={check} />
      <Differences check={check} />
    </section>
  );
}

interface SumProps {
  readonly name: string;
  readonly text: string;
  readonly about?: string;
}

function Sum({ name, text, about }: SumProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Figure text={text} />
        {about && <small>{about}</small>}
      </dd>
    </div>
  );
}

function Differences({ check }: { readonly check: Reconciliation }) {
  const say = useText();
  const { differences, count } = check;
  const title = say.text('console.bank.check.why');
  if (differences.length === 0) return null;
  return (
    <div className={styles.part}>
      <h2>{title}</h2>
      <ul className={card.list} aria-label={title}>
        {differences.map((difference, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they come in one order, all at once
          <li key={at}>
            <DifferenceRow difference={difference} />
          </li>
        ))}
      </ul>
      {count > differences.length && (
        <p className={styles.more}>
          {say.text('console.bank.check.more', { count: count - differences.length })}
        </p>
      )}
    </div>
  );
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const say = useText();
  const { kind, on, amountSen, text, stall } = difference;
  return (
    <div className={styles.row}>
      <span className={card.soft}>
        {on === null ? '' : shortDateWords(on, say.language, todayInWib())}
      </span>
      <span className={styles.what}>
        <strong>{say.text(`console.bank.check.kind.${kind}`)}</strong>
        <span className={card.soft}>{[stall ?? '', text].join(' ').trim()}</span>
      </span>
      <span className={card.figure}>{formatSen(amountSen)}</span>
    </div>
  );
}
