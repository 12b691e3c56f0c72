import { IconAlertTriangle, IconFolder, IconRefresh } from '@tabler/icons-react';
import { PageCard } from '../../ui/PageCard.tsx';
import { type Say, useSayIn, useText } from '../../ui/use-text.ts';
import styles from './Startup.module.css';

/** A code of domain/errors.ts with its facts, as the till sent it. */
interface NamedFailure {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface StartupFailedProps {
  /** What the till said, or the failure to ask it. */
  readonly failure: NamedFailure | Error;
  /** Known only when the till answered. */
  readonly facts?: { readonly dataDir: string; readonly version: string };
  readonly onRetry: () => void;
}

/** Why the till cannot sell, in both languages: it does not know yet which one is spoken here. */
export function StartupFailed({ failure, facts, onRetry }: StartupFailedProps) {
  const id = useText();
  const en = useSayIn('en');
  return (
    <PageCard>
      <IconAlertTriangle className={styles.sign} aria-hidden size={40} stroke={1.5} />
      <h1>{id.text('screen.startupFailed')}</h1>
      <p className={styles.sentence}>{sentence(id, failure)}</p>
      <p className={styles.hint}>{id.text('screen.retryHint')}</p>
      {en && (
        <>
          <hr className={styles.rule} />
          <div lang="en" className={styles.english}>
            <h2>{en.text('screen.startupFailed')}</h2>
            <p>{sentence(en, failure)}</p>
            <p>{en.text('screen.retryHint')}</p>
          </div>
        </>
      )}
      {facts && (
        <dl className={styles.facts}>
          <dt>
            <IconFolder aria-hidden size={20} />
            {id.text('screen.dataFolder')}
          </dt>
          <dd>{facts.dataDir}</dd>
          <dd>{id.text('screen.version', { version: facts.version })}</dd>
        </dl>
      )}
      <button type="button" className={styles.retry} onClick={onRetry}>
        <IconRefresh aria-hidden size={20} />
        {id.text('screen.retry')}
      </button>
    </PageCard>
  );
}

function sentence(say: Say, failure: NamedFailure | Error): string {
  return failure instanceof Error ? say.failure(failure) : say.error(failure.code, failure.data);
}
