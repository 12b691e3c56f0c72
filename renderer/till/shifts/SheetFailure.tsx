import { IconAlertTriangle } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.ts';
import styles from './Sheet.module.css';

interface SheetFailureProps {
  readonly error: unknown;
  /** The shift that the sheet is about, once another window has ended it. */
  readonly ended?: number | null;
}

/** Why it was not done, or cannot be, in the sheet that asks for it. */
export function SheetFailure({ error, ended = null }: SheetFailureProps) {
  const say = useText();
  if (ended === null && (error === null || error === undefined)) return null;
  return (
    <p className={styles.failure} role="alert">
      <IconAlertTriangle aria-hidden />
      {ended === null ? say.failure(error) : say.text('error.shiftEnded', { shift: ended })}
    </p>
  );
}
