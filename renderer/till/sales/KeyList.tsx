import { salesPageId } from '../../../domain/sales/page/text.id.ts';
import { registerKeys, typedKeys } from '../../../domain/sales/register-keys.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { learnWords, useText } from '../../ui/use-text.ts';
import styles from './KeysHelp.module.css';

learnWords(salesPageId);

const rows = [...typedKeys, ...registerKeys.flatMap(({ help }) => help ?? [])];

/** Every key of the register and what it does, from the table that the register obeys. */
export function KeyList() {
  const say = useText();
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
