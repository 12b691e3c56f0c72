import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import { browserKeys } from '../../../domain/sales/register-keys.ts';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { holdKey, takeKeys } from '../keys-over.ts';
import styles from './TopDialog.module.css';

interface TopDialogProps {
  readonly title: string;
  /** Whose page it covers. */
  readonly over?: string | undefined;
  /** Covers the page whole, so that nothing of it can be read. */
  readonly isWhole?: boolean;
  /** Red, and so is all around it: nobody takes it for a notice. */
  readonly isAlarm?: boolean;
  /** It is shown only once: takes a touch when the hand has rested since its last tap. */
  readonly waitsForRest?: boolean;
  /** Undefined where it cannot be left. */
  readonly onClose?: (() => void) | undefined;
  /** What Esc does where that is not closing: one step back. */
  readonly onBack?: (() => void) | undefined;
  /** Hears each key; it prevents the browser's act where it takes one. */
  readonly onKey?: ((event: KeyboardEvent) => void) | undefined;
  readonly children: ReactNode;
}

/** Of what has the focus first; it may be nothing that takes keys. */
export const firstFocus = { 'data-first': true } as const;

/**
 * What lies over all of the page, whatever else does: the browser itself keeps touch, Tab and the
 * focus in it, and no key of it goes anywhere else.
 */
export function TopDialog(props: TopDialogProps) {
  const { title, over, isWhole = false, isAlarm = false, waitsForRest = false, children } = props;
  const { onClose, onBack, onKey } = props;
  const say = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser would choose the way out.
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => element?.close(); // which gives the focus back
  }, []);
  const take = useEffectEvent((event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'Escape' || browserKeys.includes(key)) event.preventDefault();
    if (event.repeat && (key === 'Enter' || key === ' ')) return event.preventDefault();
    onKey?.(event);
    if (key === 'Escape' && !event.repeat) (onBack ?? onClose)?.();
  });
  useLayoutEffect(() => takeKeys((event) => take(event)), []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-whole={isWhole || undefined}
      data-alarm={isAlarm || undefined}
      aria-modal="true"
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
    >
      <FreshSurface waitsForRest={waitsForRest}>
        <section className={styles.sheet}>
          <header className={styles.head}>
            <div>
              {over !== undefined && <p>{over}</p>}
              <h2 id={titleId}>{title}</h2>
            </div>
            {onClose && (
              <button
                type="button"
                className={styles.close}
                aria-keyshortcuts={onBack ? undefined : 'Escape'}
                onClick={onClose}
              >
                <IconX aria-hidden size={20} />
                {say.text('screen.close')}
                {!onBack && <KeyHint>Esc</KeyHint>}
              </button>
            )}
          </header>
          {children}
        </section>
      </FreshSurface>
    </dialog>
  );
}

/** Stands in the place of a dialog that is on its way: what is typed meanwhile waits for it. */
export function ComingDialog() {
  useLayoutEffect(() => takeKeys(holdKey), []);
  return null;
}
