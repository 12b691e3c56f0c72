import { claimsPageId } from '../../../domain/payments/claims-page/text.id.ts';
import { keySections, type KeysOver } from '../../../domain/sales/help-keys.ts';
import { salesPageId } from '../../../domain/sales/page/text.id.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { learnWords, useText } from '../../ui/use-text.ts';
import styles from './KeysHelp.module.css';
import { useRegister } from './register-store.ts';

learnWords(salesPageId);
learnWords(claimsPageId);

/** Every key of the counter and what it does, by screen; what is open comes first. */
export function KeyList({ open }: { readonly open: KeysOver }) {
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
