import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { type CashCount, sumCount } from '../../../domain/shifts/cash-count.ts';
import { doubtCount } from '../../../domain/shifts/doubt.ts';
import {
  countTyped,
  nothingCounted,
  type TypedCount,
  typedCount,
} from '../../../domain/shifts/typed-count.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { ClearCount, CountPad, CountRows, CountTotal } from '../../ui/count/CashCountForm.tsx';
import { DoubtedCount } from './DoubtedCount.tsx';
import { SheetColumns } from './Sheet.tsx';
import { sheetLooks } from './SheetButton.tsx';
import styles from './Sheet.module.css';
import { useCount } from '../../ui/count/use-count.ts';
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
  /** Told what the float comes to; null while it is as the last close left it. */
  readonly onTyped?: (floatRupiah: number | null) => void;
}

/**
 * The float that a shift begins with: what the last close left in the drawer, to be looked at or
 * counted anew. The button has the focus, so that Enter is enough.
 */
export function OpenShiftForm(props: OpenShiftFormProps) {
  const { line, isOneOfTwo, isBusy, isFresh, children, confirm, onOpen, onClose } = props;
  const say = useText();
  const [known] = useState(() => (line?.left ? typedCount(line.left) : nothingCounted));
  const onTyped = (typed: TypedCount): void =>
    props.onTyped?.(isSameCount(typed, known) ? null : sumCount(countTyped(typed)));
  const count = useCount({ known, onTyped });
  const [isAsking, setIsAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const drawer = line?.drawer ?? 1;
  const left = line?.left ? sumCount(line.left) : 0;
  return (
    <SheetColumns
      title={isOneOfTwo ? say.text('shift.openAt', { drawer }) : say.text('shift.open')}
      act={<ClearCount count={count} />}
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
            className={sheetLooks.confirm}
            aria-disabled={isFresh || isBusy || undefined} // one that is disabled takes no focus
            aria-keyshortcuts="Enter"
            onKeyDown={(event) => {
              const value = rowsFromButton[event.key];
              if (value === undefined) return;
              event.preventDefault();
              count.goTo(value);
            }}
            onClick={(event) => {
              if (isBusy) return;
              if (doubtCount(count.counted) === null) onOpen(count.counted, event);
              else setIsAsking(true);
            }}
          >
            {isBusy ? say.text('shift.opening') : confirm}
            {!isBusy && <KeyHint>Enter</KeyHint>}
          </button>
        </>
      }
    >
      <CountRows count={count} onDone={() => button.current?.focus()} />
      <DoubtedCount
        count={count}
        isOpen={isAsking}
        onKeep={() => setIsAsking(false)}
        onAct={(event) => {
          setIsAsking(false);
          onOpen(count.counted, event);
        }}
      />
    </SheetColumns>
  );
}

function isSameCount(here: TypedCount, there: TypedCount): boolean {
  return JSON.stringify(countTyped(here)) === JSON.stringify(countTyped(there));
}

/** From the button the arrows lead into the rows. */
const rowsFromButton: Readonly<Record<string, 100 | 100_000 | undefined>> = {
  ArrowDown: 100_000,
  ArrowUp: 100,
};
