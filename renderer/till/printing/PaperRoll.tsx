import { VisuallyHidden } from '@mantine/core';
import { IconLockOpen, IconX } from '@tabler/icons-react';
import { type CSSProperties, Suspense, useEffect, useRef } from 'react';
import type { PaperLine, PaperStrip } from '../../../domain/printing/printer.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { whenOpened } from '../../ui/when-opened.ts';
import styles from './PaperRoll.module.css';

const DrawnPicture = whenOpened(
  async () => (await import('./DrawnPicture.tsx')).DrawnPicture,
  () => null,
);

interface PaperRollProps {
  /** Oldest first. */
  readonly strips: readonly PaperStrip[];
  readonly onHide: () => void;
  /** Whether it lies over what can be touched: then a touch anywhere puts it away. */
  readonly isOver: boolean;
}

/** The virtual printer's paper as it came out, the newest strip in sight. */
export function PaperRoll({ strips, onHide, isOver }: PaperRollProps) {
  const say = useText();
  const tray = useRef<HTMLDivElement>(null);
  const newest = strips.at(-1);
  // A new strip comes into sight from its top, as it leaves the printer.
  useEffect(() => {
    tray.current?.scrollTo({ top: 0 });
  }, [newest?.id]);
  return (
    <section className={styles.printer} aria-label={say.text('printing.paper')}>
      <header className={styles.slit}>
        <h2>{say.text('printing.paper')}</h2>
        <button type="button" aria-keyshortcuts="F6" onClick={onHide}>
          <KeyHint>F6</KeyHint>
          <IconX aria-hidden size={20} />
          <VisuallyHidden>{say.text('printing.hidePaper')}</VisuallyHidden>
        </button>
      </header>
      <div
        ref={tray}
        className={styles.tray}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long receipt scrolls by keys too
        tabIndex={0}
        {...(isOver && { onClick: onHide })}
      >
        {newest ? (
          strips.toReversed().map((strip) => <Strip key={strip.id} strip={strip} />)
        ) : (
          <p className={styles.empty}>{say.text('printing.paperEmpty')}</p>
        )}
      </div>
    </section>
  );
}

function Strip({ strip }: { readonly strip: PaperStrip }) {
  const say = useText();
  // One custom property: the columns decide how wide a letter may be.
  const columns = { '--columns': strip.columns } as CSSProperties;
  return (
    <>
      {strip.drawerOpened && (
        <p className={styles.drawer}>
          <IconLockOpen aria-hidden size={16} />
          {say.text('printing.drawer')}
        </p>
      )}
      {strip.lines.length > 0 && (
        <article
          className={styles.strip}
          style={columns}
          aria-label={say.text('printing.strip', { id: strip.id })}
        >
          {strip.lines.map((line, i) =>
            line.picture ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: printed lines never move
              <Suspense key={i} fallback={null}>
                <DrawnPicture picture={line.picture} columns={strip.columns} />
              </Suspense>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: printed lines never move
              <Line key={i} line={line} />
            ),
          )}
        </article>
      )}
    </>
  );
}

function Line({ line }: { readonly line: PaperLine }) {
  const tallest = Math.max(1, ...line.runs.map((run) => run.tall));
  return (
    <div className={styles.line} data-align={line.align} style={{ height: `${tallest * 1.25}em` }}>
      {line.runs.map((run, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: printed runs never move
          key={i}
          data-bold={run.bold || undefined}
          style={{ fontSize: `${run.tall}em`, ...widthOf(run.wide, run.tall, run.text.length) }}
        >
          {run.text}
        </span>
      ))}
    </div>
  );
}

/** A printer's letters grow in width and height apart; a font's grow together. */
function widthOf(wide: number, tall: number, letters: number): CSSProperties {
  if (wide === tall) return {};
  return {
    display: 'inline-block',
    width: `${(letters * wide) / tall}ch`,
    transform: `scaleX(${wide / tall})`,
    transformOrigin: 'left',
  };
}
