import type { VerdictKind } from '../../../domain/sync/verdict.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './VerdictChip.module.css';

/** What the hub makes of a record, in a word. */
export function VerdictChip({ verdict }: { readonly verdict: VerdictKind }) {
  const say = useText();
  return (
    <span className={styles.chip} data-verdict={verdict}>
      {say.text(`console.verdict.${verdict}`)}
    </span>
  );
}
