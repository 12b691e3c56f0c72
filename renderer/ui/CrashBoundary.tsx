import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { PlainTextKey } from '../../domain/text.ts';
import { PageCard } from './PageCard.tsx';
import { useSayIn, useText } from './use-text.ts';

interface CrashBoundaryProps {
  readonly children: ReactNode;
  /** What is said in the place of the page, in both languages. */
  readonly textKey: PlainTextKey;
  readonly onCrash?: (error: unknown, componentStack: string) => void;
}

/** A fault of the page leaves a sentence and a way on, not a white page. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { readonly hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.props.onCrash?.(error, componentStack ?? '');
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return <Crashed textKey={this.props.textKey} />;
  }
}

function Crashed({ textKey }: Pick<CrashBoundaryProps, 'textKey'>) {
  const id = useText();
  const en = useSayIn('en');
  return (
    <PageCard>
      <h1>{id.text(textKey)}</h1>
      {en && <p lang="en">{en.text(textKey)}</p>}
      <Button size="lg" mt="md" onClick={() => location.reload()}>
        {id.text('screen.reload')}
      </Button>
    </PageCard>
  );
}
