import { type MouseEvent, type ReactNode, useRef } from 'react';
import { type CashCount, sumCount } from '../../../domain/shifts/cash-count.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { CountPad, CountRows, CountTotal } from './CashCountForm.tsx';
import { SheetColumns } from './Sheet.tsx';
import styles from './Sheet.module.css';
import { useCount } from './use-count.ts';
import type { LineShift } from './use-line-shift.ts';

interface OpenShiftFormProps {
  readonly line: LineShift | undefined;
  /** Whether the till has two drawers, so that it is said which. */
  readonly isOneOfTwo: boolean;
  readonly isBusy: boolean;
  /** Just come up: it takes nothing yet. */
  readonly isFresh?: boolean;
  /** What it is for, and what went wrong. */
  readonly children?: ReactNode;
  /** What its button says. */
  readonly confirm: string;
  readonly onOpen: (float: CashCount, event: MouseEvent) => void;
  readonly onClose: (event?: MouseEvent) => void;
}

/**
 * The float that a shift begins with: what the last close left in the drawer, to be looked at or
 * counted anew. The button has the focus, so that Enter is enough.
 */
export function OpenShiftForm(props: OpenShiftFormProps) {
  const { line, isOneOfTwo, isBusy, isFresh, children, confirm, onOpen, onClose } = props;
  const say = useText();
  const count = useCount(line?.left ?? null);
  const button = useRef<HTMLButtonElement>(null);
  const drawer = line?.drawer ?? 1;
  const left = line?.left ? sumCount(line.left) : 0;
  return (
    <SheetColumns
      title={isOneOfTwo ? say.text('shift.openAt', { drawer }) : say.text('shift.open')}
      isBusy={isBusy}
      isFresh={isFresh ?? false}
      onClose={onClose}
      side={
        <>
          <CountTotal count={count} label={say.text('shift.float')} />
          <p className={styles.how}>
            {left > 0 ? say.text('shift.floatLeft', { left }) : say.text('shift.floatHow')}
          </p>
          {children}
          <CountPad count={count} />
          <button
            ref={button}
            type="button"
            data-autofocus
            className={styles.confirm}
            aria-disabled={isFresh || isBusy || undefined} // one that is disabled takes no focus
            aria-keyshortcuts="Enter"
            onKeyDown={(event) => {
              const value = rowsFromButton[event.key];
              if (value === undefined) return;
              event.preventDefault();
              count.goTo(value);
            }}
            onClick={(event) => {
              if (!isBusy) onOpen(count.counted, event);
            }}
          >
            {isBusy ? say.text('shift.opening') : confirm}
            {!isBusy && <KeyHint>Enter</KeyHint>}
          </button>
        </>
      }
    >
      <CountRows count={count} onDone={() => button.current?.focus()} />
    </SheetColumns>
  );
}

/** From the button the arrows lead into the rows. */
const rowsFromButton: Readonly<Record<string, 100 | 100_000 | undefined>> = {
  ArrowDown: 100_000,
  ArrowUp: 100,
};
