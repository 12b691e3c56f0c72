import { CopyButton } from './CopyButton.tsx';
import styles from './Command.module.css';

/** What a person types elsewhere, letter for letter. */
export function Command({ children }: { readonly children: string }) {
  return (
    <div className={styles.command}>
      <code>{children}</code>
      <CopyButton text={children} />
    </div>
  );
}
