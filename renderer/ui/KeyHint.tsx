import styles from './KeyHint.module.css';

/** The key that does what a button does, shown on it. The button names it in aria-keyshortcuts. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.key} aria-hidden>
      {children}
    </kbd>
  );
}
