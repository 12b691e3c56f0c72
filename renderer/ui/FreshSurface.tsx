import {
  useCallback,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { isSettled, REST_MS, SETTLE_MS } from '../../domain/surface.ts';
import styles from './FreshSurface.module.css';

interface FreshSurfaceProps {
  /** For a surface that is kept while it is closed: whether it is open. */
  readonly isShown?: boolean;
  /** For what is shown only once: takes a touch when the hand has rested since its last tap. */
  readonly waitsForRest?: boolean;
  /** What stands in it, of which one may take the place of another: it is fresh again then. */
  readonly of?: string;
  readonly children: ReactNode;
}

/**
 * Holds what has just come under the hand: the second half of a double tap does nothing to it, nor
 * does a key that was down before. It hears acts in the order of React's tree, also those on a menu
 * that stands elsewhere in the page. `data-fresh` says for how long.
 */
export function FreshSurface(props: FreshSurfaceProps) {
  const { isShown = true, waitsForRest = false, of = '', children } = props;
  const settleMs = waitsForRest ? REST_MS : SETTLE_MS;
  const surface = useRef<HTMLDivElement>(null);
  /** Of its first sight, or of the tap since then that came too early. */
  const sinceMs = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settleFrom = useCallback(
    (atMs: number): void => {
      sinceMs.current = atMs;
      markFresh(surface.current, true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => markFresh(surface.current, false), settleMs);
    },
    [settleMs],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `of` is another surface
  useLayoutEffect(() => {
    if (!isShown) return;
    const element = surface.current;
    sinceMs.current = null;
    markFresh(element, true);
    // The frame after the one that paints it: by then it has been seen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(settleFrom);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer.current);
      markFresh(element, false);
    };
  }, [isShown, of, settleFrom]);

  const onPointer = (event: MouseEvent): void => {
    const isByKey = event.type === 'click' && event.detail === 0; // Enter or Space on a button
    if (!isShown || isByKey || isSettled(sinceMs.current, event.timeStamp, settleMs)) return;
    swallow(event);
    if (waitsForRest && sinceMs.current !== null) settleFrom(event.timeStamp);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps acts away
    <div
      ref={surface}
      className={styles.surface}
      onPointerDownCapture={onPointer}
      onMouseDownCapture={onPointer}
      onClickCapture={onPointer}
      onKeyDownCapture={ignoreHeldKey}
    >
      {children}
    </div>
  );
}

/** Says that nothing in it takes a touch yet, also to whoever does not see it. */
function markFresh(element: HTMLElement | null, isFresh: boolean): void {
  element?.toggleAttribute('data-fresh', isFresh);
  if (isFresh) element?.setAttribute('aria-disabled', 'true');
  else element?.removeAttribute('aria-disabled');
}

/** A key that was held while the surface opened would press its first button, again and again. */
export function ignoreHeldKey(event: KeyboardEvent): void {
  const isPress = event.key === 'Enter' || (event.key === ' ' && isButton(event.target));
  if (isPress && event.repeat) swallow(event);
}

function isButton(target: EventTarget): boolean {
  return target instanceof HTMLButtonElement;
}

function swallow(event: SyntheticEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
