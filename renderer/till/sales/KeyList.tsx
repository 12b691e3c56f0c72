import { salesPageId } from '../../../domain/sales/page/text.id.ts';
import { registerKeys } from '../../../domain/sales/register-keys.ts';
import { typedKeys } from '../../../domain/sales/typed-keys.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { learnWords, useText } from '../../ui/use-text.ts';
import styles from './KeysHelp.module.css';
import { useRegister } from './register-store.ts';

learnWords(salesPageId);

/**
 * Every key of the register and what it does, from the table that the register obeys; of payments
 * only those that the stall takes.
 */
export function KeyList() {
  const say = useText();
  const tenders = useRegister((state) => state.tendersInUse);
  const known = registerKeys.filter(({ act }) => act.on !== 'tender' || tenders.includes(act.kind));
  const rows = [...typedKeys, ...known.flatMap(({ help }) => help ?? [])];
  return (
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
  );
}
