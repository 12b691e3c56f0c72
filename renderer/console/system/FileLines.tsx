import { useText } from '../../ui/use-text.ts';
import card from './card.module.css';
import styles from './FileLines.module.css';

/** Why a cell keeps its row out, or the row itself where `column` is empty. */
interface RejectedLine {
  readonly row: number;
  readonly column: string;
  readonly sentence: string;
}

interface RejectedLinesProps {
  readonly rejected: readonly RejectedLine[];
  /** Rows that are not among them. */
  readonly more: number;
}

/** The rows of a file that stay out, and why. */
export function RejectedLines({ rejected, more }: RejectedLinesProps) {
  const say = useText();
  return (
    <>
      <ul className={card.list} aria-label={say.text('console.org.rejectedTitle')}>
        {rejected.map(({ row, column, sentence }) => (
          <li key={`${row} ${column} ${sentence}`} className={styles.line}>
            <span className={styles.soft}>{say.text('console.org.row', { row: String(row) })}</span>
            <span>
              {column !== '' && <strong>{column}: </strong>}
              {sentence}
            </span>
          </li>
        ))}
      </ul>
      <MoreLines count={more} />
    </>
  );
}

/** Something that comes in. */
interface ComingLine {
  readonly id: string | number;
  readonly label: string;
  readonly name: string;
  /** `harga: Rp1.000 → Rp1.200` */
  readonly cells: readonly string[];
}

interface ComingLinesProps {
  readonly title: string;
  readonly coming: readonly ComingLine[];
  /** Those that are not among them. */
  readonly more: number;
}

/** What of a file comes in, and what it changes. */
export function ComingLines({ title, coming, more }: ComingLinesProps) {
  return (
    <>
      <ul className={card.list} aria-label={title}>
        {coming.map(({ id, label, name, cells }) => (
          <li key={id} className={styles.line}>
            <span className={styles.soft}>{label}</span>
            <span>
              <strong>{name}</strong>{' '}
              {cells.map((cell) => (
                <span key={cell} className={styles.cell}>
                  {cell}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <MoreLines count={more} />
    </>
  );
}

function MoreLines({ count }: { readonly count: number }) {
  const say = useText();
  if (count <= 0) return null;
  return <p className={styles.more}>{say.text('organisation.more', { count })}</p>;
}
