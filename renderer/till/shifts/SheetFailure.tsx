import { IconAlertTriangle } from '@tabler/icons-react';
import sheet from '../../ui/sheet.module.css';
import { useText } from '../../ui/use-text.ts';

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
    <p className={sheet.warning} role="alert">
      <IconAlertTriangle aria-hidden />
      {ended === null ? say.failure(error) : say.text('shift.endedElsewhere', { shift: ended })}
    </p>
  );
}
