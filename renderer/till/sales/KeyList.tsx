import { keySections } from '../../../domain/sales/help-keys.ts';
import { salesPageId } from '../../../domain/sales/page/text.id.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { learnWords, useText } from '../../ui/use-text.ts';
import styles from './KeysHelp.module.css';
import { useRegister } from './register-store.ts';

learnWords(salesPageId);

/** Every key of the counter and what it does, by screen; the one that is open comes first. */
export function KeyList({ open }: { readonly open: 'register' | 'sales' }) {
  const say = useText();
  const tenders = useRegister((state) => state.tendersInUse);
  return keySections(open, tenders).map(({ of, titleKey, rows }) => (
    <section key={of} className={styles.section}>
      <h3>{say.text(titleKey)}</h3>
      <dl className={styles.keys}>
        {rows.map(({ shown, textKey }) => (
          <div key={textKey}>
            <dt>
              {shown.map((key) => (
                <KeyHint key={key}>{key}</KeyHint>
              ))}
            </dt>
            <dd>{say.text(textKey)}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
