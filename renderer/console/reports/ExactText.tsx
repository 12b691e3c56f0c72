import { useText } from '../../ui/use-text.ts';
import { CopyButton } from '../system/CopyButton.tsx';
import styles from './ExactText.module.css';

interface ExactTextProps {
  readonly title: string;
  readonly text: string;
}

/** A text as it is, letter for letter; opened when somebody wants it. */
export function ExactText({ title, text }: ExactTextProps) {
  const say = useText();
  return (
    <details className={styles.exact}>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by the keys */}
      <pre tabIndex={0} aria-label={title}>
        {text}
      </pre>
      <CopyButton text={text} label={say.text('console.copy')} />
    </details>
  );
}
