import { Component, type ErrorInfo, type ReactNode } from 'react';
import { PageCard } from '../../ui/PageCard.tsx';
import { useSayIn, useText } from '../../ui/use-text.ts';
import { reportCrash } from './report-crash.ts';
import styles from './Startup.module.css';

interface CrashBoundaryProps {
  readonly children: ReactNode;
}

/** A fault of the screen leaves a sentence and a way on, not a white page; the log has a line. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { readonly hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportCrash('render', error, componentStack ?? '');
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return <Crashed />;
  }
}

function Crashed() {
  const id = useText();
  const en = useSayIn('en');
  return (
    <PageCard>
      <h1>{id.text('screen.crashed')}</h1>
      {en && <p lang="en">{en.text('screen.crashed')}</p>}
      <button type="button" className={styles.retry} onClick={() => location.reload()}>
        {id.text('screen.reload')}
      </button>
    </PageCard>
  );
}
