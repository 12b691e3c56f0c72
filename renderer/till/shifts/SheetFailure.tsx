import { IconAlertTriangle } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.ts';
import styles from './Sheet.module.css';

/** Why it was not done, in the sheet that asked for it. */
export function SheetFailure({ error }: { readonly error: unknown }) {
  const say = useText();
  if (error === null || error === undefined) return null;
  return (
    <p className={styles.failure} role="alert">
      <IconAlertTriangle aria-hidden />
      {say.failure(error)}
    </p>
  );
}
