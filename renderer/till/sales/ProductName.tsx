import { nameLines } from '../../../domain/catalog/name-lines.ts';
import styles from './ProductName.module.css';

interface ProductNameProps {
  readonly name: string;
  /** Its size and place. */
  readonly className: string | undefined;
}

/** A name on one line or two; of a long one the end is always there: variants differ in it. */
export function ProductName({ name, className = '' }: ProductNameProps) {
  const { head, tail } = nameLines(name);
  return (
    <span
      className={`${styles.name} ${className}`}
      data-long={tail !== '' || undefined}
      title={name}
    >
      <span>{head}</span>
      {tail !== '' && <span>{tail}</span>}
    </span>
  );
}
